"""The beginning of a document without white space, for phrases that the layout breaks over lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..values import Span
from ..views import View

_RUN = re.compile(r"\S+")
_HEADING_MARK = re.compile("#{1,6}")
_UNPRINTED = re.compile(r"\n\s*#{1,6}(?=\s)|\s+")


@dataclass(frozen=True)
class Flat:
    """The reading view's text without white space, and without the marks of headings in Markdown.

    `places[i]` is the view offset of `text[i]`. `lines` are the offsets in `text` at which a line of
    the document begins, `gaps` those at which white space stood before the character (so every line's
    beginning is a gap), both ascending and both with the end of the text as their last entry.
    """

    text: str
    places: tuple[int, ...]
    lines: tuple[int, ...]
    gaps: tuple[int, ...]
    view: View

    @classmethod
    def of(cls, view: View, limit: int) -> Flat:
        """The first `limit` characters of the view."""
        parts: list[str] = []
        places: list[int] = []
        lines: list[int] = []
        gaps: list[int] = []
        before = 0
        for run in _RUN.finditer(view.text, 0, limit):
            start = run.start()
            new_line = not lines or "\n" in view.text[before:start]
            if new_line and _HEADING_MARK.fullmatch(run.group()):
                continue
            gaps.append(len(places))
            if new_line:
                lines.append(len(places))
            parts.append(run.group())
            places.extend(range(start, run.end()))
            before = run.end()
        end = len(places)
        return cls("".join(parts), tuple(places), (*lines, end), (*gaps, end), view)

    def span(self, start: int, end: int) -> Span:
        """The document characters from `text[start]` to `text[end - 1]`, with what stands between."""
        return self.view.span(self.places[start], self.places[end - 1] + 1)

    def printed(self, start: int, end: int, document: str) -> str:
        """`text[start:end]` as the document prints it, without white space and marks of headings."""
        return _UNPRINTED.sub("", self.span(start, end).of(document))

    def line_of(self, at: int) -> int:
        """The number of the line that holds `text[at]`."""
        return bisect_right(self.lines, at) - 1

    def begins_line(self, at: int) -> bool:
        """Whether a line begins, or the text ends, at `text[at]`."""
        return _holds(self.lines, at)

    def breaks_at(self, at: int) -> bool:
        """Whether white space or the end of the text stands before `text[at]`."""
        return _holds(self.gaps, at)

    def offset(self, view_offset: int) -> int:
        """The offset in `text` of the first character at or behind `view_offset`."""
        return bisect_left(self.places, view_offset)


def _holds(ascending: Sequence[int], number: int) -> bool:
    index = bisect_left(ascending, number)
    return index < len(ascending) and ascending[index] == number
