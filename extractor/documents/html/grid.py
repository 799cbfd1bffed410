"""The cells of a table as they follow in the markup → a grid with their rowspans and colspans laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...values import Cell, Grid, Span

LIMIT_COLSPAN = 1000
"""As browsers do; a larger one is clipped."""

LIMIT_POSITIONS = 1_000_000
"""Rows times columns of one table."""


_DIGITS = re.compile(r"\s*(\d{1,7})")
_ALL = 65534


@dataclass(slots=True)
class MarkupCell:
    """A cell as the markup declares it, with its place in the rendered text."""

    start: int
    stop: int
    rowspan: int = 1
    colspan: int = 1


def extent(declared: str | None) -> int:
    """A declared rowspan or colspan; 0 means all that follow, anything unreadable means 1."""
    if declared is None or not (digits := _DIGITS.match(declared)):
        return 1
    return min(int(digits[1]), _ALL) or _ALL


class OversizeError(Exception):
    """The declared extents need more positions than LIMIT_POSITIONS."""


def lay_out(rows: list[list[MarkupCell]], text: str) -> Grid | None:
    """The grid of a table over its rendered text, None when it has no cell. Raises OversizeError.

    Rows have the length of the widest one up to the last column in which a cell begins; a row in which
    no cell begins is dropped.
    """
    laid: list[list[Cell | None]] = []
    covered: dict[int, int] = {}
    positions = 0
    for number, cells in enumerate(rows):
        row, covered = _row(cells, covered, len(rows) - number, text)
        positions += len(row)
        if positions > LIMIT_POSITIONS:
            raise OversizeError
        laid.append(row)
    width = max((_used(row) for row in laid), default=0)
    if not width:
        return None
    if width * len(laid) > LIMIT_POSITIONS:
        raise OversizeError
    padded = ((*row[:width], *[None] * (width - len(row))) for row in laid if _used(row))
    return Grid(tuple(padded))


def _row(
    cells: list[MarkupCell], covered: dict[int, int], rows_left: int, text: str
) -> tuple[list[Cell | None], dict[int, int]]:
    """One row of positions, and for the next row: how many more rows each covered column stays so."""
    row: list[Cell | None] = []
    below = {column: rows - 1 for column, rows in covered.items() if rows > 1}
    for cell in cells:
        while len(row) in covered:
            row.append(None)
        first = len(row)
        span = Span(cell.start, cell.stop)
        row.append(Cell(span, span.of(text), cell.rowspan, cell.colspan))
        row.extend([None] * (cell.colspan - 1))
        if (rows := min(cell.rowspan, rows_left)) > 1:
            below.update(dict.fromkeys(range(first, len(row)), rows - 1))
    return row, below


def _used(row: list[Cell | None]) -> int:
    """The number of columns up to the last one in which a cell begins."""
    return next((n for n in range(len(row), 0, -1) if row[n - 1] is not None), 0)
