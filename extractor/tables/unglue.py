"""Rows whose figures were written without a gap: `本年新收政府信息公开申请数量0000000`, `310004`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import comb

from .align import Placed, Stray
from .fit import Cell
from .ledger import Ledger
from .lines import Line
from .pieces import Kind, Piece

GLUED = frozenset({"glued_cells"})

_MOST_WAYS = 5000
"""A row that can be cut in more ways is left alone."""


def unglued(stray: Stray, ledger: Ledger) -> Placed | None:
    """The row cut into its cells, if there is one way in which its sums hold, or all cells are 0.

    No number is printed with a leading zero. An empty cell leaves no trace in such a row, so that even as
    many digits as there are columns tell nothing without a sum.
    """
    width = len(stray.columns)
    piece = _only_piece(stray)
    if stray.name is None or piece is None or width < 2 or None in stray.columns.order:
        return None
    if piece.text == "0" * width:
        return Placed(stray.sheet, stray.name, Line(_cut(piece, range(1, width))), stray.columns, GLUED)
    if len(piece.text) < width or comb(len(piece.text) - 1, width - 1) > _MOST_WAYS:
        return None
    rows = [Placed(stray.sheet, stray.name, Line(w), stray.columns, GLUED) for w in _ways(piece, width)]
    sound = [row for row in rows if ledger.can_judge(row) and not ledger.fails_alone(row)]
    return sound[0] if len(sound) == 1 else None


def _only_piece(stray: Stray) -> Piece | None:
    pieces = [piece for cell in stray.cells for piece in cell]
    if len(pieces) != 1 or pieces[0].kind is not Kind.FIGURE or not pieces[0].text.isdigit():
        return None
    return pieces[0]


def _ways(piece: Piece, width: int) -> Iterator[tuple[Cell, ...]]:
    """The ways to cut the digits into so many numbers, none with a leading zero."""
    for cuts in combinations(range(1, len(piece.text)), width - 1):
        cells = _cut(piece, cuts)
        if not any(len(cell[0].text) > 1 and cell[0].text[0] == "0" for cell in cells):
            yield cells


def _cut(piece: Piece, cuts: range | tuple[int, ...]) -> tuple[Cell, ...]:
    borders = [0, *cuts, len(piece.text)]
    return tuple(
        (piece._replace(text=piece.text[a:b], start=piece.start + a, end=piece.start + b),)
        for a, b in pairwise(borders)
    )
