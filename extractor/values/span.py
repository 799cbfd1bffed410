"""Places in the text of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range `[start, end)` of Unicode code points in `Document.text`.

    >>> Span(2, 4).of("收到99件")
    '99'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a range of characters: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` at this place."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """The smallest range that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, with duplicates removed."""
    return tuple(sorted(set(spans)))
