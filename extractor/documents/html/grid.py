"""The cells of a table as they follow in markup → cells at their positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...values import Grid
from ..grids import LIMIT_POSITIONS, OversizeError, PlacedCell, grid_of

LIMIT_COLSPAN = 1000
"""As browsers do; a larger one is clipped."""

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


def lay_out(rows: Sequence[Sequence[MarkupCell]], text: str) -> Grid | None:
    """The grid of a table over its rendered text, None when it has no cell. Raises OversizeError."""
    return grid_of(_placed(rows), text)


def _placed(rows: Sequence[Sequence[MarkupCell]]) -> Iterator[PlacedCell]:
    """Each cell at the first column of its row that no cell above reaches down to."""
    covered: dict[int, int] = {}
    positions = 0
    for row, cells in enumerate(rows):
        below = {column: left - 1 for column, left in covered.items() if left > 1}
        column = 0
        for cell in cells:
            while column in covered:
                column += 1
            yield PlacedCell(row, column, cell.start, cell.stop, cell.rowspan, cell.colspan)
            end = column + cell.colspan
            if (reach := min(cell.rowspan, len(rows) - row)) > 1:
                below.update(dict.fromkeys(range(column, end), reach - 1))
            column = end
        covered = below
        positions += column
        if positions > LIMIT_POSITIONS:
            raise OversizeError
