"""Builds the tree of enumerations in a text out of its enumerators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .markers import LAST, SECTION, Marker

_PARAGRAPH_END = re.compile(r"\n\s*|\Z")


@dataclass(slots=True)
class Entry:
    """`text[start:end]` behind the enumerator at `marker`; `runs` are the enumerations within."""

    marker: int
    start: int
    end: int = -1
    runs: list[Run] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """Entries counted by one kind of enumerator; `text[lead:start]` is what leads to them."""

    kind: str
    number: int
    entries: list[Entry]
    lead: int = 0

    @property
    def start(self) -> int:
        """Where the first enumerator stands."""
        return self.entries[0].marker

    @property
    def end(self) -> int:
        """Where the last entry ends."""
        return self.entries[-1].end


def outline(markers: Iterable[Marker]) -> tuple[list[Run], int | None]:
    """The enumerations that lie in no other, in order, and where the text ends for them.

    An enumerator goes on with the innermost enumeration of its kind that waits for its number (or, by a
    misprint, for the one before or behind it); else it begins one if its number is 1. A number of the
    sections of a report that fits nowhere is the heading of another section: there the text ends. Entries
    have no end yet.
    """
    roots: list[Run] = []
    stack: list[Run] = []
    for marker in markers:
        entry = Entry(marker.start, marker.end)
        depth = _waiting(stack, marker)
        if depth is not None:
            del stack[depth + 1 :]
            stack[depth].entries.append(entry)
            stack[depth].number = marker.number or stack[depth].number + 1
        elif marker.number == 1:
            same = [depth for depth, run in enumerate(stack) if run.kind == marker.kind]
            if same:
                del stack[same[0] :]
            run = Run(marker.kind, 1, [entry])
            (stack[-1].entries[-1].runs if stack else roots).append(run)
            stack.append(run)
        elif marker.kind == SECTION:
            return roots, marker.start
    return roots, None


def _waiting(stack: Sequence[Run], marker: Marker) -> int | None:
    """How deep the enumeration stands that the marker goes on with, None if there is none."""
    for depth in range(len(stack) - 1, -1, -1):
        run = stack[depth]
        if run.kind == marker.kind and (
            marker.number == LAST or (marker.number > 1 and abs(marker.number - run.number - 1) <= 1)
        ):
            return depth
    return None


def paragraph_end(text: str, start: int, end: int, count: int = 1) -> int:
    """Where the `count`-th paragraph from `start` on ends, at most `end`."""
    at = start
    for _ in range(count):
        found = _PARAGRAPH_END.search(text, at, end)
        if found is None or found.end() >= end:
            return end
        at = found.end()
    return at


def paragraphs(text: str, start: int, end: int) -> int:
    """How many paragraphs `text[start:end]` has."""
    inner = text[start:end].strip()
    return 1 + sum(1 for found in _PARAGRAPH_END.finditer(inner) if found.end() < len(inner))
