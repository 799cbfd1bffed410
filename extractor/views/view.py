"""A string made from a document's text by replacements, with a map back to the offsets of that text."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..values import Span


@dataclass(frozen=True)
class View:
    """`text` as it is to be read, and where each of its characters stands in the document.

    The map is a list of runs: run `i` begins at view offset `starts[i]` and ends where the next one
    begins; it was made from the document characters `[origins[i], limits[i])`. If both lengths are the
    same, the run maps character by character; otherwise each of its characters maps to all of them.

    >>> view = View.of("共 收到").replaced([(1, 2, "")])
    >>> view.text, view.span(1, 3)
    ('共收到', Span(start=2, end=4))
    """

    text: str
    starts: Sequence[int]
    origins: Sequence[int]
    limits: Sequence[int]

    @classmethod
    def of(cls, text: str) -> View:
        """The view that changes nothing."""
        return cls(text, (0,), (0,), (len(text),))

    def span(self, start: int, end: int) -> Span:
        """The document characters behind `text[start:end]`, at least all that made them."""
        first = bisect_right(self.starts, start) - 1
        if start >= end:
            at = self._begin(first, start)
            return Span(at, at)
        begin, behind, origin = self.starts[first], self._run_end(first), self.origins[first]
        if end <= behind and behind - begin == self.limits[first] - origin:
            return Span(origin + start - begin, origin + end - begin)
        last = bisect_right(self.starts, end - 1, first) - 1
        return Span(self._begin(first, start), self._end(last, end))

    def offset(self, origin: int) -> int:
        """The view offset of the first character that was made from document offset `origin` or beyond."""
        run = bisect_right(self.limits, origin)
        if run == len(self.starts):
            return len(self.text)
        if self._is_plain(run):
            return self.starts[run] + max(0, origin - self.origins[run])
        return self.starts[run]

    def replaced(self, edits: Iterable[tuple[int, int, str]]) -> View:
        """A view of this view with `text[start:end]` replaced, for edits in ascending order.

        What stands between edits keeps its map; a replacement maps as a whole to what it replaces.
        """
        builder = _Builder(self)
        at = 0
        for start, end, new in edits:
            builder.keep(at, start)
            if new:
                builder.add(new, self.span(start, end))
            at = end
        builder.keep(at, len(self.text))
        return builder.view()

    def _run_end(self, run: int) -> int:
        return self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)

    def _is_plain(self, run: int) -> bool:
        """Whether the run maps character by character."""
        return self._run_end(run) - self.starts[run] == self.limits[run] - self.origins[run]

    def _begin(self, run: int, at: int) -> int:
        if self._is_plain(run):
            return self.origins[run] + at - self.starts[run]
        return self.origins[run] if at < self._run_end(run) else self.limits[run]

    def _end(self, run: int, at: int) -> int:
        return self.origins[run] + at - self.starts[run] if self._is_plain(run) else self.limits[run]


class _Builder:
    """Puts a view together from kept and new pieces, in order."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._run = 0
        self._parts: list[str] = []
        self._length = 0
        self._starts = array("q")
        self._origins = array("q")
        self._limits = array("q")

    def add(self, piece: str, span: Span) -> None:
        """A piece that was made from these document characters."""
        self._starts.append(self._length)
        self._origins.append(span.start)
        self._limits.append(span.end)
        self._parts.append(piece)
        self._length += len(piece)

    def keep(self, start: int, end: int) -> None:
        """The unchanged characters `[start, end)`, with the runs they lie in."""
        view = self._view
        while start < end:
            while view._run_end(self._run) <= start:
                self._run += 1
            stop = min(end, view._run_end(self._run))
            self.add(view.text[start:stop], view.span(start, stop))
            start = stop

    def view(self) -> View:
        """The view of all pieces."""
        if not self._starts:
            return View("", (0,), (0,), (0,))
        return View("".join(self._parts), self._starts, self._origins, self._limits)
