"""Rows with a cell too many: a page number stands among the figures, or a number was split."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from .align import Placed, Stray
from .fit import Cell
from .ledger import Ledger
from .lines import Line
from .pages import Pages, may_be_page_number
from .pieces import NOT_APPLICABLE, Kind

SURPLUS = frozenset({"surplus_cell"})

LOST_CELL = frozenset({"lost_cell"})

Cells = tuple[Cell, ...]


def learn_pages(strays: Sequence[Stray], pages: Pages) -> None:
    """Learn the numbers of pages that make several rows too long, each by one cell.

    Where no row was named, only signs that there is nothing to state stand before them.
    """
    last = [stray.cells[-1] for stray in strays if _has_one_too_many(stray) or _is_behind_signs(stray)]
    pages.learn_series([piece for piece, *rest in last if not rest and may_be_page_number(piece)])


def all_of_one_sign(stray: Stray) -> Placed | None:
    """A row of one sign that there is nothing to state (`/ / / / / /`), of which some cells were lost.

    What was lost is unknown, but no number: each cell without one of its own stands for the last sign.
    """
    cells, lost = stray.cells, len(stray.columns) - len(stray.cells)
    signs = {piece.text for cell in cells for piece in cell}
    if (
        stray.name is None
        or lost <= 0
        or lost >= len(cells)
        or len(signs) != 1
        or not signs <= NOT_APPLICABLE
    ):
        return None
    return Placed(stray.sheet, stray.name, Line((*cells, *cells[-1:] * lost)), stray.columns, LOST_CELL)


def _has_one_too_many(stray: Stray) -> bool:
    if stray.name is None or len(stray.cells) != len(stray.columns) + 1:
        return False
    return all(piece.kind is Kind.FIGURE for cell in stray.cells for piece in cell)


def _is_behind_signs(stray: Stray) -> bool:
    """Whether a last cell follows nothing but signs that there is nothing to state, as beside a heading."""
    *signs, _ = stray.cells
    return stray.name is None and bool(signs) and all(cell[0].text in NOT_APPLICABLE for cell in signs)


def may_hold_page(row: Placed, pages: Pages) -> bool:
    """Whether a figure of a row is known as the number of a page, or one that the pages around it lack."""
    return any(pages.may_hold(piece) for cell in row.line.cells for piece in cell)


def page_for_figure(row: Placed, ledger: Ledger) -> bool:
    """Whether a figure of such a row may be the number of a page, in place of a cell that left no trace.

    The sums of the row tell, or else sums across rows may bear the figure out.
    """
    if ledger.can_judge(row):
        return ledger.fails_alone(row) > 0
    trial = ledger.try_rows([row])
    return bool(trial.fails) or not trial.confirmed


def right_length(stray: Stray, ledger: Ledger, pages: Pages) -> Placed | None:
    """The row without a page number that stands in it, or with the halves of a number joined.

    The page number is known, or the identities within the row leave one way, where the page numbers around
    help; these alone can tell that a number was split.
    """
    if not _has_one_too_many(stray):
        return None
    known = _only_one(stray, _without_known(stray.cells, pages), ledger)
    return (
        known
        or _only_one(stray, _without_page(stray.cells, pages), ledger, judged=True)
        or _only_one(stray, chain(_one_fewer(stray.cells), _joined(stray.cells)), ledger, judged=True)
    )


def _only_one(stray: Stray, ways: Iterator[Cells], ledger: Ledger, *, judged: bool = False) -> Placed | None:
    """The only way that the identities within the row leave; with `judged`, only if there are any.

    Of ways that state the same the last counts: a page ends behind a row.
    """
    if stray.name is None:
        return None
    rows = [Placed(stray.sheet, stray.name, Line(cells), stray.columns, SURPLUS) for cells in ways]
    if not rows or (judged and not ledger.can_judge(rows[0])):
        return None
    sound = [row for row in rows if not ledger.fails_alone(row)]
    return sound[-1] if sound and all(ledger.same(sound[:1], [other]) for other in sound[1:]) else None


def _without_known(cells: Cells, pages: Pages) -> Iterator[Cells]:
    """The cells without the known number of a page, or without the only one that may be a missing one."""
    known = [at for at, (piece, *rest) in enumerate(cells) if not rest and pages.knows(piece)]
    missing = [at for at, (piece, *rest) in enumerate(cells) if not rest and pages.may_hold(piece)]
    for at in known or missing:
        yield cells[:at] + cells[at + 1 :]


def _without_page(cells: Cells, pages: Pages) -> Iterator[Cells]:
    """The cells without one that holds the number that the page must have here."""
    for at, (piece, *rest) in enumerate(cells):
        if not rest and may_be_page_number(piece) and int(piece.text) in pages.expected(piece.start):
            yield cells[:at] + cells[at + 1 :]


def _one_fewer(cells: Cells) -> Iterator[Cells]:
    """The cells without one that may be a page number."""
    for at, (piece, *rest) in enumerate(cells):
        if not rest and may_be_page_number(piece):
            yield cells[:at] + cells[at + 1 :]


def _joined(cells: Cells) -> Iterator[Cells]:
    """The cells with two neighbours joined that may be one number."""
    for at, (one, two) in enumerate(pairwise(cells)):
        if one[0].text[:1] != "0" and all(piece.text.isdigit() for piece in (*one, *two)):
            yield (*cells[:at], (*one, *two), *cells[at + 2 :])
