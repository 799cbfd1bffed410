"""Candidates → the headings of a report and the headings within its sections."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .headings import Candidate, Match, Style

_FILLING = re.compile(r"[\s.·…。;,、:\-—_|\d]+")
_CONTENTS_GAP = 8
_CONTENTS_LENGTH = 3
_LONG_GAP = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the top level, and those of the next level within its section."""

    heading: Candidate
    parts: tuple[Candidate, ...]


def outline(candidates: Sequence[Candidate], text: str) -> tuple[Entry, ...]:
    """The headings that divide the text, in order."""
    candidates = _without_contents(candidates, text)
    top = _top(candidates)
    starts = [candidate.start for candidate in candidates]
    bounds = pairwise([*(bisect_left(starts, heading.start) for heading in top), len(candidates)])
    return tuple(
        Entry(heading, _parts([c for c in candidates[begin + 1 : end] if c.style > heading.style]))
        for heading, (begin, end) in zip(top, bounds, strict=True)
    )


def _top_style(candidates: Sequence[Candidate]) -> Style:
    """The outermost style that enumerates sections of this report."""
    for style in Style:
        of_style = [c for c in candidates if c.style is style]
        titled = {c.role for c in of_style if c.match is Match.TITLE}
        cued = {c.role for c in of_style if c.match is Match.CUE}
        if len(titled | cued) >= 2 or (titled and style is not Style.PART):
            return style
    return Style.NONE


def _top(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The headings of the top level.

    Declared titles are believed wherever they stand. Other enumerated lines must continue the count, or
    the rows of a table, enumerated like headings, would cut its section.
    """
    style = _top_style(candidates)
    enumerated = [c for c in candidates if c.style is style]
    sure = [c for c in enumerated if c.match is Match.TITLE]
    known = {c.role for c in sure}
    bare = [
        c for c in candidates if c.style is Style.NONE and c.role not in known and style is not Style.NONE
    ]
    following = _numbers_following(sure)
    accepted: list[Candidate] = []
    previous = 0
    for candidate in sorted([*enumerated, *bare], key=lambda c: c.start):
        if candidate.match is not Match.TITLE:
            behind = bisect_right(following, candidate.start, key=lambda pair: pair[0])
            limit = following[behind][1] if behind < len(following) else None
            if candidate.inline or not _continues(candidate.number, previous, limit):
                continue
        if accepted and candidate.start < accepted[-1].end:
            # Two marks before one title: the one that has a role, or the first, makes the heading.
            if accepted[-1].role is None:
                accepted[-1] = candidate
            continue
        accepted.append(candidate)
        previous = candidate.number or previous
    return accepted


def _numbers_following(sure: Sequence[Candidate]) -> list[tuple[int, int]]:
    """Where each heading that is believed anyway stands, and its number."""
    return [(c.start, c.number) for c in sure if c.number is not None]


def _continues(number: int | None, previous: int, limit: int | None) -> bool:
    """Whether the number of a candidate stands between those of the headings around it."""
    return number == previous + 1 and (limit is None or limit > number)


def _parts(within: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The headings of the next level: of the outermost style that has one with a role."""
    style = min((c.style for c in within if c.role is not None), default=None)
    return tuple(c for c in within if c.style is style)


def _without_contents(candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    """The candidates without a table of contents: headings with nothing between them that come again."""
    last = {_identity(candidate): candidate.start for candidate in candidates}
    kept: list[Candidate] = []
    run: list[Candidate] = []
    for candidate in candidates:
        if run and len(_FILLING.sub("", text[run[-1].end : candidate.start][:_LONG_GAP])) > _CONTENTS_GAP:
            kept += _kept(run, last)
            run = []
        run.append(candidate)
    return kept + _kept(run, last)


def _kept(run: Sequence[Candidate], last: Mapping[object, int]) -> list[Candidate]:
    """The candidates of a run, without those that come again behind it if they are many."""
    once = [c for c in run if last[_identity(c)] == c.start]
    return once if len(run) - len(once) >= _CONTENTS_LENGTH else list(run)


def _identity(candidate: Candidate) -> object:
    return candidate.role, candidate.style, candidate.number
