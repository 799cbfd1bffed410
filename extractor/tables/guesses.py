"""Figures whose columns were guessed: to be doubted unless the sums bear them out."""

from __future__ import annotations

from collections.abc import Sequence

from ..values import Document
from ..views import View
from .align import Placed
from .ledger import Book, Ledger

UNRULED = frozenset({"unruled"})
"""Flag of cells that no lines or markup tell apart, or that the edge of a page cuts off: the reader of the
file guessed them."""

APART = frozenset({"header_apart"})
"""Flag of cells of a row that does not stand below its header, as spreadsheets import some web pages."""


class Guesses:
    """The placed rows of a document whose columns are not certain, and the sums that they stand in."""

    def __init__(self, document: Document, view: View, placed: Sequence[Placed], book: Book) -> None:
        self._stretches = [(view.offset(s.start), view.offset(s.end)) for s in document.guessed]
        self._ledger = Ledger(book)
        if self._stretches or any(row.line.apart for row in placed):
            for row in placed:
                self._ledger.enter(row)

    def flags(self, row: Placed) -> dict[str, frozenset[str]]:
        """The doubts about the cells of a row, by path.

        A number is beyond them that sums confirm in its row and in its column; an empty cell never is.
        """
        doubt = (UNRULED if self._holds(row) else frozenset()) | (APART if row.line.apart else frozenset())
        if not doubt:
            return {}
        ledger, numbers = self._ledger, self._ledger.book.numbers(row)
        bears_out = ledger.book.arithmetic.bears_out
        return {
            path: doubt
            for path, number in numbers.items()
            if number is None or not bears_out(path, numbers.keys(), ledger.numbers, ledger.unsure)
        }

    def _holds(self, row: Placed) -> bool:
        if not self._stretches:
            return False
        places = [piece.start for cell in row.line.cells for piece in cell]
        return any(start <= place < end for start, end in self._stretches for place in places)
