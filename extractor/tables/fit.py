"""Runs of physical cells → the cells of one row, where the layout leaves no choice."""

from __future__ import annotations

from collections.abc import Sequence

from .columns import Columns
from .pieces import Kind, Piece

Cell = tuple[Piece, ...]
"""The pieces that hold one value: one, but for a number that was split."""


def cells_of(run: Sequence[Piece]) -> list[Cell]:
    """The cells of a run; a number cut behind its decimal point is one."""
    cells: list[Cell] = []
    for piece in run:
        before = cells[-1][-1] if cells else None
        if before is not None and before.text.endswith((".", ",")) and piece.text.isdigit():
            cells[-1] = (*cells[-1], piece)
        else:
            cells.append((piece,))
    return cells


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in the cell."""
    return cell[0].kind is Kind.BLANK and all(piece.kind is Kind.BLANK for piece in cell)


def fit(cells: Sequence[Cell], columns: Columns) -> tuple[Cell, ...] | None:
    """As many cells as there are columns, None if that cannot be had without guessing.

    Cells of a grid are told apart by where the header cells stand; elsewhere, cells may only be left
    out if they are empty and there is one way to do it. In a row that the layout shows these may be the
    first or last ones, for columns that the form does not have.
    """
    if len(cells) == len(columns):
        return tuple(cells)
    if columns.at and cells and all(cell[0].column >= 0 for cell in cells):
        return _by_position(cells, columns)
    in_row = bool(cells) and cells[0][0].row >= 0
    options = _squeezed(cells, len(columns), in_row)
    return options.pop() if len(options) == 1 else None


def _by_position(cells: Sequence[Cell], columns: Columns) -> tuple[Cell, ...] | None:
    """The cells of a grid row that stand under the header cells of the columns.

    Among the pipes of a line, the cells of a row with one label more stand one place further on. Where a
    figure stands before the first header cell, the header does not stand over its figures.
    """
    shift = max(0, cells[0][0].column - columns.at[0])
    places = [place + shift for place in columns.at]
    if any(cell[0].kind is Kind.FIGURE and cell[0].column < places[0] for cell in cells):
        return None
    found: list[Cell] = []
    for start, stop in zip(places, [*places[1:], 1 << 30], strict=True):
        under = [cell for cell in cells if start <= cell[0].column < stop]
        stated = [cell for cell in under if not is_blank(cell)]
        if not under or len(stated) > 1:
            return None
        found.append((stated or under)[0])
    return tuple(found)


def _squeezed(cells: Sequence[Cell], wanted: int, in_row: bool) -> set[tuple[Cell, ...]]:
    """The ways to leave out empty cells that the layout shows too many of."""
    surplus = len(cells) - wanted
    if surplus <= 0 or wanted == 0:
        return set()
    blank = [is_blank(cell) for cell in cells]
    stated = [cell for cell, empty in zip(cells, blank, strict=True) if not empty]
    if not stated:
        return {tuple(cells[:wanted])}
    options: set[tuple[Cell, ...]] = set()
    if in_row and all(blank[wanted:]):
        options.add(tuple(cells[:wanted]))
    if in_row and all(blank[:surplus]):
        options.add(tuple(cells[surplus:]))
    if len(stated) == wanted:
        options.add(tuple(stated))
    return options
