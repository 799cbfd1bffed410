"""Invisible marks around every printed value, so that its place in the finished text is known.

A value is written between two private-use characters that name an entry of the report's `Ink`. All
noise works on marked text; whatever is still marked at the end was printed, and where, whatever
lost its marks was dropped on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.values import Span

from .printers.marks import MARK, bare

__all__ = ["MARK", "Ink", "bare", "width"]

_OPEN = 0xF0000
_CLOSE = 0x100000
_LIMIT = 0xFFF0


@dataclass
class Ink:
    """The marks of one report: entry `i` names the paths whose values stand between marks `i`."""

    entries: list[tuple[str, ...]] = field(default_factory=list)

    def mark(self, text: str, *paths: str) -> str:
        """`text` between marks for `paths`, unchanged if there are none."""
        if not paths:
            return text
        number = len(self.entries)
        if number >= _LIMIT:
            raise OverflowError("more values than marks in one report")
        self.entries.append(paths)
        return f"{chr(_OPEN + number)}{text}{chr(_CLOSE + number)}"

    def pairs(self) -> Iterator[tuple[tuple[str, ...], str, str]]:
        """The paths of each entry with its opening and its closing mark."""
        for number, paths in enumerate(self.entries):
            yield paths, chr(_OPEN + number), chr(_CLOSE + number)

    def reveal(self, text: str) -> tuple[str, dict[str, list[Span]]]:
        """The text without marks, and for each path the places where its value is printed."""
        parts: list[str] = []
        places: dict[str, list[Span]] = {}
        opened: dict[int, int] = {}
        length = at = 0
        for match in MARK.finditer(text):
            parts.append(text[at : match.start()])
            length += match.start() - at
            at = match.end()
            code = ord(match.group())
            if code < _CLOSE:
                opened[code - _OPEN] = length
                continue
            start = opened.pop(code - _CLOSE, None)
            if start is not None:
                for path in self.entries[code - _CLOSE]:
                    places.setdefault(path, []).append(Span(start, length))
        parts.append(text[at:])
        return "".join(parts), places


def width(text: str) -> int:
    """The number of characters a reader sees."""
    return len(text) - len(MARK.findall(text))
