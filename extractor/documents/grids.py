"""Cells at their positions → a grid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..values import Cell, Grid, Span

LIMIT_POSITIONS = 1_000_000
"""Rows times columns of one table."""


@dataclass(slots=True)
class PlacedCell:
    """A cell at its first row and column, with its place in the text."""

    row: int
    column: int
    start: int
    stop: int
    rowspan: int = 1
    colspan: int = 1


class OversizeError(Exception):
    """The cells need more positions than LIMIT_POSITIONS."""


def grid_of(cells: Iterable[PlacedCell], text: str) -> Grid | None:
    """The grid of cells over a text, None without any. Raises OversizeError.

    Columns behind the last one in which a cell begins, and rows in which none begins, are left out.
    """
    by_row: dict[int, list[PlacedCell]] = {}
    width = 0
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
        width = max(width, cell.column + 1)
    if width * len(by_row) > LIMIT_POSITIONS:
        raise OversizeError
    rows: list[tuple[Cell | None, ...]] = []
    for row in sorted(by_row):
        placed: list[Cell | None] = [None] * width
        for cell in by_row[row]:
            span = Span(cell.start, cell.stop)
            placed[cell.column] = Cell(span, span.of(text), cell.rowspan, cell.colspan)
        rows.append(tuple(placed))
    return Grid(tuple(rows)) if rows else None
