"""Segments whose figures are complete → cells of the sheet; the rest is handed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .columns import Columns
from .pieces import Kind, Piece
from .rows import Segment
from .sheets import Sheet

Cell = tuple[Piece, ...]
"""The pieces that hold one value: one, but for a number that was split."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row's cells in the order of its columns, with the support of its label and reasons for doubt."""

    sheet: int
    row: int
    cells: tuple[Cell, ...]
    columns: Columns
    segment: Segment
    support: float
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stray:
    """Figures without a known place; `row` is that of the label they may belong to."""

    sheet: int
    cells: tuple[Cell, ...]
    columns: Columns
    segment: Segment
    row: int | None = None


def place(
    segment: Segment, columns: Columns, at: int, sheet: Sheet, next_number: str | None
) -> tuple[Placed | None, list[Stray]]:
    """The row that a segment states, and what is left of it; `at` is the index of the sheet.

    `next_number` is the enumerator of the label behind it, which may have been cut off that label.
    """
    row = segment.label.entry.at if segment.label else 0 if sheet.unlabelled else None
    runs = [_joined(run) for run in segment.runs] or ([_joined(segment.leading)] if segment.leading else [])
    if row is None or segment.loose:
        return None, [Stray(at, tuple(cells), columns, segment) for cells in runs if _stated(cells)]
    if sheet.table.rows[row].path is None or not runs:
        return None, []
    cells, rest = _complete(runs, columns, next_number)
    if cells is None:
        flat = tuple(cell for run in runs for cell in run)
        return None, [Stray(at, flat, columns, segment, row)] if _stated(flat) else []
    support = (segment.label.support if segment.label else 1.0) * columns.support
    placed = Placed(at, row, tuple(cells), columns, segment, support, columns.flags)
    return placed, [Stray(at, tuple(run), columns, segment) for run in rest if _stated(run)]


def _stated(cells: Sequence[Cell]) -> bool:
    return any(piece.kind is not Kind.BLANK for cell in cells for piece in cell)


def _joined(run: Sequence[Piece]) -> list[Cell]:
    """The cells of a run; a number cut behind its decimal point is one."""
    cells: list[Cell] = []
    for piece in run:
        before = cells[-1][-1] if cells else None
        if before is not None and before.text.endswith((".", ",")) and piece.text.isdigit():
            cells[-1] = (*cells[-1], piece)
        else:
            cells.append((piece,))
    return cells


def _complete(
    runs: Sequence[list[Cell]], columns: Columns, next_number: str | None
) -> tuple[list[Cell] | None, Sequence[list[Cell]]]:
    """As many cells as there are columns, if that can be said without guessing, and the runs behind."""
    wanted = len(columns)
    cells: list[Cell] = []
    for i, run in enumerate(runs):
        cells = cells + run
        if len(cells) == wanted:
            return cells, runs[i + 1 :]
        if len(cells) > wanted:
            break
    flat = [cell for run in runs for cell in run]
    if len(flat) == wanted + 1 and next_number and flat[-1][0].text == next_number:
        return flat[:-1], ()
    if columns.at and flat and all(cell[0].column >= 0 for cell in flat):
        return _by_position(flat, columns), ()
    options = {tuple(option) for option in _squeezed(flat, wanted)}
    return (list(options.pop()) if len(options) == 1 else None), ()


def _by_position(cells: Sequence[Cell], columns: Columns) -> list[Cell] | None:
    """The cells of a grid row under the header cells of the columns."""
    bounds = [*columns.at[1:], 1 << 30]
    found: list[Cell] = []
    for start, stop in zip(columns.at, bounds, strict=True):
        under = [cell for cell in cells if start <= cell[0].column < stop]
        stated = [cell for cell in under if cell[0].kind is not Kind.BLANK]
        if not under or len(stated) > 1:
            return None
        found.append((stated or under)[0])
    return found


def _squeezed(cells: Sequence[Cell], wanted: int) -> list[Sequence[Cell]]:
    """The ways to leave out empty cells that the layout shows too many of."""
    surplus = len(cells) - wanted
    if surplus <= 0 or wanted == 0:
        return []
    blank = [cell[0].kind is Kind.BLANK for cell in cells]
    stated = [cell for cell, empty in zip(cells, blank, strict=True) if not empty]
    if not stated:
        return [cells[:wanted]]
    options: list[Sequence[Cell]] = []
    if all(blank[wanted:]):
        options.append(cells[:wanted])
    if all(blank[:surplus]):
        options.append(cells[surplus:])
    if len(stated) == wanted:
        options.append(stated)
    return options
