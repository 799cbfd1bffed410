"""Rows with a cell too few, where a column is empty in all of them and the layout shows no empty cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .align import Aligned, Placed, Stray
from .fit import Cell, is_blank
from .ledger import Ledger
from .lines import Line
from .pages import may_be_page_number
from .pieces import Kind, Piece

EMPTY_COLUMN = frozenset({"empty_column"})


def filled(strays: Sequence[Stray], whole: Iterable[Placed], ledger: Ledger) -> list[Placed]:
    """The rows with the empty cell put in, if the identities leave one column for it.

    All rows of a sheet that are short must lack the same column, as in reports that give the total of
    requests in three rows only; one row by itself tells too little. Where most rows are `whole`, or other
    empty cells are shown, what the short rows lack was lost.
    """
    complete = Counter(row.sheet for row in whole)
    placed: list[Placed] = []
    for sheet in dict.fromkeys(stray.sheet for stray in strays):
        rows = [stray for stray in strays if stray.sheet == sheet and stray.name is not None]
        if len(rows) < max(1, complete[sheet]) or any(
            is_blank(cell) for stray in rows for cell in stray.cells
        ):
            continue
        if any(len(stray.cells) != len(stray.columns) - 1 for stray in rows):
            continue
        ways = [_with_empty(rows, column) for column in range(len(rows[0].columns))]
        sound = [way for way in ways if way and _holds(way, ledger)]
        if len(rows) > 1 and len(sound) == 1:
            placed += sound[0]
    return placed


def parted_from_pages(aligned: Sequence[Aligned], ledger: Ledger) -> list[Aligned]:
    """The rows of which the last cell is the number of a page, without it, where others lack a cell.

    Beside an empty column a row and the number of its page, or a row with a split number, look like a
    whole row; its sums tell.
    """
    short = Counter(s.sheet for s in aligned if isinstance(s, Stray) and len(s.cells) < len(s.columns))
    return [
        Stray(item.sheet, _without_page(item.line.cells), item.columns, item.name)
        if isinstance(item, Placed) and short[item.sheet] > 1 and ledger.fails_alone(item)
        else item
        for item in aligned
    ]


def _without_page(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return cells[:-1] if may_be_page_number(cells[-1][0]) else cells


def _with_empty(strays: Iterable[Stray], column: int) -> list[Placed]:
    rows: list[Placed] = []
    for stray in strays:
        if stray.name is None or column >= len(stray.columns):
            return []
        before, behind = stray.cells[:column], stray.cells[column:]
        at = before[-1][-1].end if before else behind[0][0].start
        empty: Cell = (Piece(Kind.BLANK, "", at, at),)
        line = Line((*before, empty, *behind))
        rows.append(Placed(stray.sheet, stray.name, line, stray.columns, EMPTY_COLUMN))
    return rows


def _holds(rows: Sequence[Placed], ledger: Ledger) -> bool:
    trial = ledger.try_rows(rows)
    return not trial.fails and trial.holds > 0 and all(ledger.adds_up(row) for row in rows)
