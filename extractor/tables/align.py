"""Segments of a block → rows: figures that surely belong to a label, and stretches that were torn.

Figures belong to a label that stands in their row, or right before them where the layout shows no
rows. In tables made from a PDF whole rows of figures stand before or behind a label, or behind a list
of labels; such stretches are kept for `mend`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .columns import Columns
from .fit import Cell, cells_of, fit, is_blank
from .pages import may_be_page_number
from .pieces import NOT_APPLICABLE, Kind, Piece
from .rows import Block, Label, Segment
from .sheets import Sheet

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """The label of a row, the row, and its unit cell; the only row of some sheets has no label.

    `optional` rows need not have figures. `explained` tells that nothing unknown stands behind it.
    """

    row: int
    label: Label | None = None
    unit: Piece | None = None
    optional: bool = False
    explained: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of a sheet with its cells in the order of the columns; `flags` are reasons for doubt."""

    sheet: int
    name: Name
    cells: Cells
    columns: Columns
    flags: frozenset[str] = frozenset()

    @property
    def support(self) -> float:
        """How well label and header matched, 0 to 1."""
        return (self.name.label.support if self.name.label else 1.0) * self.columns.support


@dataclass(frozen=True, slots=True)
class Stray:
    """Figures that fill no row, or whose row is unknown; `name` is the label that they stand behind."""

    sheet: int
    cells: Cells
    columns: Columns
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Torn:
    """A stretch where labels and rows of figures, each with a cell for every column, stand apart."""

    sheet: int
    columns: Columns
    items: tuple[Name | Cells, ...]

    @property
    def names(self) -> list[Name]:
        """The labels, in order."""
        return [item for item in self.items if isinstance(item, Name)]

    @property
    def rows(self) -> list[Cells]:
        """The rows of figures, in order."""
        return [item for item in self.items if not isinstance(item, Name)]


Aligned = Placed | Torn | Stray


def align(block: Block, columns: Columns, sheet: Sheet) -> Iterator[Aligned]:
    """What the segments of a block say, in order."""
    segments = [
        one
        for one, behind in zip(block.segments, [*block.segments[1:], None], strict=True)
        if not _is_heading(one, behind)
    ]
    columns = _with_places(segments, columns)
    torn = any(s.label is None and s.runs for s in segments) and not sheet.unlabelled
    in_rows = any(run[0].row >= 0 for s in segments for run in s.runs)
    stretch: list[Name | Cells] = []
    for segment in segments:
        if in_rows:
            _drop_page_numbers(segment, columns)
        for item in _items(segment, columns, sheet, torn):
            if isinstance(item, _Odd):
                name = item.name
                if name is None and stretch and isinstance(stretch[-1], Name):
                    name = stretch[-1]
                    stretch.pop()
                yield from _settled(stretch, block.sheet, columns, in_rows)
                yield Stray(block.sheet, item.cells, columns, name if name and name.explained else None)
            elif isinstance(item, _Whole):
                yield from _settled(stretch, block.sheet, columns, in_rows)
                yield Placed(block.sheet, item.name, item.cells, columns)
            else:
                stretch.append(item)
                continue
            stretch = []
    yield from _settled(stretch, block.sheet, columns, in_rows)


def _with_places(segments: Sequence[Segment], columns: Columns) -> Columns:
    """The columns with their places among the pipes, where all whole rows agree on them."""
    if columns.at:
        return columns
    wide = len(columns)
    places = {
        tuple(piece.column for piece in run)
        for segment in segments
        for run in segment.runs
        if len(run) == wide and run[0].row >= 0
    }
    at = places.pop() if len(places) == 1 else ()
    if at and at[0] >= 0 and all(one < other for one, other in pairwise(at)):
        return replace(columns, at=at)
    return columns


def _drop_page_numbers(segment: Segment, columns: Columns) -> None:
    """Leave out bare numbers between rows that the layout shows as rows."""
    if len(columns) > 1 or len(segment.runs) > 1:
        segment.runs = [run for run in segment.runs if len(run) > 1 or not may_be_page_number(run[0])]


def _settled(
    stretch: Sequence[Name | Cells], sheet: int, columns: Columns, in_rows: bool
) -> Iterator[Placed | Torn]:
    """The rows of a stretch that stand right behind their label; the rest, or all of it, is torn.

    If a label is without figures, a row without label may be the one that it lost: labels may as well
    stand behind their rows, above all where the layout shows rows (`in_rows`) and parts them from labels.
    """
    rows = [item for item in stretch if isinstance(item, tuple)]
    placed = [
        Placed(sheet, before, item, columns)
        for before, item in pairwise(stretch)
        if isinstance(before, Name) and before.explained and isinstance(item, tuple)
    ]
    names = {item.row for item in stretch if isinstance(item, Name) and not item.optional}
    hungry = names - {row.name.row for row in placed}
    parted = any(cells[0][0].row >= 0 for cells in rows)
    orphans = len(placed) < len(rows)
    if (hungry and (parted or orphans)) or (orphans and in_rows):
        yield Torn(sheet, columns, tuple(stretch))
        return
    yield from placed
    taken = {id(row.cells) for row in placed}
    for cells in rows:
        if id(cells) not in taken:
            yield Torn(sheet, columns, (cells,))


def _is_heading(segment: Segment, behind: Segment | None) -> bool:
    """Whether the label stands in one row with that of the next row (`（三）不予公开 | 1.属于国家秘密`)."""
    label, next_label = segment.label, behind.label if behind else None
    if label is None or next_label is None or segment.runs:
        return False
    return label.row == next_label.pieces[0].row >= 0


@dataclass(frozen=True, slots=True)
class _Whole:
    """A label with the figures of its own row."""

    name: Name
    cells: Cells


@dataclass(frozen=True, slots=True)
class _Odd:
    """Cells that fill no row, with the label in whose row they stand."""

    cells: Cells
    name: Name | None = None


def _items(
    segment: Segment, columns: Columns, sheet: Sheet, torn: bool
) -> Iterator[Name | Cells | _Whole | _Odd]:
    """A segment as a label, whole rows and leftovers.

    In a block where rows of figures have lost their label (`torn`), a label beside empty cells alone may
    be what they lost.
    """
    name = _name_of(segment, sheet)
    runs = [cells_of(run) for run in segment.runs]
    if segment.leading and not runs:
        runs = [cells_of(segment.leading)]
    if name is not None and _in_row_of_label(segment):
        cells, taken = _first_row(runs, columns)
        if cells is None:
            yield from _behind_text(runs[0], name, columns)
            taken = 1
        elif torn and all(map(is_blank, cells)):
            yield replace(name, optional=True)
        else:
            yield _Whole(name, cells)
        runs = runs[taken:]
    elif name is not None:
        yield name
        cells, taken = _first_row(runs, columns)
        if cells is not None:
            yield cells
            runs = runs[taken:]
    elif segment.label is not None and _in_row_of_label(segment):
        runs = runs[1:]  # what stands beside a heading
    while runs:
        cells, taken = _first_row(runs, columns)
        if cells is not None and (_stated(cells) or _is_row(runs[0], columns)):
            yield cells
        elif _stated(runs[0]):
            yield from _several(runs[0], columns)
        runs = runs[taken or 1 :]


def _behind_text(cells: Sequence[Cell], name: Name, columns: Columns) -> Iterator[Cells | _Odd]:
    """Cells of a row with one too many: where the first ones are text, they are an unknown label."""
    words = [at for at, cell in enumerate(cells) if cell[0].kind is Kind.TEXT]
    if words and len(cells) - words[-1] - 1 == len(columns):
        yield tuple(cells[words[-1] + 1 :])
    elif _stated(cells):
        yield _Odd(tuple(cells), name)


def _name_of(segment: Segment, sheet: Sheet) -> Name | None:
    """The row that the segment's label names; None without a label, and for a mere heading."""
    if segment.label is None:
        return Name(0) if sheet.unlabelled else None
    at = segment.label.entry.at
    row = sheet.table.rows[at]
    if row.path is None:
        return None
    return Name(at, segment.label, segment.unit, row.optional, not segment.loose)


def _in_row_of_label(segment: Segment) -> bool:
    """Whether the layout shows that the first figures stand in the row of the label."""
    if segment.label is None or segment.label.row < 0:
        return False
    first = segment.runs[0] if segment.runs else segment.leading
    return bool(first) and first[0].row == segment.label.row


def _first_row(runs: Sequence[list[Cell]], columns: Columns) -> tuple[Cells | None, int]:
    """The first row that the runs make up, and how many runs that takes; a row may be broken."""
    cells: list[Cell] = []
    for taken, run in enumerate(runs, 1):
        cells = cells + run
        if len(cells) == len(columns):
            return tuple(cells), taken
        if len(cells) > len(columns):
            break
    first = fit(runs[0], columns) if runs else None
    if first is not None:
        return first, 1
    flat = [cell for run in runs for cell in run]
    together = fit(flat, columns) if len(runs) > 1 else None
    return together, len(runs) if together is not None else 0


def _several(cells: Sequence[Cell], columns: Columns) -> Iterator[Cells | _Odd]:
    """Rows that follow one another without a break, if the cells make whole rows."""
    width = len(columns)
    if width == 0 or len(cells) % width or width == 1:
        yield _Odd(tuple(cells))
        return
    for at in range(0, len(cells), width):
        yield tuple(cells[at : at + width])


def _is_row(cells: Sequence[Cell], columns: Columns) -> bool:
    """Whether cells that state nothing are a row nevertheless, and not the dashes beside a heading."""
    return len(cells) == len(columns) and not all(map(is_blank, cells))


def _stated(cells: Sequence[Cell]) -> bool:
    """Whether a cell holds more than a sign that there is nothing to state."""
    return not all(is_blank(cell) or cell[0].text in NOT_APPLICABLE for cell in cells)
