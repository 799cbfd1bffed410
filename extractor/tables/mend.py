"""What could not be aligned for sure → rows, as far as official order and identities leave one way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from .align import Aligned, Placed, Stray, Torn
from .columns import INCOMPLETE, LEFT_OUT, LOST, REORDERED, UNCERTAIN
from .gap import filled, parted_from_pages
from .ledger import Book, Ledger
from .length import all_of_one_sign, learn_pages, may_hold_page, page_for_figure, right_length
from .pages import Pages, may_be_page_number
from .sew import Stretch, sewn, stretches
from .sheets import Sheet
from .unglue import unglued

HEADING = frozenset({"heading_row"})


def mend(aligned: Sequence[Aligned], book: Book, pages: Pages) -> tuple[list[Placed], list[Stray]]:
    """All rows that can be placed, and the figures that cannot."""
    aligned = parted_from_pages(_judged(aligned, Ledger(book)), Ledger(book))
    learn_pages([item for item in aligned if isinstance(item, Stray)], pages)
    aligned = _without_pages(aligned, book, pages)
    placed = [item for item in aligned if isinstance(item, Placed)]
    if len(placed) == len(aligned):
        return _doubted(placed, book), []
    ledger = _ledger_of(placed, book)
    strays: list[Stray] = []
    for item in aligned:
        if isinstance(item, Stray):
            mended = all_of_one_sign(item) or right_length(item, ledger, pages) or unglued(item, ledger)
            if mended is None:
                strays.append(item)
                continue
            placed.append(mended)
            ledger.enter(mended)
            _learn_page(item, mended, pages)
    for row in filled(strays, placed, ledger):
        placed.append(row)
        ledger.enter(row)
    names = {row.name for row in placed}
    strays = [stray for stray in strays if stray.name not in names]
    left, before = stretches(aligned), -1
    while len(left) != before:  # what one stretch states may be what another one is judged by
        before = len(left)
        left = [stretch for stretch in left if not _sew(stretch, ledger, placed)]
    lines = {row.line for row in placed}
    for torn in (item for item in aligned if isinstance(item, Torn)):
        strays += [Stray(torn.sheet, line.cells, torn.columns) for line in torn.lines if line not in lines]
    return _doubted(placed, book), strays


def _ledger_of(placed: Iterable[Placed], book: Book) -> Ledger:
    ledger = Ledger(book)
    for row in placed:
        ledger.enter(row)
    return ledger


def _without_pages(aligned: Sequence[Aligned], book: Book, pages: Pages) -> list[Aligned]:
    """The rows, without those of which a figure may be the number of a page."""
    placed = [item for item in aligned if isinstance(item, Placed)]
    if not any(may_hold_page(row, pages) for row in placed):
        return list(aligned)
    ledger = _ledger_of(placed, book)
    return _withheld(aligned, lambda row: may_hold_page(row, pages) and page_for_figure(row, ledger))


def _judged(aligned: Sequence[Aligned], ledger: Ledger) -> list[Aligned]:
    """The rows, without those under a header that cannot be trusted."""
    return _withheld(aligned, lambda row: _doubtful(row, ledger))


def _withheld(aligned: Sequence[Aligned], doubted: Callable[[Placed], bool]) -> list[Aligned]:
    """The same with the rows that are doubted taken for figures that have no sure place."""
    return [
        Stray(item.sheet, item.line.cells, item.columns, item.name)
        if isinstance(item, Placed) and doubted(item)
        else item
        for item in aligned
    ]


def _doubtful(row: Placed, ledger: Ledger) -> bool:
    """Whether its header or cells of its own may be lost, and no sums bear the row out.

    Where the layout shows no rows, a figure may be lost as well as a label, and which zero it is no sum
    can tell.
    """
    flags = row.columns.flags
    if UNCERTAIN in flags or (INCOMPLETE in flags and not row.line.in_row):
        return True
    if LEFT_OUT in flags:
        return not row.line.in_row or ledger.disproves(row)
    if REORDERED in flags or (flags >= LOST and row.name.label is None):
        return ledger.disproves(row)
    if not row.line.in_row and ledger.book.has_misplaced_sign(row):
        return True
    if row.line.squeezed and not row.line.in_row and not ledger.can_judge(row):
        return True  # the empty cell may be its own, and the figure that of a row whose label was lost
    return row.line.squeezed and ledger.fails_alone(row) > 0


def _doubted(placed: list[Placed], book: Book) -> list[Placed]:
    """The rows, those of headings marked ambiguous where the first row below the heading is missing.

    The figures behind （三）不予公开 are its sum if 1.属于国家秘密 follows, or else may be those of the
    latter, whose label was lost.
    """
    rows: dict[int, set[int]] = {}
    for row in placed:
        rows.setdefault(row.sheet, set()).add(row.name.row)
    return [
        replace(row, ambiguous=True, flags=row.flags | HEADING)
        if _may_be_next(row, rows[row.sheet], book.sheets[row.sheet])
        else row
        for row in placed
    ]


def _may_be_next(row: Placed, present: Collection[int], sheet: Sheet) -> bool:
    at = row.name.row
    if at not in sheet.headings or not sheet.table.rows[at].optional or row.line.blank:
        return False
    below = [
        i for i, r in enumerate(sheet.table.rows) if set(sheet.table.rows[at].labels) & set(r.under[-1:])
    ]
    due = [i for i in below if not sheet.table.rows[i].optional] or below
    return bool(due) and due[0] not in present and any(i in present for i in due)


def _sew(stretch: Stretch, ledger: Ledger, placed: list[Placed]) -> bool:
    rows = sewn(stretch, ledger)
    placed.extend(rows)
    for row in rows:
        ledger.enter(row)
    return bool(rows)


def _learn_page(stray: Stray, mended: Placed, pages: Pages) -> None:
    for cell in stray.cells:
        if cell not in mended.line.cells and len(cell) == 1 and may_be_page_number(cell[0]):
            pages.learn(cell[0])
