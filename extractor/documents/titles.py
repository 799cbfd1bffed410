"""The declared titles of sections, made ready for looking up words as they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from ..declare import Heading

IGNORED = re.compile(r"[\s、,.。:;·\-—“”\"'()《》*#|]+")
"""Spaces and punctuation, which make no difference to a title."""

# Share of equal characters, in percent, from which words are a misspelt title; short ones never are.
_SIMILAR = 85
_SIMILAR_LENGTH = 5


class Titles:
    """The declared titles, made ready for looking up."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self._roles = {squeezed(title): h.role for h in reversed(headings) for title in h.titles}
        self._titles = list(self._roles)
        self._characters = frozenset("".join(self._titles))
        self._first = frozenset(title[:1] for title in self._titles)
        self._with_role = {title for title, role in self._roles.items() if role is not None}
        self._lengths = sorted({len(title) for title in self._with_role}, reverse=True)
        self._cues = [(h.role, h.cues) for h in headings if h.cues]

    def __contains__(self, key: str) -> bool:
        return key in self._roles

    def __getitem__(self, key: str) -> str | None:
        return self._roles[key]

    def may_begin(self, character: str) -> bool:
        """Whether a printed title may begin with a character: that of a declared one, or an ignored one."""
        return character in self._first or IGNORED.match(character) is not None

    def beginning(self, key: str) -> str | None:
        """The longest title with a role with which the words begin."""
        return next((key[:n] for n in self._lengths if key[:n] in self._with_role and len(key) >= n), None)

    def similar(self, key: str) -> str | None:
        """The title that these words misspell."""
        strange = sum(character not in self._characters for character in key)
        if len(key) < _SIMILAR_LENGTH or strange * 100 > len(key) * (100 - _SIMILAR):
            return None
        found = process.extractOne(key, self._titles, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
        return found[0] if found else None

    def by_cues(self, key: str) -> str | None:
        """The role whose cues make up most of the words."""
        scores = [(sum(len(cue) for cue in cues if cue in key), role) for role, cues in self._cues]
        best = max(scores, key=lambda score: score[0], default=(0, None))
        return best[1] if best[0] else None


@lru_cache(maxsize=8)
def titles_of(headings: tuple[Heading, ...]) -> Titles:
    """The look-up for these headings, made once."""
    return Titles(headings)


def squeezed(words: str) -> str:
    """Words without the spaces and punctuation that make no difference to a title."""
    return IGNORED.sub("", words)
