"""Refuses files whose few bytes unfold to more than memory holds, before anything unfolds them."""

from __future__ import annotations

import re
import zlib
from math import prod

from ...errors import InputError, TooLargeError

LIMIT_STREAM = 48 << 20
"""Unpacked bytes of one stream: the drawing of a page, a font. Drawn, it takes some twenty times that."""

LIMIT_PICTURE = 300 << 20
"""Unpacked bytes of one picture, which is never drawn."""

LIMIT_FORMS = 100_000
"""How often forms that draw forms may be drawn, all in all."""

# No stream shorter than this unfolds beyond the limit: packing gains a factor of a thousand at most.
_SHORT = LIMIT_STREAM // 1100
_CHUNK = 1 << 20
_HEAD = 2000
_FORM_BYTES = 1 << 20
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
_DRAWN = re.compile(rb"/[^\s/<>\[\]()]+\s+Do\b")


def check(data: bytes, name: str) -> None:
    """Raise TooLargeError or InputError for streams and forms that unfold beyond the limits."""
    drawn: list[int] = []
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _HEAD) : match.start()]
        head = head[head.rfind(b" obj") :]
        start = match.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        if _FORM.search(head):
            drawn.append(max(1, len(_DRAWN.findall(_beginning(data[start:end])))))
        if end - start < _SHORT:
            continue
        if len(_PACKED.findall(head)) > 1:
            raise InputError(f"{name} packs a stream more than once; print it to a new PDF and give that")
        limit = LIMIT_PICTURE if _PICTURE.search(head) else LIMIT_STREAM
        if _unpacks_beyond(data, start, end, limit):
            raise TooLargeError(f"{name} holds a stream that unpacks to more than {limit >> 20} MB")
    if prod(drawn) > LIMIT_FORMS:
        raise TooLargeError(f"{name} draws forms within forms more than {LIMIT_FORMS} times")


def _beginning(packed: bytes) -> bytes:
    """The first bytes of a stream, unpacked where it is packed."""
    try:
        return zlib.decompressobj().decompress(packed, _FORM_BYTES)
    except zlib.error:
        return packed[:_FORM_BYTES]


def _unpacks_beyond(data: bytes, start: int, end: int, limit: int) -> bool:
    unpacker = zlib.decompressobj()
    total = 0
    view = memoryview(data)
    for at in range(start, end, _CHUNK):
        rest: bytes | memoryview = view[at : min(end, at + _CHUNK)]
        while rest and not unpacker.eof:
            try:
                total += len(unpacker.decompress(rest, _CHUNK))
            except zlib.error:
                return False
            if total > limit:
                return True
            rest = unpacker.unconsumed_tail
    return False
