"""What could not be aligned for sure → rows, as far as official order and identities leave one way."""

from __future__ import annotations

from collections.abc import Sequence

from .align import Aligned, Placed, Stray, Torn
from .ledger import Book, Ledger
from .length import right_length
from .pages import Pages, may_be_page_number
from .sew import Stretch, sewn, stretches


def mend(aligned: Sequence[Aligned], book: Book, pages: Pages) -> tuple[list[Placed], list[Stray]]:
    """All rows that can be placed, and the figures that cannot."""
    placed = [item for item in aligned if isinstance(item, Placed)]
    if len(placed) == len(aligned):
        return placed, []
    ledger = Ledger(book)
    for row in placed:
        ledger.enter(row)
    strays: list[Stray] = []
    for item in aligned:
        if isinstance(item, Stray):
            mended = right_length(item, ledger, pages)
            if mended is None:
                strays.append(item)
                continue
            placed.append(mended)
            ledger.enter(mended)
            _learn_page(item, mended, pages)
    left, before = stretches(aligned), -1
    while len(left) != before:  # what one stretch states may be what another one is judged by
        before = len(left)
        left = [stretch for stretch in left if not _sew(stretch, ledger, placed)]
    lines = {row.line for row in placed}
    for torn in (item for item in aligned if isinstance(item, Torn)):
        strays += [Stray(torn.sheet, line.cells, torn.columns) for line in torn.lines if line not in lines]
    return placed, strays


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
