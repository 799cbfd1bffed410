"""Writes lines and tables as text, and remembers on which page and in which box each character stands."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...values import Cell, Grid, Location, Span
from .geometry import NOWHERE, Box, around
from .lines import Line
from .tables import RuledTable, Slot

_SAME_COLUMN = 4.0  # points between the columns of a table and of its continuation
_IDEOGRAPH = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
_PITCH = 1.7  # of a character's height: how far apart two lines of one cell are at most
_FULL = 1.2  # of a character's width: a line that leaves less room than this is full


class Places:
    """Where each character of the text stands; `locate` answers for a span."""

    def __init__(self) -> None:
        self._boxes = array("f")
        self._pages = array("H")

    def add(self, sides: Iterable[float], page: int, characters: int = 1) -> None:
        """More characters of the text, with the four sides of the box of each."""
        self._boxes.extend(sides)
        self._pages.extend([page] * characters)

    def locate(self, span: Span) -> Location | None:
        """The page on which a span begins, and the box around its characters there."""
        if span.start >= len(self._pages):
            return None
        page = self._pages[span.start]
        here = (at for at in range(span.start, min(span.end, len(self._pages))) if self._pages[at] == page)
        boxes = (Box(*self._boxes[4 * at : 4 * at + 4]) for at in here)
        printed = [box for box in boxes if box != NOWHERE]
        if not printed:
            return Location(page=page)
        x0, top, x1, bottom = (round(side, 2) for side in around(printed))
        return Location(page=page, bbox=(x0, top, x1, bottom))


class _OpenTable:
    """A table that may go on on the next page: its cells by their row and the sides of their column."""

    def __init__(self, xs: Sequence[float]) -> None:
        self.xs = tuple(xs)
        self.rows = 0
        self._cells: list[tuple[int, float, float, Cell]] = []

    def add(self, left: float, right: float, cell: Cell) -> None:
        """One more cell of the last row."""
        self._cells.append((self.rows - 1, left, right, cell))

    def goes_on_in(self, xs: Sequence[float]) -> bool:
        """Whether a table with these columns continues this one: all its columns are there, or all of its."""
        few, many = sorted((self.xs, tuple(xs)), key=len)
        sides = (abs(few[0] - many[0]), abs(few[-1] - many[-1]))
        return max(sides) < _SAME_COLUMN and all(any(abs(x - y) < _SAME_COLUMN for y in many) for x in few)

    def go_on(self, xs: Sequence[float]) -> None:
        """Take over the columns of the continuation, if it has more."""
        self.xs = max(self.xs, tuple(xs), key=len)

    def grid(self) -> Grid:
        """The cells at their positions."""
        rows: list[list[Cell | None]] = [[None] * (len(self.xs) - 1) for _ in range(self.rows)]
        for row, left, right, cell in self._cells:
            column = self._side(left)
            rows[row][column] = replace(cell, colspan=max(1, self._side(right) - column))
        return Grid(tuple(map(tuple, rows)))

    def _side(self, x: float) -> int:
        return min(range(len(self.xs)), key=lambda side: abs(self.xs[side] - x))


class Writer:
    """Builds the text of a document page by page."""

    def __init__(self) -> None:
        self.places = Places()
        self._parts: list[str] = []
        self._length = 0
        self._page = 0
        self._tables: list[_OpenTable] = []
        self._open: _OpenTable | None = None
        self._guessed: list[Span] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables that were written, in order."""
        return tuple(table.grid() for table in self._tables)

    @property
    def guessed(self) -> tuple[Span, ...]:
        """What stands outside of ruled tables, or on a page whose edge cuts off columns, in stretches."""
        return tuple(self._guessed)

    def page(self, number: int, items: Sequence[Line | RuledTable], *, cut: bool = False) -> None:
        """Write a page: a line for each line of text and for each row of a table, an empty one behind a line
        that is cut, so that no sentence goes on there.

        `cut` says that there are characters beyond its edges.
        """
        self._page = number
        for item in items:
            start = self._length
            if isinstance(item, Line):
                if not item.running:
                    self._open = None
                self._characters(item)
                self._put("\n\n" if item.cut else "\n")
            else:
                self._table(item)
            if cut or isinstance(item, Line):
                self._guess(start)

    def _guess(self, start: int) -> None:
        """Count what was written from `start` on as guessed."""
        if self._guessed and self._guessed[-1].end == start:
            start = self._guessed.pop().start
        self._guessed.append(Span(start, self._length))

    def _put(self, piece: str) -> None:
        """Write what is not printed on the page."""
        self._parts.append(piece)
        self._length += len(piece)
        self.places.add(NOWHERE * len(piece), self._page, len(piece))

    def _characters(self, line: Line) -> None:
        self._parts.append(line.text)
        self._length += len(line.text)
        self.places.add(line.sides, self._page, len(line.text))

    def _table(self, table: RuledTable) -> None:
        if self._open is not None and self._open.goes_on_in(table.xs):
            self._open.go_on(table.xs)
        else:
            self._open = _OpenTable(table.xs)
            self._tables.append(self._open)
        by_row: dict[int, list[Slot]] = {}
        for slot in table.slots:
            by_row.setdefault(slot.row, []).append(slot)
        for row in sorted(by_row):
            self._open.rows += 1
            for number, slot in enumerate(by_row[row]):
                if number:
                    self._put(" | ")
                span = self._cell(slot)
                self._open.add(slot.box.x0, slot.box.x1, Cell(span, self._written(span), slot.rows))
            self._put("\n")

    def _cell(self, slot: Slot) -> Span:
        """Write a cell; what stands overleaf follows what stands on this page."""
        start = self._length
        before: Line | None = None
        for lines, page in ((slot.lines, self._page), (slot.overleaf, self._page + 1)):
            here, self._page = self._page, page
            for line in lines:
                if before is not None and not _runs_on(before, line, slot):
                    self._put(" ")
                self._characters(line)
                before = line
            self._page = here
        return Span(start, self._length)

    def _written(self, span: Span) -> str:
        """The text of a span that was written last."""
        found: list[str] = []
        missing = span.end - span.start
        for piece in reversed(self._parts):
            if missing <= 0:
                break
            found.append(piece)
            missing -= len(piece)
        return "".join(reversed(found))


def _runs_on(before: Line, line: Line, slot: Slot) -> bool:
    """Whether a number or a word of ideographs is broken over two lines of its cell: no room was left."""
    last, first, box = before.text[-1], line.text[0], before.box_at(len(before.text) - 1)
    digits = last.isdigit() and (first.isdigit() or first in ".,")
    if not digits and not (_IDEOGRAPH.match(last) or _IDEOGRAPH.match(first)):
        return False
    if len(before.text) == 1:
        apart = line.box.middle[1] - before.box.middle[1]
        return digits and slot.box.width < 2 * _FULL * box.width and apart < _PITCH * box.height
    indent = before.box.x0 - slot.box.x0
    return slot.box.x1 - box.x1 < _FULL * box.width + indent
