"""Segments → names and lines: the label of a row, and rows of figures with a cell for every column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .columns import Columns
from .fit import Cell, cells_of, fit, is_blank
from .pages import may_be_page_number
from .pieces import NOT_APPLICABLE, Kind, Piece
from .rows import Block, Label, Segment
from .sheets import Sheet

_TELLING = 5
"""Rows of so many cells have sums, which tell whether they were parted right."""

_RULED = 2 / 3
"""If so many labels stand in the row of their figures, rows are those of the table."""


@dataclass(frozen=True, slots=True)
class Name:
    """The label of a row, the row, and its unit cell; the only row of some sheets has no label.

    `optional` rows need not have figures. `explained` tells that nothing unknown stands behind it. `alone`
    tells that it stands in a row without figures, among rows in which labels stand beside theirs, and
    `beside_empty` that it stands beside empty cells.
    """

    row: int
    label: Label | None = None
    unit: Piece | None = None
    optional: bool = False
    explained: bool = True
    alone: bool = False
    beside_empty: bool = False

    def leads(self, line: Line) -> bool:
        """Whether nothing unknown stands between the label and a row of figures right behind it, and no
        border between their rows."""
        return self.explained and not line.words and not (self.alone and line.in_row)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row of figures: a cell for every column in order, and the unit cell of its row.

    `words` is the text in the place of its label, if that is no label that we know. `squeezed` tells that
    empty cells were left out of it; `apart`, that some are left and it does not stand below its header.
    """

    cells: tuple[Cell, ...]
    unit: Piece | None = None
    words: str = ""
    squeezed: bool = False
    apart: bool = False

    @property
    def in_row(self) -> bool:
        """Whether the layout shows it as a row."""
        return self.cells[0][0].row >= 0

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return all(map(is_blank, self.cells))

    @property
    def stated(self) -> bool:
        """Whether a cell holds more than a sign that there is nothing to state."""
        return _stated(self.cells)

    @property
    def may_be_page_number(self) -> bool:
        """Whether it is a bare number that may be that of a page."""
        return may_be_page_number(self.cells[0][0])


@dataclass(frozen=True, slots=True)
class Whole:
    """A label with the figures of its own row."""

    name: Name
    line: Line


@dataclass(frozen=True, slots=True)
class Odd:
    """Cells that fill no row, with the label in whose row they stand."""

    cells: tuple[Cell, ...]
    name: Name | None = None


Item = Name | Line | Whole | Odd


def items_of(block: Block, columns: Columns, sheet: Sheet, *, ruled: bool) -> Iterator[Item]:
    """The labels and figures of a block in order; `ruled` as `ruled` tells of its document."""
    reader = _Reader(block, columns, sheet, ruled)
    for segment, behind in zip(block.segments, [*block.segments[1:], None], strict=True):
        if not _is_heading(segment, behind):
            yield from reader.items(segment)


def _is_heading(segment: Segment, behind: Segment | None) -> bool:
    """Whether the label stands in one row with that of the next row (`（三）不予公开 | 1.属于国家秘密`)."""
    label, next_label = segment.label, behind.label if behind else None
    if label is None or next_label is None or segment.runs:
        return False
    return label.row == next_label.pieces[0].row >= 0


class _Reader:
    """Reads the segments of one block.

    Where rows of figures have lost their label (`torn`), a label beside empty cells alone may be what
    they lost. Where rows have a unit cell, cells that state nothing without one stand beside a heading.
    """

    def __init__(self, block: Block, columns: Columns, sheet: Sheet, ruled: bool) -> None:
        self._columns = columns
        self._sheet = sheet
        self._ruled = ruled
        self._units = block.units
        self._torn = not sheet.unlabelled and any(s.label is None and s.stated for s in block.segments)
        self._in_rows = block.in_rows

    def items(self, segment: Segment) -> Iterator[Item]:
        """A segment as its label, whole rows and leftovers."""
        name = self._name(segment)
        runs = self._runs(segment)
        words = "".join(piece.text for piece in segment.loose)
        due = name is not None and not name.optional
        if name is not None and _in_row_of_label(segment):
            line, taken = self._first_line(runs)
            if line is None:
                yield from self._behind_text(runs[0], name)
                taken = 1
            elif self._torn and line.blank:
                yield replace(name, optional=True, beside_empty=True)
            else:
                yield Whole(name, line)
            runs = runs[taken:]
        elif name is not None:
            yield name
            line, taken = self._first_line(runs)
            if line is not None and not self._beside_heading(line, runs[0], due=due):
                yield replace(line, words=words)
                runs = runs[taken:]
        elif segment.label is not None and _in_row_of_label(segment):
            runs = runs[1:]  # what stands beside a heading
        heading = segment.label is not None and name is None
        while runs:
            line, taken = self._first_line(runs)
            if line is not None and not self._beside_heading(line, runs[0], heading=heading):
                yield replace(line, words=words)
                words = ""
            elif _stated(runs[0]) or (due and self._has_lost_cells(runs[0])):
                yield from self._several(runs[0])
            runs = runs[taken or 1 :]

    def _name(self, segment: Segment) -> Name | None:
        """The row that the segment's label names; None without a label, and for a mere heading."""
        if segment.label is None:
            return Name(0) if self._sheet.unlabelled else None
        at = segment.label.entry.at
        row = self._sheet.table.rows[at]
        if row.path is None:
            return None
        alone = self._ruled and _in_cell(segment) and not _in_row_of_label(segment)
        return Name(at, segment.label, segment.unit, row.optional, not segment.loose, alone)

    def _runs(self, segment: Segment) -> list[list[Cell]]:
        runs = segment.rows(self._in_rows)
        if self._in_rows and len(self._columns) > 1:
            runs = [run for run in runs if len(run) > 1 or not may_be_page_number(run[0])]
        return [cells_of(run) for run in runs]

    def _first_line(self, runs: Sequence[list[Cell]]) -> tuple[Line | None, int]:
        """The first row that the runs make up, and how many runs that takes.

        A row may be broken over runs. Empty cells before it may be those of the header, and are where they
        stand in a row and the cells behind them do not.
        """
        blank_first = bool(runs) and all(map(is_blank, runs[0]))
        of_header = blank_first and len(runs) > 1 and runs[0][0][0].row >= 0 > runs[1][0][0].row
        for skipped in range(of_header, 2 if blank_first else 1):
            cells: list[Cell] = []
            for taken, run in enumerate(runs[skipped:], 1):
                cells = cells + run
                if len(cells) == len(self._columns):
                    return self._line(cells), skipped + taken
                if len(cells) > len(self._columns):
                    break
        first = fit(runs[0], self._columns) if runs else None
        if first is None:
            return None, 0
        if len(first) == len(runs[0]):
            return self._line(first), 1
        return replace(self._line(first), squeezed=True, apart=self._is_apart(runs[0], first)), 1

    def _is_apart(self, cells: Sequence[Cell], chosen: Sequence[Cell]) -> bool:
        """Whether a row of a grid of which some cells are empty stands elsewhere than its header."""
        begin, at = cells[0][0].column, self._columns.at
        below = bool(at) and begin <= at[0]
        return begin >= 0 and not below and len({is_blank(cell) for cell in chosen}) > 1

    def _line(self, cells: Sequence[Cell]) -> Line:
        return Line(tuple(cells), self._units.get(cells[0][0].row))

    def _beside_heading(
        self, line: Line, run: Sequence[Cell], *, due: bool = False, heading: bool = False
    ) -> bool:
        """Whether cells that state nothing are no row, but what stands beside a heading.

        Signs that there is nothing to state are the row of a label that must have one (`due`), and
        never one behind a label that has none (`heading`).
        """
        if _stated(line.cells):
            return False
        if line.in_row and self._units:
            return line.unit is None
        if heading:
            return True
        if line.blank:
            return len(run) != len(line.cells) or not line.in_row
        return not due and len(run) != len(line.cells)

    def _has_lost_cells(self, run: Sequence[Cell]) -> bool:
        return len(run) < len(self._columns) and not all(map(is_blank, run))

    def _behind_text(self, cells: Sequence[Cell], name: Name) -> Iterator[Item]:
        """Cells of a row with one too many: where the first ones are text, they are an unknown label."""
        words = [at for at, cell in enumerate(cells) if cell[0].kind is Kind.TEXT]
        if words and len(cells) - words[-1] - 1 == len(self._columns):
            text = "".join(piece.text for cell in cells[: words[-1] + 1] for piece in cell)
            yield replace(self._line(cells[words[-1] + 1 :]), words=text)
        elif _stated(cells):
            yield Odd(tuple(cells), name)

    def _several(self, cells: Sequence[Cell]) -> Iterator[Item]:
        """Rows that follow one another without a break, if the cells make whole rows."""
        width = len(self._columns)
        if width < _TELLING or len(cells) % width:
            yield Odd(tuple(cells))
            return
        for at in range(0, len(cells), width):
            yield self._line(cells[at : at + width])


def ruled(blocks: Iterable[Block]) -> bool:
    """Whether the layout shows rows in which most labels stand beside their figures."""
    figured = [s for block in blocks for s in block.segments if _in_cell(s) and (s.runs or s.leading)]
    beside = sum(map(_in_row_of_label, figured))
    return beside >= _RULED * len(figured)


def _in_cell(segment: Segment) -> bool:
    """Whether the label is a cell of a row of the layout."""
    return segment.label is not None and segment.label.row >= 0 <= segment.label.pieces[-1].column


def _in_row_of_label(segment: Segment) -> bool:
    """Whether the layout shows that the first figures stand in the row of the label."""
    if segment.label is None or segment.label.row < 0:
        return False
    first = segment.runs[0] if segment.runs else segment.leading
    return bool(first) and first[0].row == segment.label.row


def _stated(cells: Sequence[Cell]) -> bool:
    """Whether a cell holds more than a sign that there is nothing to state."""
    return not all(is_blank(cell) or cell[0].text in NOT_APPLICABLE for cell in cells)
