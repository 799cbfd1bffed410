"""Fonts to embed, made here: every character is the same box, and only the map to Unicode tells them apart.

A word processor embeds a part of its fonts under codes of its own, and adds the map from codes to
characters. These fonts do the same, so that a file reads alike on every machine.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

UNITS = 1000
FLIP = 0x8000
"""Codes are those of Unicode with this bit turned."""


@dataclass(frozen=True, slots=True)
class Face:
    """The name and the measures of a font, in thousandths of its size."""

    name: str
    width: int
    ascent: int
    descent: int


FONTS = (Face("BAAAAA+SongBox", 1000, 859, -141), Face("CAAAAA+HeiBox", 1000, 880, -250),
         Face("DAAAAA+LatinBox", 500, 891, -216))  # fmt: skip
"""One for text, one for headings, and one for ASCII, none as high as another."""


def embedded(face: Face, first: int) -> list[bytes]:
    """The objects of a font, the first of which gets the number `first`."""
    name = face.name.encode()
    box = b"[0 %d %d %d]" % (face.descent, face.width, face.ascent)
    return [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R]"
        b" /ToUnicode %d 0 R >>" % (name, first + 1, first + 4),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /DW %d /FontDescriptor %d 0 R"
        b" /CIDToGIDMap %d 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        % (name, face.width, first + 2, first + 5),
        b"<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox %s /Ascent %d /Descent %d /CapHeight 700"
        b" /ItalicAngle 0 /StemV 80 /FontFile2 %d 0 R >>" % (name, box, face.ascent, face.descent, first + 3),
        _stream(_true_type(face)),
        _stream(_to_unicode()),
        _stream(b"\0\1" * 65536),
    ]


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Length1 %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (
        len(packed),
        len(data),
        packed,
    )


def _to_unicode() -> bytes:
    """The map from codes to characters, a range for each page of 256."""
    ranges = [f"<{p << 8:04X}> <{p << 8 | 255:04X}> <{(p << 8) ^ FLIP:04X}>" for p in range(256)]
    blocks = [ranges[at : at + 100] for at in range(0, 256, 100)]
    body = "\n".join(f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Made def\n"
        "/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\nendcmap\nend\nend"
    ).encode()


def _true_type(face: Face) -> bytes:
    """A TrueType font of two glyphs: nothing, and a box."""
    side, top = 50, face.ascent - 50
    box = struct.pack(">hhhhh", 1, side, 0, face.width - side, top)
    box += struct.pack(">HH", 3, 0) + bytes([1, 1, 1, 1])
    box += struct.pack(">hhhh", side, 0, face.width - 2 * side, 0) + struct.pack(">hhhh", 0, top, 0, -top)
    tables = {
        b"glyf": box + b"\0" * (-len(box) % 4),
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh", 1 << 16, 1 << 16, 0, 0x5F0F3CF5, 3, UNITS, 0, 0,
            0, face.descent, face.width, face.ascent, 0, 8, 2, 1, 0,
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH", 1 << 16, face.ascent, face.descent, 0, face.width, 0, 0, face.width,
            1, 0, 0, 0, 0, 0, 0, 0, 2,
        ),
        b"hmtx": struct.pack(">HhHh", face.width, 0, face.width, side),
        b"loca": struct.pack(">III", 0, 0, len(box) + (-len(box) % 4)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 1 << 16, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }  # fmt: skip
    return _file(tables)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables of a font as a file."""
    at = 12 + 16 * len(tables)
    directory = struct.pack(">IHHHH", 1 << 16, len(tables), 64, 2, 16 * len(tables) - 64)
    body = b""
    for tag, data in sorted(tables.items()):
        padded = data + b"\0" * (-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag, total, at + len(body), len(data))
        body += padded
    return directory + body
