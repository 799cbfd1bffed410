"""Writes lines and tables as text, and remembers on which page and in which box each character stands."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence

from ...values import Cell, Grid, Location, Span
from .geometry import Box, around
from .lines import Line, lines_of
from .tables import RuledTable, Slot

_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
_SAME_COLUMN = 4.0  # points between the columns of a table and of its continuation
_FULL = 1.2  # of a character's width: a line that leaves less room than this is full


class Places:
    """Where each character of the text stands; `locate` answers for a span."""

    def __init__(self) -> None:
        self._boxes = array("f")
        self._pages: list[int] = []
        self._starts: list[int] = []

    def begin_page(self, number: int) -> None:
        """The characters from here on stand on this page."""
        self._pages.append(number)
        self._starts.append(len(self._boxes) // 4)

    def add(self, box: Box | None) -> None:
        """One more character of the text; without a box for one that is not printed."""
        self._boxes.extend(box or _NOWHERE)

    def locate(self, span: Span) -> Location | None:
        """The page on which a span begins, and the box around its characters there."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0:
            return None
        end = self._starts[first + 1] if first + 1 < len(self._starts) else len(self._boxes) // 4
        boxes = [Box(*self._boxes[4 * at : 4 * at + 4]) for at in range(span.start, min(span.end, end))]
        printed = [box for box in boxes if box != _NOWHERE]
        if not printed:
            return Location(page=self._pages[first])
        x0, top, x1, bottom = (round(side, 2) for side in around(printed))
        return Location(page=self._pages[first], bbox=(x0, top, x1, bottom))


class _OpenTable:
    """A table that may go on on the next page."""

    def __init__(self, xs: Sequence[float]) -> None:
        self.xs = xs
        self.rows: list[tuple[Cell | None, ...]] = []


class Writer:
    """Builds the text of a document page by page."""

    def __init__(self) -> None:
        self.places = Places()
        self._parts: list[str] = []
        self._length = 0
        self._tables: list[_OpenTable] = []
        self._open: _OpenTable | None = None

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables that were written, in order."""
        return tuple(Grid(tuple(table.rows)) for table in self._tables)

    def page(self, number: int, items: Sequence[Line | RuledTable]) -> None:
        """Write a page: a line for each line of text and for each row of a table."""
        self.places.begin_page(number)
        for item in items:
            if isinstance(item, Line):
                self._open = None
                self._characters(item)
                self._put("\n")
            else:
                self._table(item)

    def _put(self, piece: str, box: Box | None = None) -> None:
        self._parts.append(piece)
        self._length += len(piece)
        for _ in piece:
            self.places.add(box)

    def _characters(self, line: Line) -> None:
        for character, box in line.characters:
            self._put(character, box)

    def _table(self, table: RuledTable) -> None:
        if self._open is None or not _same_columns(self._open.xs, table.xs):
            self._open = _OpenTable(table.xs)
            self._tables.append(self._open)
        by_row: dict[int, list[Slot]] = {}
        for slot in table.slots:
            by_row.setdefault(slot.row, []).append(slot)
        for row in range(len(table.ys) - 1):
            if row in by_row:
                self._open.rows.append(self._row(by_row[row], len(table.xs) - 1))
                self._put("\n")

    def _row(self, slots: Sequence[Slot], columns: int) -> tuple[Cell | None, ...]:
        row: list[Cell | None] = [None] * columns
        for number, slot in enumerate(slots):
            if number:
                self._put(" | ")
            span = self._cell(slot)
            row[slot.column] = Cell(span, self._written(span), slot.rows, slot.columns)
        return tuple(row)

    def _cell(self, slot: Slot) -> Span:
        start = self._length
        before: Line | None = None
        for line in lines_of(slot.glyphs):
            if before is not None and not _runs_on(before, line, slot):
                self._put(" ")
            self._characters(line)
            before = line
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


def _same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < _SAME_COLUMN for a, b in zip(one, other, strict=True))


def _runs_on(before: Line, line: Line, slot: Slot) -> bool:
    """Whether a number is broken over two lines of its cell: digits on both sides, and no room left."""
    last, first = before.characters[-1], line.characters[0]
    if last[1] is None or not (last[0].isdigit() and (first[0].isdigit() or first[0] in ".,")):
        return False
    room = slot.box.x1 - last[1].x1
    indent = before.box.x0 - slot.box.x0
    return room < _FULL * last[1].width + indent and len(before.text) > 1
