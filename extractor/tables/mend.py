"""Torn stretches and rows of the wrong length → rows, where order and identities leave one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import comb

from .align import Aligned, Cells, Name, Placed, Stray, Torn
from .fit import is_blank
from .ledger import Book, Ledger, Trial
from .pages import Pages, may_be_page_number
from .pieces import Kind

_MOST = 300
"""So many ways to assign rows are tried; beyond that, the figures stay unplaced."""

_MISTAKES = 2
"""So many identities fail when one cell of the source is wrong: one across the rows, or two for a total."""

REALIGNED = frozenset({"realigned"})
SURPLUS = frozenset({"surplus_cell"})


def mend(aligned: Sequence[Aligned], book: Book, pages: Pages) -> tuple[list[Placed], list[Stray]]:
    """All rows that can be placed, and the figures that cannot."""
    ledger = Ledger(book)
    placed = [item for item in aligned if isinstance(item, Placed)]
    if len(placed) == len(aligned):
        return placed, []
    for row in placed:
        ledger.enter(row)
    strays: list[Stray] = []
    for item in aligned:
        if isinstance(item, Stray):
            mended = _right_length(item, ledger, pages)
            if mended is None:
                strays.append(item)
                continue
            placed.append(mended)
            ledger.enter(mended)
            for cell in item.cells:
                if cell not in mended.cells and len(cell) == 1 and may_be_page_number(cell[0]):
                    pages.learn(cell[0])
    for stretch in _stretches(aligned):
        rows = _sewn(stretch, ledger)
        placed.extend(rows)
        for row in rows:
            ledger.enter(row)
        used = [row.cells for row in rows]
        strays.extend(
            Stray(stretch.torn.sheet, cells, stretch.torn.columns)
            for cells in stretch.torn.rows
            if cells not in used
        )
    return placed, strays


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A torn stretch, and the rows of its sheet (first and last) between which it lies."""

    torn: Torn
    first: int
    last: int


def _stretches(aligned: Sequence[Aligned]) -> list[_Stretch]:
    """The torn stretches, those first in which every label has its row of figures."""
    found: list[_Stretch] = []
    for at, item in enumerate(aligned):
        if not isinstance(item, Torn):
            continue
        before = _row_next_to(item.sheet, reversed(aligned[:at]), -1)
        after = _row_next_to(item.sheet, aligned[at + 1 :], 1 << 30)
        found.append(_Stretch(item, before + 1, after - 1))
    return sorted(found, key=lambda stretch: next(iter(_even(stretch.torn)), None) is None)


def _row_next_to(sheet: int, aligned: Iterable[Aligned], default: int) -> int:
    rows = (item.name.row for item in aligned if isinstance(item, Placed) and item.sheet == sheet)
    return next(rows, default)


def _sewn(stretch: _Stretch, ledger: Ledger) -> list[Placed]:
    """The rows of a stretch, if one way to put them together is better than all others.

    Where every label has its row of figures, the identities must not object, but for a mistake of the
    agency's own. Elsewhere they must confirm each row, and no other way to place as many.
    """
    for ways, admitted in (
        (_even(stretch.torn), _unopposed),
        (_local(stretch.torn), _confirmed),
        (_anywhere(stretch, ledger), _confirmed),
    ):
        sound = [way for way in ways if way and admitted(ledger.try_rows(way))]
        most = max(map(len, sound), default=0)
        best = [way for way in sound if len(way) == most]
        if best and all(ledger.same(best[0], other) for other in best[1:]):
            return [replace(row, flags=row.flags | REALIGNED) for row in best[0]]
    return []


def _unopposed(trial: Trial) -> bool:
    """Whether the identities leave no doubt but for a mistake of the agency's own."""
    return not trial.fails or (trial.fails <= _MISTAKES and trial.holds >= 2 * trial.fails)


def _confirmed(trial: Trial) -> bool:
    """Whether the identities bear out every row."""
    return trial.confirmed and not trial.fails


def _even(torn: Torn) -> Iterator[list[Placed]]:
    """Each label with its row of figures, where there are as many, with or without doubtful rows."""
    for one, two in pairwise(torn.items):
        if isinstance(one, Name) and not one.explained and isinstance(two, tuple):
            return
    stated = [cells for cells in torn.rows if not all(map(is_blank, cells))]
    in_rows = [cells for cells in stated if not may_be_page_number(cells[0][0])]
    for rows in (in_rows, stated, torn.rows):
        for names in ([name for name in torn.names if not name.optional], torn.names):
            if len(names) == len(rows):
                yield _rows(torn, names, rows)


def _local(torn: Torn) -> Iterator[list[Placed]]:
    """Optional rows with figures; figures right behind their label; figures right before it."""
    names, rows = torn.names, torn.rows
    wanted = len(rows) - sum(not name.optional for name in names)
    optional = [at for at, name in enumerate(names) if name.optional]
    if 0 < wanted <= len(optional) and comb(len(optional), wanted) <= _MOST:
        for chosen in combinations(optional, wanted):
            yield _rows(torn, [n for at, n in enumerate(names) if not n.optional or at in chosen], rows)
    pairs = list(pairwise(torn.items))
    yield [_row(torn, one, two) for one, two in pairs if isinstance(one, Name) and isinstance(two, tuple)]
    yield [_row(torn, two, one) for one, two in pairs if isinstance(one, tuple) and isinstance(two, Name)]


def _anywhere(stretch: _Stretch, ledger: Ledger) -> Iterator[list[Placed]]:
    """The rows of figures in official order, on any rows of the sheet that have none yet."""
    torn = stretch.torn
    table = ledger.book.sheets[torn.sheet].table
    named = {name.row: name for name in torn.names}
    free = [
        named.get(at, Name(at))
        for at in range(stretch.first, min(stretch.last + 1, len(table.rows)))
        if table.rows[at].path is not None and not ledger.has(torn.sheet, at)
    ]
    if torn.rows and comb(len(free), len(torn.rows)) <= _MOST:
        for names in combinations(free, len(torn.rows)):
            yield _rows(torn, names, torn.rows)


def _rows(torn: Torn, names: Sequence[Name], rows: Sequence[Cells]) -> list[Placed]:
    return [_row(torn, name, cells) for name, cells in zip(names, rows, strict=True)]


def _row(torn: Torn, name: Name, cells: Cells) -> Placed:
    return Placed(torn.sheet, name, cells, torn.columns)


def _right_length(stray: Stray, ledger: Ledger, pages: Pages) -> Placed | None:
    """The row without a page number that stands in it, or with the halves of a number joined."""
    name, wanted = stray.name, len(stray.columns)
    if name is None or len(stray.cells) != wanted + 1:
        return None
    if any(piece.kind is Kind.TEXT for cell in stray.cells for piece in cell):
        return None
    for ways in (_without_page(stray.cells, pages), _one_fewer(stray.cells)):
        rows = [Placed(stray.sheet, name, cells, stray.columns, SURPLUS) for cells in ways]
        sound = [row for row in rows if not ledger.fails_alone(row)]
        if sound and all(ledger.same([sound[0]], [other]) for other in sound[1:]):
            return sound[0]
    return None


def _without_page(cells: Cells, pages: Pages) -> Iterator[Cells]:
    """The cells without one that holds the number that the page must have here."""
    for at, (piece, *rest) in enumerate(cells):
        if not rest and may_be_page_number(piece) and int(piece.text) in pages.expected(piece.start):
            yield cells[:at] + cells[at + 1 :]


def _one_fewer(cells: Cells) -> Iterator[Cells]:
    """The cells without one that may be a page number, or with two that may be one number joined."""
    for at, (piece, *rest) in enumerate(cells):
        if not rest and may_be_page_number(piece):
            yield cells[:at] + cells[at + 1 :]
    for at, (one, two) in enumerate(pairwise(cells)):
        if all(piece.text.isdigit() for piece in (*one, *two)):
            yield (*cells[:at], (*one, *two), *cells[at + 2 :])
