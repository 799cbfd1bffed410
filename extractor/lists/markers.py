"""The enumerators of Chinese prose: 一是, 第一, (一), 1., ①, 首先."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..numbers import parse_numeral

LAST = 0
"""The number of an enumerator that only says that its entry is the last: 最后."""

SECTION = "一、"
"""The kind of enumerator that the sections of a report bear themselves."""

_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": LAST, "一方面": 1, "另一方面": 2}
_CHINESE = "[一二三四五六七八九十]{1,3}"
_FORMS = {
    "一是": rf"其?({_CHINESE})是",
    "一要": rf"({_CHINESE})要",
    "第一": rf"第({_CHINESE})(?:[,、:]|是|个?方面)",
    "其一": r"其([一二三四五六七八九])[,、:]",
    "(一)": rf"\(({_CHINESE})\)(?![项款])",
    "(1)": r"\((\d{1,2})\)",
    "1.": r"(\d{1,2})(?:[.、](?!\d)|\))",
    SECTION: rf"({_CHINESE})、",
    "首先": "(首先|其次|再次|再者|最后)[,、:是]?",
    "一方面": "(一方面|另一方面)[,、:]?",
    "问题一": rf"(?:问题|不足)({_CHINESE}|\d{{1,2}})[:、.]",
    "措施一": rf"(?:措施|对策|举措|改进)({_CHINESE}|\d{{1,2}})[:、.]",
    "①": "([①-⑳])",
}
_KINDS = tuple(_FORMS)
_MARKER = re.compile(
    r"(?:\A|(?<=[\s。;:,.!?)\]》”'\"、|])|(?<=[为在有即施足题])(?=一是))(?:"
    + "|".join(f"(?:{form})" for form in _FORMS.values())
    + r")\s*"
)
_MID_SENTENCE = re.compile(r"[^\s。;:!?|)]\Z")
_STRICT = (SECTION, "1.")
"""Kinds that read alike in the middle of a sentence: 第一、二、三季度."""

_GOING_ON = "1."


@dataclass(frozen=True, slots=True)
class Marker:
    """An enumerator at `text[start:end]`: its kind, and its number."""

    kind: str
    number: int
    start: int
    end: int


def find_markers(text: str) -> Iterator[Marker]:
    """The enumerators of `text` (half width), in order.

    >>> [m.number for m in find_markers("一是公开不及时;二是解读不够。")]
    [1, 2]
    """
    due = 0  # the number that goes on with the last of _GOING_ON, also behind a comma: 1.甲,2.乙
    for match in _MARKER.finditer(text):
        kind = _KINDS[(match.lastindex or 1) - 1]
        start = match.start()
        number = _number(match[match.lastindex or 1])
        goes_on = kind == _GOING_ON and number == due and text.endswith(",", 0, start)
        if kind in _STRICT and not goes_on and _MID_SENTENCE.search(text, max(0, start - 1), start):
            continue
        due = number + 1 if kind == _GOING_ON else due
        yield Marker(kind, number, start, match.end())


def _number(text: str) -> int:
    if text in _WORDS:
        return _WORDS[text]
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return int(text) if text.isdecimal() else int(parse_numeral(text) or 0)
