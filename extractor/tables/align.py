"""Blocks → rows of the sheet: figures that surely belong to a label, and stretches that were torn.

Figures belong to a label that stands in their row, or right before them where the layout shows no
rows. In tables made from a PDF whole rows of figures stand before or behind a label, or behind a list
of labels; such stretches are kept for `mend`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .columns import Columns
from .fit import Cell
from .lines import Line, Name, Odd, Whole, items_of
from .rows import Block, Segment
from .sheets import Sheet

_STEADY = 0.8
"""If so many of the rows stand right behind a label, labels stand before their rows."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of a sheet with its figures in the order of the columns; `flags` are reasons for doubt.

    With `ambiguous`, the figures may as well belong to another row.
    """

    sheet: int
    name: Name
    line: Line
    columns: Columns
    flags: frozenset[str] = frozenset()
    ambiguous: bool = False

    @property
    def support(self) -> float:
        """How well label and header matched, 0 to 1."""
        return (self.name.label.support if self.name.label else 1.0) * self.columns.support


@dataclass(frozen=True, slots=True)
class Stray:
    """Figures that fill no row, or whose row is unknown; `name` is the label that they stand behind."""

    sheet: int
    cells: tuple[Cell, ...]
    columns: Columns
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Torn:
    """A stretch where labels and rows of figures stand apart."""

    sheet: int
    columns: Columns
    items: tuple[Name | Line, ...]

    @property
    def names(self) -> list[Name]:
        """The labels, in order."""
        return [item for item in self.items if isinstance(item, Name)]

    @property
    def lines(self) -> list[Line]:
        """The rows of figures, in order."""
        return [item for item in self.items if isinstance(item, Line)]


Aligned = Placed | Torn | Stray


def align(block: Block, columns: Columns, sheet: Sheet, *, ruled: bool) -> Iterator[Aligned]:
    """What the block says, in order; `ruled` tells that labels of the document stand beside their figures."""
    columns, in_rows = _with_places(block.segments, columns), block.in_rows
    stretch: list[Name | Line] = []
    for item in items_of(block, columns, sheet, ruled=ruled):
        if isinstance(item, Name | Line):
            stretch.append(item)
            continue
        name = item.name
        if name is None and stretch and isinstance(stretch[-1], Name):
            name = stretch[-1]
            stretch.pop()
        yield from _settled(stretch, block.sheet, columns, in_rows)
        stretch = []
        if isinstance(item, Whole):
            yield Placed(block.sheet, item.name, item.line, columns)
        elif isinstance(item, Odd):
            yield Stray(block.sheet, item.cells, columns, name if name and name.explained else None)
    yield from _settled(stretch, block.sheet, columns, in_rows)


def _with_places(segments: Sequence[Segment], columns: Columns) -> Columns:
    """The columns with their places among the pipes, where all whole rows agree on them."""
    if columns.at:
        return columns
    places = {
        tuple(piece.column for piece in run)
        for segment in segments
        for run in segment.runs
        if len(run) == len(columns) and run[0].row >= 0
    }
    at = places.pop() if len(places) == 1 else ()
    if at and at[0] >= 0 and all(one < other for one, other in pairwise(at)):
        return replace(columns, at=at)
    return columns


def _settled(
    stretch: Sequence[Name | Line], sheet: int, columns: Columns, in_rows: bool
) -> Iterator[Placed | Torn]:
    """The rows of a stretch that stand right behind their label; the rest, or all of it, is torn.

    If a label is without figures, a row without label may be the one that it lost: labels may as well
    stand behind their rows, above all where the layout shows rows (`in_rows`) and parts them from labels.
    An optional one needs none, but may have lost figures that seem to be those of a label beside empty cells.
    One cell after the other, though, what stands right behind most labels stands behind all of them,
    and lost lines do not change that.
    """
    placed = {
        item: Placed(sheet, before, item, columns)
        for before, item in pairwise(stretch)
        if isinstance(before, Name) and isinstance(item, Line) and before.leads(item)
    }
    lines = [item for item in stretch if isinstance(item, Line)]
    fed = [row.name for row in placed.values()]
    unsure = any(name.beside_empty for name in fed)
    names = [item for item in stretch if isinstance(item, Name) and not item.beside_empty]
    hungry = {name.row for name in names if unsure or not name.optional} - {name.row for name in fed}
    parted = any(line.in_row for line in lines)
    orphans = len(placed) < len(lines)
    steady = isinstance(stretch[0], Name) and len(placed) >= _STEADY * len(lines) if stretch else True
    if (hungry and (parted or (orphans and not steady))) or (orphans and in_rows):
        yield Torn(sheet, columns, tuple(stretch))
        return
    yield from (placed.get(line) or Torn(sheet, columns, (line,)) for line in lines)
