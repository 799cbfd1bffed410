"""Mentions → what each stands for, by the official order of the form.

总计 is a row and a column of one table and five columns of another; 处理决定数量 is a column of two. What
a mention means follows from its neighbours: the cheapest way through all mentions of a zone, where
going on in the order of the form costs nothing, and leaving out, going back or changing the table costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from operator import itemgetter
from typing import NamedTuple

from .labels import Entry, Part
from .mentions import Mention
from .sheets import Sheet

_CHANGE = 1.0
_CHANGE_BACKWARDS = 1.2
_HEADER_AGAIN = 0.8
_BACK = 1.0
_AGAIN = 1.5
_AGAIN_COLUMN = 0.5
_LEFT_OUT = 0.05
_NO_HEADER = 0.3
_LEFT_OUT_COLUMN = 0.02
_FIGURES_BEHIND_COLUMN = 0.3
_NO_FIGURES_BEHIND_ROW = 0.1
_HOPELESS = 4.0
"""A reading that costs so much more than the best one so far is given up."""


class _At(NamedTuple):
    """How far the reading has come: in a header (`row` -1) behind `column`, or in row `row`.

    `left` is the row that it had reached before a header stood in mid-table, -1 behind the first header:
    on a new page the header is repeated, with the headings right below it, and the rows go on.
    """

    sheet: int = -1
    column: int = -1
    row: int = -1
    left: int = -1


_Path = tuple[float, Entry | None, "_Path | None"]
"""What a reading costs so far, what the last mention was taken for, and the reading before that."""


class Behind(Enum):
    """What stands right behind a label."""

    CELL = "a figure or an empty cell"
    LABEL = "another label in the same row of the layout"
    OTHER = "anything else"


class Order:
    """The official order of some sheets. What a step costs is worked out once and kept."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = sheets
        self._moves: dict[Behind, dict[tuple[_At, Entry], tuple[_At, float]]] = {what: {} for what in Behind}

    def choose(self, mentions: Sequence[Mention], behind: Sequence[Behind]) -> list[Entry | None]:
        """One entry for each mention, None for one that is no label of a table.

        `behind` tells of each mention what stands right behind it.
        """
        paths: dict[_At, _Path] = {_At(): (0.0, None, None)}
        for mention, what in zip(mentions, behind, strict=True):
            paths = self._step(paths, mention, what)
        best = min(paths.values(), key=_cost)
        chosen: list[Entry | None] = []
        while best[2] is not None:
            chosen.append(best[1])
            best = best[2]
        return chosen[::-1]

    def _step(self, paths: dict[_At, _Path], mention: Mention, behind: Behind) -> dict[_At, _Path]:
        bound = min(map(_cost, paths.values())) + _HOPELESS
        reached: dict[_At, _Path] = {}
        moves = self._moves[behind]
        for at, path in paths.items():
            cost = path[0]
            if cost > bound:
                continue
            total = cost + mention.ignore
            known = reached.get(at)
            if known is None or total < known[0]:
                reached[at] = (total, None, path)
            for entry, unlike in mention.readings:
                key = (at, entry)
                move = moves.get(key)
                if move is None:
                    move = moves[key] = _move(at, entry, behind, self.sheets)
                then, step = move
                total = cost + unlike + step
                known = reached.get(then)
                if known is None or total < known[0]:
                    reached[then] = (total, entry, path)
        return reached


_cost = itemgetter(0)


def _move(at: _At, entry: Entry, behind: Behind, sheets: Sequence[Sheet]) -> tuple[_At, float]:
    """Where reading `entry` leads, and what it costs."""
    sheet = sheets[entry.sheet]
    same = entry.sheet == at.sheet
    cost = 0.0
    if not same:
        cost += _CHANGE + (_CHANGE_BACKWARDS if entry.sheet < at.sheet else 0.0)
        at = _At(entry.sheet)
    if entry.part is Part.ROW and behind is Behind.LABEL and entry.at in sheet.headings:
        return at, cost  # a heading, which may be repeated in every row below it
    if entry.part is Part.ROW:
        if not sheet.table.rows[entry.at].optional and behind is not Behind.CELL:
            cost += _NO_FIGURES_BEHIND_ROW
        if not same:
            cost += _NO_HEADER
        left = at.left if sheet.table.rows[entry.at].path is None else -1
        step = min(_to_row(come, entry.at, sheet) for come in {at.row, max(at.row, at.left)})
        return _At(entry.sheet, -1, entry.at, left), cost + step
    if at.row >= 0:
        cost += _HEADER_AGAIN
        at = _At(entry.sheet, left=max(at.row, at.left))
    if entry.part is not Part.COLUMN:
        return at, cost + (_FIGURES_BEHIND_COLUMN if behind is Behind.CELL else 0.0)
    if behind is Behind.CELL and not sheet.unlabelled:
        cost += _FIGURES_BEHIND_COLUMN
    return _At(entry.sheet, entry.at, left=at.left), cost + _to_column(at.column, entry.at)


def _to_row(come: int, row: int, sheet: Sheet) -> float:
    if row == come:
        return _AGAIN
    if row < come:
        return _BACK + _LEFT_OUT * (come - row)
    return _LEFT_OUT * (sheet.due[row] - sheet.due[come + 1])


def _to_column(come: int, column: int) -> float:
    if column == come:
        return _AGAIN_COLUMN
    if column > come:
        return _LEFT_OUT_COLUMN * (column - come - 1)
    return _BACK / 3 + _LEFT_OUT_COLUMN * (come - column)
