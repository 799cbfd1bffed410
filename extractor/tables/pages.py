"""Page numbers that stand bare on a line of their own, and so look like figures."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import pairwise

from .pieces import Kind, Piece

_SHORT = 12
"""A line of text with more characters than this is no cell beside a figure."""

_SERIES = 2
"""So many numbers that follow one another, each one too many in its row, are those of pages."""


class Pages:
    """The page numbers that are known because they stand between sentences, by their place."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        known: list[tuple[int, int]] = []
        for before, piece, behind in zip(pieces, pieces[1:], pieces[2:], strict=False):
            if may_be_page_number(piece) and _is_line(before) and _is_line(behind):
                number = int(piece.text)
                if not known or number == known[-1][1] + 1 or piece.start - known[-1][0] > 400:
                    known.append((piece.start, number))
        self._known = known

    def learn(self, piece: Piece) -> None:
        """Add a number that turned out to be that of a page."""
        insort(self._known, (piece.start, int(piece.text)))

    def learn_series(self, pieces: Sequence[Piece]) -> None:
        """Add the numbers, in order, if each is one more than the one before it."""
        if len(pieces) >= _SERIES and all(int(b.text) == int(a.text) + 1 for a, b in pairwise(pieces)):
            for piece in pieces:
                self.learn(piece)

    def expected(self, at: int) -> frozenset[int]:
        """The page numbers that can stand at that place of the text: one more than the last one known
        before it, or one less than the next."""
        here = bisect_left(self._known, (at, 0))
        expected = {number + 1 for _, number in self._known[max(0, here - 1) : here]}
        expected |= {number - 1 for _, number in self._known[here : here + 1]}
        return frozenset(expected)


def may_be_page_number(piece: Piece) -> bool:
    """Whether it is a bare number of up to three digits, not 0, outside of every row."""
    if piece.kind is not Kind.FIGURE or piece.row >= 0 or len(piece.text) > 3:
        return False
    return piece.text.isdecimal() and int(piece.text) > 0


def _is_line(piece: Piece) -> bool:
    return piece.kind is Kind.TEXT and len(piece.text) > _SHORT
