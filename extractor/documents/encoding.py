"""Bytes → characters: which encoding a Chinese text was written in, found without a slow detector.

UTF-8 and the byte order marks prove themselves. What is left is told apart by reading: decoded
rightly, most characters of a Chinese text are common ones; decoded wrongly, hardly any are.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..errors import NotTextError
from ..values import Notice
from .common_characters import COMMON

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CHINESE = ("gb18030", "big5", "cp950", "big5hkscs")
_UTF16 = ("utf-16-le", "utf-16-be")

# What pages declare, and what they mean by it: GB2312 is declared and GBK is written.
_DECLARED = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb18030": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "big5",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5",
}
_DECLARATION = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})|<\?xml[^>]{1,100}?encoding\s*=\s*[\"']([\w-]{2,20})",
    re.IGNORECASE,
)
_DECLARATION_BYTES = 8192

# How a Chinese text usually came to be garbled: read as the first, while it was the second.
_MISREADINGS = (("gb18030", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "utf-8"), ("latin-1", "gb18030"))

_SAMPLE = 5_000
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_UNCOMMON = re.compile(f"[^{''.join(sorted(COMMON))}]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")

_GOOD = 0.3
"""Share of common characters from which a decoding is believed; right ones have 0.6 and more."""
_CERTAIN = 0.55
_MOST_CONTROLS = 0.1
_MOST_DAMAGE = 0.02
_MOST_FOREIGN = 0.2


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the name under which `bytes.decode` gives them, and what was noticed on the way."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text in `data`; for a strict decoding `text == data.decode(encoding)`.

    Some damaged bytes in an otherwise readable text are replaced by U+FFFD, with a notice. Raises
    NotTextError when no encoding gives a text.
    """
    found = _marked(data) or _utf8(data) or _best(data) or _damaged(data)
    if found is None or _controls(found.text) > _MOST_CONTROLS:
        raise NotTextError(
            f"{name} is not text in UTF-8, UTF-16, GB18030 or Big5, nor a format that is known by its content"
        )
    return Decoded(found.text, found.encoding, (*found.notices, *_mojibake(found.text)))


def _marked(data: bytes) -> Decoded | None:
    """By a byte order mark, which is dropped."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            return Decoded(text, encoding, _replaced(text))
    return None


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8 proves itself, unless the NULs of UTF-16 are what makes it valid."""
    if b"\0" in data and (wide := _utf16_by_nul(data)) is not None:
        return wide
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _utf16_by_nul(data: bytes) -> Decoded | None:
    """UTF-16 without a mark, where ASCII characters leave their NULs at every other byte."""
    if len(data) % 2:
        return None
    high, low = data[1::2].count(0), data[0::2].count(0)
    if max(high, low) * 100 < len(data) or min(high, low) * 20 > max(high, low):
        return None
    wide = _strict(data, "utf-16-le" if high > low else "utf-16-be")
    readable = wide is not None and (common_share(wide.text) > _GOOD or _foreign(wide.text) <= _MOST_FOREIGN)
    return wide if readable else None


def _best(data: bytes) -> Decoded | None:
    """The strict decoding with the most common characters, the declared one before its equals."""
    candidates = [*_declared(data), *_CHINESE, *_UTF16]
    return _most_common(found for found in (_strict(data, e) for e in candidates) if found)


def _most_common(candidates: Iterable[Decoded]) -> Decoded | None:
    best, best_share = None, _GOOD
    for candidate in candidates:
        share = common_share(candidate.text)
        if share > _CERTAIN:
            return candidate
        if share > best_share + 0.02:
            best, best_share = candidate, share
    return best


def _declared(data: bytes) -> Iterator[str]:
    for match in _DECLARATION.finditer(data[:_DECLARATION_BYTES]):
        name = (match[1] or match[2]).decode("ascii").lower()
        if name in _DECLARED:
            yield _DECLARED[name]


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _damaged(data: bytes) -> Decoded | None:
    """A text with some bytes broken, or one in a western script."""
    lenient = (Decoded(data.decode(e, "replace"), e) for e in ("utf-8", "gb18030", "big5"))
    bearable = (found for found in lenient if _damage(found.text) <= _MOST_DAMAGE)
    if (found := _most_common(bearable)) is not None:
        return Decoded(found.text, found.encoding, _replaced(found.text))
    western = _strict(data, "cp1252")
    if western is not None and _foreign(western.text) <= _MOST_FOREIGN:
        return western
    return None


def _damage(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))


def _foreign(text: str) -> float:
    """The share of characters outside ASCII."""
    return _length(_NOT_ASCII.findall(text)) / max(1, len(text))


def _length(runs: Iterable[str]) -> int:
    return sum(map(len, runs))


def _replaced(text: str) -> tuple[Notice, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    message = f"有{count}处字节无法解码,已用U+FFFD代替 / {count} damaged places could not be decoded"
    return (Notice("encoding.damaged", message),)


def _controls(text: str) -> float:
    sample = text[:100_000]
    return len(_CONTROL.findall(sample)) / max(1, len(sample))


def common_share(text: str) -> float:
    """The share of common Chinese characters among those outside ASCII, in a sample; 0 if there are none."""
    sample = ""
    for start in range(0, len(text), _SAMPLE):  # scripts may stand long before the first word
        sample += "".join(_NOT_ASCII.findall(text[start : start + _SAMPLE]))
        if len(sample) >= _SAMPLE:
            break
    sample = sample[:_SAMPLE]
    return 1 - _length(_UNCOMMON.findall(sample)) / len(sample) if sample else 0.0


def _mojibake(text: str) -> tuple[Notice, ...]:
    """Whether the text is one that was once decoded wrongly and then saved so."""
    first = _NOT_ASCII.search(text)
    if first is None or common_share(text) > _GOOD:
        return ()
    sample = text[first.start() : first.start() + _SAMPLE]
    for wrong, right in _MISREADINGS:
        mended = sample.encode(wrong, "ignore").decode(right, "ignore")
        if len(mended) * 6 > len(sample) and common_share(mended) > 2 * _GOOD:
            message = (
                f"全文为乱码:{right}文本曾被误作{wrong}读取,请还原后重新读取"
                f" / mojibake: {right} that was once read as {wrong}; restore the text and read it again"
            )
            return (Notice("encoding.mojibake", message),)
    return ()
