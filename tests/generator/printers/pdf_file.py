"""The objects of a PDF file."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .fonts import FLIP, FONTS, embedded
from .typeset import STANDARD, Fonts

WIDTH, HEIGHT = 595.0, 842.0


class Ink(StrEnum):
    """How the borders of tables are drawn."""

    STROKES = "strokes"
    THIN_RECTANGLES = "thin rectangles"
    CELL_RECTANGLES = "cell rectangles"
    HORIZONTAL = "horizontal"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PdfStyle:
    """How a file is printed.

    `head` is a running head; `rotate` stores the pages turned, to be shown upright; `origin` is where the
    corner of a page lies; `mute` leaves out what characters mean; `embed` puts the fonts into the file, a
    third one for headings among them; `repeat` shows the head of a table
    again on every page; `centred` puts what a cell holds in its middle.
    """

    size: float = 12.0
    ink: Ink = Ink.STROKES
    page_numbers: bool = True
    head: str = ""
    open_sides: bool = False
    rotate: int = 0
    origin: int = 0
    mute: bool = False
    compress: bool = True
    embed: bool = False
    repeat: bool = False
    centred: bool = False


def assemble(contents: Sequence[str | bytes], style: PdfStyle, extra: Sequence[str] = ()) -> bytes:
    """A file of pages with these contents; `extra` objects follow those of the pages."""
    fonts = _embedded() if style.embed else _standard(style)
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *fonts]
    named = b" ".join(b"/F%d %d 0 R" % (n + 1, at) for n, at in enumerate(_FONT_AT[style.embed]))
    kids: list[int] = []
    turn, width, height = _turn(style)
    for content in contents:
        data = turn + (content.encode("latin-1") if isinstance(content, str) else content)
        packed = zlib.compress(data) if style.compress else data
        packing = b" /Filter /FlateDecode" if style.compress else b""
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(packed), packing, packed))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%d %d %d %d] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << %s >> >> >>"
            % (
                style.origin,
                style.origin,
                style.origin + width,
                style.origin + height,
                style.rotate,
                len(objects),
                named,
            )
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    return written([*objects, *(e.encode("latin-1") for e in extra)])


_FONT_AT = {False: (3, 4), True: tuple(3 + 6 * (n % len(FONTS)) for n in (2, 0, 1))}
"""The numbers of the fonts for ASCII, for text and, where they are embedded, for headings."""


def fonts_of(style: PdfStyle, *, heading: bool = False) -> Fonts:
    """The fonts in which a file of this style sets its text."""
    if not style.embed:
        return STANDARD
    return Fonts("F1", "F3" if heading else "F2", "own", FLIP)


def _embedded() -> list[bytes]:
    return [part for n, face in enumerate(FONTS) for part in embedded(face, 3 + 6 * n)]


def _standard(style: PdfStyle) -> list[bytes]:
    encoding = b"/Identity-H" if style.mute else b"/UniGB-UCS2-H"
    return [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding"
        b" /FirstChar 32 /LastChar 126 /Widths [" + b"500 " * 95 + b"] >>",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding %s /DescendantFonts [5 0 R] >>"
        % encoding,
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 6 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering ("
        + (b"Identity" if style.mute else b"GB1")
        + b") /Supplement 4 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880"
        b" /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 80 >>",
    ]


def _turn(style: PdfStyle) -> tuple[bytes, int, int]:
    """The command that turns upright content for the way pages are stored, and their stored size."""
    o, w, h = style.origin, int(WIDTH), int(HEIGHT)
    matrix = {
        0: (1, 0, 0, 1, o, o),
        90: (0, 1, -1, 0, h + o, o),
        180: (-1, 0, 0, -1, w + o, h + o),
        270: (0, -1, 1, 0, o, w + o),
    }[style.rotate]
    width, height = (h, w) if style.rotate in (90, 270) else (w, h)
    return b"%d %d %d %d %d %d cm\n" % matrix, width, height


def written(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """The objects, numbered from 1 and the first one the catalogue, as a file."""
    out = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)
