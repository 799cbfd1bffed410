"""The beginning of a document without white space, for phrases that the layout breaks over lines."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..values import Span
from ..views import View

OPENING = 1500
"""In how many characters a report says who wrote it and where to reach them."""

_RUN = re.compile(r"(?<!\s)(?:[^\S\n]*+(\n)\s*+|\s*+)(\S+)")
"""All white space before a word, with a line break if there is one, and the word."""

_SENTENCE_END = re.compile("[。;]")
_HEADING_MARK = re.compile("#{1,6}")
_UNPRINTED = re.compile(r"\n\s*#{1,6}(?=\s)|\s+")


@dataclass(frozen=True)
class Flat:
    """The reading view's text without white space, and without the marks of headings in Markdown.

    `gaps` are the offsets in `text` at which white space stood before the character, `origins` the view
    offsets of these characters. `lines` are the gaps at which a line of the document begins. All ascend;
    `gaps` and `lines` have the end of the text as their last entry.
    """

    text: str
    origins: tuple[int, ...]
    lines: tuple[int, ...]
    gaps: tuple[int, ...]
    view: View

    @classmethod
    def of(cls, view: View, limit: int) -> Flat:
        """The first `limit` characters of the view."""
        parts: list[str] = []
        origins: list[int] = []
        lines: list[int] = []
        gaps: list[int] = []
        length = 0
        new_line = True
        for run in _RUN.finditer(view.text, 0, limit):
            line_break, word = run.groups()
            new_line = new_line or line_break is not None
            if new_line and word[0] == "#" and _HEADING_MARK.fullmatch(word):
                continue
            gaps.append(length)
            if new_line:
                lines.append(length)
                new_line = False
            parts.append(word)
            origins.append(run.start(2))
            length += len(word)
        return cls("".join(parts), tuple(origins), (*lines, length), (*gaps, length), view)

    def span(self, start: int, end: int) -> Span:
        """The document characters from `text[start]` to `text[end - 1]`, with what stands between."""
        return self.view.span(self._place(start), self._place(end - 1) + 1)

    def _place(self, at: int) -> int:
        """The view offset of `text[at]`."""
        run = bisect_right(self.gaps, at) - 1
        return self.origins[run] + at - self.gaps[run]

    def printed(self, start: int, end: int, document: str) -> str:
        """`text[start:end]` as the document prints it, without white space and marks of headings."""
        return _UNPRINTED.sub("", self.span(start, end).of(document))

    def sentence_before(self, at: int, reach: int) -> str:
        """The sentence up to `text[at]`, no more than `reach` characters of it."""
        return _SENTENCE_END.split(self.text[max(0, at - reach) : at])[-1]

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
        run = bisect_right(self.origins, view_offset) - 1
        if run < 0:
            return 0
        return min(self.gaps[run] + view_offset - self.origins[run], self.gaps[run + 1])


def _holds(ascending: Sequence[int], number: int) -> bool:
    index = bisect_left(ascending, number)
    return index < len(ascending) and ascending[index] == number
