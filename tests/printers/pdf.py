"""Prints PDF files with nothing but the standard library: ruled tables, two fonts, page breaks."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .blocks import Block, Merged, Paragraph, Table

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 72.0


class Ink(StrEnum):
    """How the borders of tables are drawn."""

    STROKES = "strokes"
    THIN_RECTANGLES = "thin rectangles"
    CELL_RECTANGLES = "cell rectangles"


@dataclass(frozen=True, slots=True)
class PdfStyle:
    """How a file is printed.

    `head` is a running head; `rotate` stores the pages turned, to be shown upright; `origin` is where the
    corner of a page lies; `mute` leaves out what characters mean.
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


def print_pdf(blocks: Iterable[Block], style: PdfStyle | None = None) -> bytes:
    """The blocks as a PDF file of A4 pages."""
    printer = _Printer(style or PdfStyle())
    for block in blocks:
        if isinstance(block, Paragraph):
            printer.paragraph(block)
        else:
            printer.table(block)
    return assemble(
        [page.content(printer.style, n) for n, page in enumerate(printer.pages, 1)], printer.style
    )


@dataclass
class _Page:
    commands: list[str] = field(default_factory=list)
    y: float = HEIGHT - MARGIN

    def content(self, style: PdfStyle, number: int) -> str:
        extra: list[str] = []
        if style.head:
            extra += show(style.head, MARGIN, HEIGHT - 40, 9)
        if style.page_numbers:
            extra += show(f"- {number} -", WIDTH / 2 - 12, 40, 10)
        return "\n".join([*extra, *self.commands])


class _Printer:
    def __init__(self, style: PdfStyle) -> None:
        self.style = style
        self.pages = [_Page()]

    @property
    def page(self) -> _Page:
        return self.pages[-1]

    def paragraph(self, block: Paragraph) -> None:
        size = self.style.size * (1.4 if block.heading == 1 else 1)
        for line in wrap(block.text, WIDTH - 2 * MARGIN, size):
            self._room(size * 1.5)
            self.page.y -= size * 1.5
            self.page.commands += show(line, MARGIN, self.page.y, size)

    def table(self, table: Table) -> None:
        """Rows break over pages; a cell over several rows is cut there, its text stays on the first."""
        size = self.style.size * 0.75
        xs = _columns(table, size)
        placed = table.placed()
        heights = [_row_height(r, placed, xs, size) for r in range(len(table.rows))]
        self.page.y -= size
        begin = 0
        while begin < len(heights):
            self._room(heights[begin])
            end, used = begin, 0.0
            while end < len(heights) and self.page.y - used - heights[end] > MARGIN:
                used += heights[end]
                end += 1
            self._rows(placed, xs, heights, begin, end)
            begin = end
        self.page.y -= size

    def _rows(
        self,
        placed: Sequence[tuple[int, int, Merged]],
        xs: Sequence[float],
        heights: Sequence[float],
        begin: int,
        end: int,
    ) -> None:
        ys = [self.page.y]
        for height in heights[begin:end]:
            ys.append(ys[-1] - height)
        for r, column, cell in placed:
            top, bottom = max(r, begin), min(r + cell.rows, end)
            if top >= bottom:
                continue
            left, right = xs[column], xs[column + cell.columns]
            self.page.commands += _border(left, ys[bottom - begin], right, ys[top - begin], xs, self.style)
            if r >= begin:
                self._cell(cell.text, left, right, ys[top - begin], ys[bottom - begin])
        self.page.y = ys[-1]

    def _cell(self, text: str, left: float, right: float, top: float, bottom: float) -> None:
        size = self.style.size * 0.75
        lines = wrap(text, right - left - 4, size)
        y = (top + bottom) / 2 + len(lines) * size * 0.6
        for line in lines:
            y -= size * 1.2
            self.page.commands += show(line, left + 2, y + size * 0.2, size)

    def _room(self, height: float) -> None:
        if self.page.y - height < MARGIN:
            self.pages.append(_Page())


def wrap(text: str, width: float, size: float) -> list[str]:
    """The text in lines of at most this width."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for character in part:
            if line and advance(line + character, size) > width:
                lines.append(line)
                line = ""
            line += character
        lines.append(line)
    return [line for line in lines if line.strip()]


def advance(text: str, size: float) -> float:
    """The width of a text: half the size for ASCII, the size for everything else."""
    return sum(size * (0.5 if character.isascii() else 1) for character in text)


def show(text: str, x: float, y: float, size: float) -> list[str]:
    """The commands that print a line, ASCII in one font and the rest in another."""
    commands: list[str] = []
    run = ""
    for character in [*text, ""]:
        if run and (not character or character.isascii() != run[0].isascii()):
            font = "F1" if run[0].isascii() else "F2"
            codes = run.encode("ascii").hex() if run[0].isascii() else run.encode("utf-16-be").hex()
            commands.append(f"BT /{font} {size:.2f} Tf {x:.2f} {y:.2f} Td <{codes}> Tj ET")
            x += advance(run, size)
            run = ""
        run += character
    return commands


def _columns(table: Table, size: float) -> list[float]:
    """The positions between columns: the first one or two are wide, for labels."""
    count = table.width
    if count <= 4:
        widths = [1.0] * count
    else:
        figures = 6 * size * 0.5 + 6
        labels = max(1, count - 7) if count <= 10 else 0
        rest = WIDTH - 2 * MARGIN - figures * (count - labels)
        widths = [rest / labels] * labels + [figures] * (count - labels) if labels else [1.0] * count
    scale = (WIDTH - 2 * MARGIN) / sum(widths)
    xs = [MARGIN]
    for width in widths:
        xs.append(xs[-1] + width * scale)
    return xs


def _row_height(
    row: int, placed: Sequence[tuple[int, int, Merged]], xs: Sequence[float], size: float
) -> float:
    lines = [
        len(wrap(cell.text, xs[column + cell.columns] - xs[column] - 4, size)) / cell.rows
        for r, column, cell in placed
        if r <= row < r + cell.rows
    ]
    return max([1.0, *lines]) * size * 1.2 + 6


def _border(
    left: float, bottom: float, right: float, top: float, xs: Sequence[float], style: PdfStyle
) -> list[str]:
    if style.ink is Ink.CELL_RECTANGLES:
        return [f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re S"]
    sides = [(left, bottom, right, bottom), (left, top, right, top)]
    sides += [(x, bottom, x, top) for x in (left, right) if not style.open_sides or x not in (xs[0], xs[-1])]
    if style.ink is Ink.THIN_RECTANGLES:
        return [f"{a:.2f} {b:.2f} {c - a or 0.48:.2f} {d - b or 0.48:.2f} re f" for a, b, c, d in sides]
    return [f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S" for a, b, c, d in sides]


def assemble(contents: Sequence[str | bytes], style: PdfStyle, extra: Sequence[str] = ()) -> bytes:
    """A file of pages with these contents; `extra` objects follow those of the pages."""
    encoding = "/Identity-H" if style.mute else "/UniGB-UCS2-H"
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding"
        b" /FirstChar 32 /LastChar 126 /Widths [" + b"500 " * 95 + b"] >>",
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding {encoding}"
        " /DescendantFonts [5 0 R] >>".encode(),
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 6 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering ("
        + (b"Identity" if style.mute else b"GB1")
        + b") /Supplement 4 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880"
        b" /Descent -120 /CapHeight 880 /ItalicAngle 0 /StemV 80 >>",
    ]
    kids: list[int] = []
    turn, width, height = _turn(style)
    for content in contents:
        data = turn + (content.encode("latin-1") if isinstance(content, str) else content)
        packed = zlib.compress(data) if style.compress else data
        packing = b" /Filter /FlateDecode" if style.compress else b""
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(packed), packing, packed))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%d %d %d %d] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            % (
                style.origin,
                style.origin,
                style.origin + width,
                style.origin + height,
                style.rotate,
                len(objects),
            )
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    return written([*objects, *(e.encode("latin-1") for e in extra)])


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
