"""Divides a document into sections by the headings a schema declares."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from ..declare import Heading
from ..values import Document, Section, Span, merge_spans
from ..views import View
from .headings import Candidate, find_candidates
from .outline import Entry, outline
from .titles import titles_of


def divide(document: Document, view: View, headings: Sequence[Heading]) -> Document:
    """The document with its sections; `view` is the reading view of its text.

    The sections follow one another and cover the whole text: first what stands before the first heading,
    with an empty heading and no role, then one for each heading of the top level. A heading whose title
    is not declared has no role either. The parts of a section are its headings of the next level.
    """
    found = find_candidates(view.text, titles_of(tuple(headings)))
    outside = _outside_grids(found, document, view)
    entries = outline(outside, view.text)
    end = len(document.text)
    starts = [view.span(entry.heading.start, entry.heading.end).start for entry in entries]
    sections = [Section(None, Span(0, 0), Span(0, starts[0] if starts else end))]
    for entry, (_, stop) in zip(entries, pairwise([*starts, end]), strict=True):
        sections.append(_section(entry, view, stop))
    return replace(document, sections=tuple(sections))


def _section(entry: Entry, view: View, stop: int) -> Section:
    heading = _place(entry.heading, view)
    # A line that names both a part and the next section is the heading of that section.
    places = [(part.role, place) for part in entry.parts if (place := _place(part, view)).end <= stop]
    ends = [*(place.start for _, place in places), stop][1:]
    parts = [
        Section(role, place, Span(place.end, max(place.end, end)), level=2)
        for (role, place), end in zip(places, ends, strict=True)
    ]
    return Section(entry.heading.role, heading, Span(heading.end, max(heading.end, stop)), parts=tuple(parts))


def _place(candidate: Candidate, view: View) -> Span:
    return view.span(candidate.start, candidate.end)


def _outside_grids(candidates: Sequence[Candidate], document: Document, view: View) -> list[Candidate]:
    """The candidates that are no cell of a table."""
    spans = merge_spans(grid.span for grid in document.grids if grid.span is not None)
    starts = [view.offset(span.start) for span in spans]
    ends = list(accumulate((view.offset(span.end) for span in spans), max))
    inside = (bisect_right(starts, c.start) - 1 for c in candidates)
    return [c for c, grid in zip(candidates, inside, strict=True) if grid < 0 or ends[grid] <= c.start]
