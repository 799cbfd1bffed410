"""Prints PDF files with nothing but the standard library: tables with borders, two fonts, page breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .blocks import Block, Merged, Paragraph, Table
from .pdf_file import HEIGHT, WIDTH, Ink, PdfStyle, assemble, fonts_of
from .typeset import advance, show, wrap

MARGIN = 72.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands: its page, how far from the left, and the top and bottom of its line in points."""

    page: int
    x: float
    top: float
    bottom: float


def print_pdf(blocks: Iterable[Block], style: PdfStyle | None = None) -> bytes:
    """The blocks as a PDF file of A4 pages."""
    return print_marked_pdf(blocks, style)[0]


def print_marked_pdf(blocks: Iterable[Block], style: PdfStyle | None = None) -> tuple[bytes, dict[str, Spot]]:
    """The blocks as a PDF file, and where the marks in their texts stand."""
    printer = _Printer(style or PdfStyle())
    for block in blocks:
        if isinstance(block, Paragraph):
            printer.paragraph(block)
        else:
            printer.table(block)
    contents = [page.content(printer.style, n) for n, page in enumerate(printer.pages, 1)]
    return assemble(contents, printer.style), printer.spots


@dataclass
class _Page:
    commands: list[str] = field(default_factory=list)
    y: float = HEIGHT - MARGIN

    def content(self, style: PdfStyle, number: int) -> str:
        extra: list[str] = []
        fonts = fonts_of(style)
        if style.head:
            extra += show(style.head, MARGIN, HEIGHT - 40, 9, fonts)
        if style.page_numbers:
            extra += show(f"- {number} -", WIDTH / 2 - 12, 40, 10, fonts)
        return "\n".join([*extra, *self.commands])


class _Printer:
    def __init__(self, style: PdfStyle) -> None:
        self.style = style
        self.pages = [_Page()]
        self.spots: dict[str, Spot] = {}

    @property
    def page(self) -> _Page:
        return self.pages[-1]

    def paragraph(self, block: Paragraph) -> None:
        size = self.style.size * (1.4 if block.heading == 1 else 1)
        for line in wrap(block.text, WIDTH - 2 * MARGIN, size):
            self._room(size * 1.5)
            self.page.y -= size * 1.5
            self._show(line, MARGIN, self.page.y, size, heading=block.heading > 0)

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
            if self.style.repeat and begin >= table.head > 0 and self.page.y == HEIGHT - MARGIN:
                self._rows(placed, xs, heights, 0, table.head)
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
            indent = (right - left - advance(line, size)) / 2 if self.style.centred else 2
            self._show(line, left + indent, y + size * 0.2, size)

    def _show(self, line: str, x: float, y: float, size: float, *, heading: bool = False) -> None:
        marks: dict[str, tuple[float, float]] = {}
        self.page.commands += show(line, x, y, size, fonts_of(self.style, heading=heading), marks)
        for mark, (at, base) in marks.items():
            top = HEIGHT - base - 0.8 * size
            self.spots.setdefault(mark, Spot(len(self.pages), at, top, top + size))

    def _room(self, height: float) -> None:
        if self.page.y - height < MARGIN:
            self.pages.append(_Page())


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
    if style.ink is Ink.NONE:
        return []
    if style.ink is Ink.CELL_RECTANGLES:
        return [f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re S"]
    sides = [(left, bottom, right, bottom), (left, top, right, top)]
    if style.ink is not Ink.HORIZONTAL:
        sides += [
            (x, bottom, x, top) for x in (left, right) if not style.open_sides or x not in (xs[0], xs[-1])
        ]
    if style.ink is Ink.THIN_RECTANGLES:
        return [f"{a:.2f} {b:.2f} {c - a or 0.48:.2f} {d - b or 0.48:.2f} re f" for a, b, c, d in sides]
    return [f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S" for a, b, c, d in sides]
