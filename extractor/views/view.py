"""A string made from a document's text by replacements, with a map back to the offsets of that text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ..values import Span


@dataclass(frozen=True)
class View:
    """`text` as it is to be read, and where each of its characters stands in the document.

    The map is a list of anchors: from view offset `starts[i]` on, up to the next anchor, view offset
    `v` is document offset `origins[i] + (v - starts[i])`, but never beyond `limits[i]`, the document
    offset at which the anchor's run ends (a replacement may be longer than what it replaces).

    >>> view = View.of("共 收到").replaced([(1, 2, "")])
    >>> view.text, view.span(1, 3)
    ('共收到', Span(start=2, end=4))
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    limits: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> View:
        """The view that changes nothing."""
        return cls(text, (0,), (0,), (len(text),))

    def span(self, start: int, end: int) -> Span:
        """The document characters behind `text[start:end]`."""
        if start >= end:
            at = self._origin(start)
            return Span(at, at)
        first = self._origin(start)
        last = bisect_right(self.starts, end - 1) - 1
        offset = self.origins[last] + (end - self.starts[last])
        following = last + 1
        run_end = self.starts[following] if following < len(self.starts) else len(self.text)
        stop = self.limits[last] if end >= run_end else min(offset, self.limits[last])
        return Span(first, max(first, stop))

    def _origin(self, at: int) -> int:
        index = bisect_right(self.starts, at) - 1
        return min(self.origins[index] + (at - self.starts[index]), self.limits[index])

    def offset(self, origin: int) -> int:
        """The view offset of the first character that stands at or behind document offset `origin`."""
        index = bisect_right(self.origins, origin) - 1
        if index < 0:
            return 0
        if origin >= self.limits[index] and index + 1 < len(self.starts):
            return self.starts[index + 1]
        run_end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return min(self.starts[index] + (origin - self.origins[index]), run_end)

    def replaced(self, edits: Iterable[tuple[int, int, str]]) -> View:
        """A view of this view with `text[start:end]` replaced, for edits in ascending order.

        Runs between edits keep their map; a replacement maps as a whole to what it replaces.
        """
        parts: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        limits: list[int] = []
        length = 0
        at = 0

        def run(start: int, end: int) -> None:
            """Copy the unchanged characters, with the anchors that lie in them."""
            nonlocal length
            index = bisect_right(self.starts, start) - 1
            while start < end:
                stop = min(end, self.starts[index + 1]) if index + 1 < len(self.starts) else end
                whole = self.span(start, stop)
                starts.append(length)
                origins.append(whole.start)
                limits.append(whole.end)
                parts.append(self.text[start:stop])
                length += stop - start
                start, index = stop, index + 1

        for start, end, new in edits:
            run(at, start)
            if new:
                whole = self.span(start, end)
                starts.append(length)
                origins.append(whole.start)
                limits.append(whole.end)
                parts.append(new)
                length += len(new)
            at = end
        run(at, len(self.text))
        if not starts:
            return View("", (0,), (0,), (0,))
        return View("".join(parts), tuple(starts), tuple(origins), tuple(limits))
