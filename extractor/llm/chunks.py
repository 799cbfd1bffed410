"""Pieces of a section that a request can hold: whole sentences, overlapping, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..values import Span

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]+|[^。！？!?\n]+\Z")
_STOP = re.compile(r"[。！？!?]")
_CLAUSE = re.compile(r"[，、；：;:|\s]+|,(?!\d)")
_NUMBER = re.compile(r"[\d.,]+")
_LONGEST = 3


def chunks(text: str, span: Span, size: int, overlap: int) -> Iterator[Span]:
    """`span` of `text` in pieces of about `size` characters that share about `overlap` characters.

    Pieces end with a sentence or a line. Only a single sentence longer than three pieces is cut, between
    two clauses where it has any and never within a number, and the two sides of the cut overlap.
    """
    if span.end - span.start <= size:
        yield span
        return
    sentences = list(_sentences(text, span, size, overlap))
    first = 0
    while first < len(sentences):
        last = first + 1
        while last < len(sentences) and sentences[last].end - sentences[first].start <= size:
            last += 1
        yield Span(sentences[first].start, sentences[last - 1].end)
        if last == len(sentences):
            return
        first = _first_of_next(sentences, first, last, size, overlap)


def _first_of_next(sentences: Sequence[Span], first: int, last: int, size: int, overlap: int) -> int:
    """Where the piece behind `sentences[first:last]` begins: as far back as overlap and size allow."""
    back = last
    while back - 1 > first:
        start = sentences[back - 1].start
        if sentences[last - 1].end - start > overlap or sentences[last].end - start > size:
            break
        back -= 1
    return back


def whole_sentences(text: str, span: Span, inner: Span) -> Span:
    """The sentences of `span` that `inner` touches. A line's end is not the end of a sentence here."""
    ends = [match.end() for match in _STOP.finditer(text, span.start, span.end)]
    start = max((end for end in ends if end <= inner.start), default=span.start)
    stop = min((end for end in ends if end >= inner.end), default=span.end)
    return Span(start, stop)


def _sentences(text: str, span: Span, size: int, overlap: int) -> Iterator[Span]:
    for match in _SENTENCE.finditer(text, span.start, span.end):
        start, end = match.span()
        while end - start > _LONGEST * size:
            cut = _gap(text, start + size // 2, start + size)
            yield Span(start, cut)
            start = max(start + 1, _gap(text, cut - overlap, cut - overlap // 2))
        yield Span(start, end)


def _gap(text: str, low: int, high: int) -> int:
    """The last place between `low` and `high` where a clause ends, or at least no number is cut."""
    ends = [match.end() for match in _CLAUSE.finditer(text, low, high)]
    if ends:
        return ends[-1]
    number = next((m for m in _NUMBER.finditer(text, low, high + 1) if m.start() < high < m.end()), None)
    return number.start() if number is not None and number.start() > low else high
