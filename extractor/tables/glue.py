"""Labels without a gap between: a header row in one cell, or `审结总计`, `总计结果` over lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from .labels import CUT_LABEL, LONGEST, Entry, Lexicon, Part, key_of, without_enumerator, without_remarks


class Glued(NamedTuple):
    """A label in texts `first` to `last` (inclusive), and what it may stand for; `cut` if its end is lost."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    cut: bool = False


def glued(at: int, texts: Sequence[str], lexicon: Lexicon) -> list[Glued]:
    """Labels that fill the texts from the first on, up to the end of one of them; empty if they do not.

    The texts are counted from `at`. Remarks in parentheses are passed over if it does not go otherwise.
    """
    found = _Parser(at, [key_of(text) for text in texts], lexicon).labels()
    if not found and any("(" in text for text in texts):
        found = _Parser(at, [key_of(without_remarks(text)) for text in texts], lexicon).labels()
    return found


class _Parser:
    """Parses keys written one behind the other."""

    def __init__(self, at: int, keys: Sequence[str], lexicon: Lexicon) -> None:
        self._whole = "".join(keys)
        self._lexicon = lexicon
        self._at = at
        self._ends = list(accumulate(map(len, keys)))
        self._borders = frozenset(self._ends)
        self._dead: set[int] = set()

    def labels(self) -> list[Glued]:
        """The labels from the beginning; the first may be cut if there is but one text."""
        return self._from(0) or (self._behind_cut() if len(self._borders) == 1 else None) or []

    def _owner(self, place: int) -> int:
        """The text that a character stands in."""
        return self._at + bisect_right(self._ends, place)

    def _from(self, start: int) -> list[Glued] | None:
        """Labels from `start` to a border; a label that ends at a border first, then longer ones."""
        if start in self._dead:
            return None
        ends = sorted(self._labels_at(start), key=lambda e: (e[1] not in self._borders, -e[1]))
        for begin, stop in ends:
            entries = self._lexicon.entries[self._whole[begin:stop]]
            rest = [] if stop in self._borders else self._from(stop)
            if rest is not None:
                return [Glued(self._owner(begin), self._owner(stop - 1), entries), *rest]
        self._dead.add(start)
        return None

    def _labels_at(self, start: int) -> list[tuple[int, int]]:
        """Begin and end of every label at `start`, with or without an enumerator before it."""
        ahead = self._whole[start : start + LONGEST]
        found: list[tuple[int, int]] = []
        for begin in dict.fromkeys((0, len(ahead) - len(without_enumerator(ahead)))):
            stop = begin + 1
            while stop <= len(ahead) and ahead[begin:stop] in self._lexicon.prefixes:
                if ahead[begin:stop] in self._lexicon.entries:
                    found.append((start + begin, start + stop))
                stop += 1
        return found

    def _behind_cut(self) -> list[Glued] | None:
        """A label of a header of which only the beginning is left, and whole labels behind it."""
        stop = 1
        while stop < len(self._whole) and self._whole[: stop + 1] in self._lexicon.prefixes:
            stop += 1
        while stop >= CUT_LABEL:
            rest = self._from(stop) if stop < len(self._whole) else None
            if rest is not None:
                entries = self._lexicon.beginning(self._whole[:stop])
                entries = tuple(entry for entry in entries if entry.part is not Part.ROW)
                if not entries:
                    return None
                return [Glued(self._owner(0), self._owner(stop - 1), entries, cut=True), *rest]
            stop -= 1
        return None
