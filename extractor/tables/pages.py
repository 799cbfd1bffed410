"""Page numbers that stand bare on a line of their own, and so look like figures."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .labels import LONGEST, Lexicon, key_of
from .pieces import Kind, Piece

_OPENING = 8
"""Among so many cells at the beginning of a document, its title is found."""

_TITLE = 8
"""A title has at least so many characters."""

_LINES_OF_TITLE = 3
"""It is written over so many lines at most."""

_SHORT = 12
"""A line of text with more characters than this is no cell beside a figure."""

_SERIES = 2
"""So many numbers that follow one another, each one too many in its row, are those of pages."""

_IN_ROWS = 20
"""If only one of so many figures stands outside of rows, the document's tables are in rows."""


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
        self._learned: set[int] = set()

    def learn(self, piece: Piece) -> None:
        """Add a number that turned out to be that of a page."""
        if piece.start not in self._learned:
            self._learned.add(piece.start)
            insort(self._known, (piece.start, int(piece.text)))

    def learn_series(self, pieces: Sequence[Piece]) -> None:
        """Add the numbers of every stretch, in order, in which each is one more than the one before it.

        Where a page ends in running text or beside an empty row, its number is missing among them: a
        stretch may go on behind one that is missing. Of several stretches, a short one may be chance.
        """
        several: list[list[Piece]] = []
        for piece in pieces:
            step = int(piece.text) - int(several[-1][-1].text) if several else 0
            if step == 1 or (step == 2 and len(several[-1]) >= _SERIES):
                several[-1].append(piece)
            else:
                several.append([piece])
        for series in several:
            self._learn_all(series, _SERIES if len(several) == 1 else _SERIES + 1)

    def learn_loose(self, pieces: Sequence[Piece]) -> None:
        """Add the numbers that stand bare in a document whose figures stand in rows, if each is higher
        than the one before it."""
        figures = [piece for piece in pieces if piece.kind is Kind.FIGURE]
        loose = [piece for piece in figures if piece.row < 0]
        if len(figures) < _IN_ROWS * len(loose) or not all(map(may_be_page_number, loose)):
            return
        if all(int(one.text) < int(other.text) for one, other in pairwise(loose)):
            self._learn_all(loose, _SERIES)

    def _learn_all(self, pieces: Sequence[Piece], least: int) -> None:
        if len(pieces) >= least:
            for piece in pieces:
                self.learn(piece)

    def knows(self, piece: Piece) -> bool:
        """Whether the piece turned out to be the number of a page."""
        return piece.start in self._learned

    def may_hold(self, piece: Piece) -> bool:
        """Whether the piece is known as the number of a page, or is one that the pages around it lack."""
        if not may_be_page_number(piece) or self.knows(piece):
            return self.knows(piece)
        here = bisect_left(self._known, (piece.start, 0))
        around = [number for _, number in self._known[max(0, here - 1) : here + 1]]
        return 0 < here < len(self._known) and around[0] < int(piece.text) < around[1]

    def expected(self, at: int) -> frozenset[int]:
        """The page numbers that can stand at that place of the text: one more than the last one known
        before it, or one less than the next."""
        here = bisect_left(self._known, (at, 0))
        expected = {number + 1 for _, number in self._known[max(0, here - 1) : here]}
        expected |= {number - 1 for _, number in self._known[here : here + 1]}
        return frozenset(expected)


def without_furniture(pieces: list[Piece], lexicon: Lexicon) -> tuple[list[Piece], list[Piece]]:
    """The pieces without the title of the report where it is repeated on every page, and the page numbers.

    These stand right before the title on the next page, each one more than the one before it.
    """
    titles = {key for key in _titles(pieces[:_OPENING]) if len(key) >= _TITLE and key not in lexicon.entries}
    repeated = {
        at
        for at, piece in enumerate(pieces)
        if at >= _OPENING and len(piece.text) <= LONGEST and key_of(piece.text) in titles
    }
    ends = [pieces[at - 1] for at in sorted(repeated) if may_be_page_number(pieces[at - 1])]
    series = [(one, other) for one, other in pairwise(ends) if int(other.text) == int(one.text) + 1]
    numbers = list(dict.fromkeys(piece for pair in series for piece in pair))
    dropped = set(numbers)
    kept = [piece for at, piece in enumerate(pieces) if at not in repeated and piece not in dropped]
    return kept, numbers


def _titles(opening: Sequence[Piece]) -> Iterator[str]:
    """The keys of what may be the title: texts at the beginning, and several lines of it as one."""
    for at in range(len(opening)):
        key = ""
        for piece in opening[at : at + _LINES_OF_TITLE]:
            if piece.kind is not Kind.TEXT or len(piece.text) > LONGEST:
                break
            key += key_of(piece.text)
            yield key


def may_be_page_number(piece: Piece) -> bool:
    """Whether it is a bare number of up to three digits, not 0, outside of every row."""
    if piece.kind is not Kind.FIGURE or piece.row >= 0 or len(piece.text) > 3:
        return False
    return piece.text.isdecimal() and int(piece.text) > 0


def _is_line(piece: Piece) -> bool:
    return piece.kind is Kind.TEXT and len(piece.text) > _SHORT
