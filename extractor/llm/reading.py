"""A document as the model's answers are searched in it: by characters, without width, script and spaces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..numbers import find_quantities
from ..values import Document, Section, Span
from ..views import View, compact_view, reading_view


class Reading:
    """A document, its compact view, and where quotes stand in it."""

    def __init__(self, document: Document, view: View) -> None:
        self.document = document
        self.compact = compact_view(view)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the document, or the whole of it where none were found."""
        whole = Section(None, Span(0, 0), Span(0, len(self.document.text)))
        return self.document.sections or (whole,)

    @cached_property
    def _figures(self) -> View:
        """The compact text with each number in plain figures."""
        return self.compact.replaced(
            (q.start, q.end, f"{q.value:f}") for q in find_quantities(self.compact.text) if q.is_count
        )

    def text(self, span: Span) -> str:
        """The compact text of a part of the document."""
        start, end = self.range(span)
        return self.compact.text[start:end]

    def range(self, span: Span) -> tuple[int, int]:
        """Where a part of the document stands in the compact text."""
        return self.compact.offset(span.start), self.compact.offset(span.end)

    def find(self, quote: str, span: Span) -> Iterator[Span]:
        """The places within `span` where the quote stands: as it is, else in another width, script or
        spacing, else with its numbers written in another way."""
        found = list(_occurrences(self.document.text, quote, span.start, span.end))
        if found:
            yield from (Span(start, end) for start, end in found)
            return
        plain = compact_view(reading_view(quote)).text
        for view, wanted in ((self.compact, plain), (self._figures, _in_figures(plain))):
            places = list(_occurrences(view.text, wanted, view.offset(span.start), view.offset(span.end)))
            if places:
                yield from (view.span(start, end) for start, end in places)
                return


def _in_figures(plain: str) -> str:
    view = View.of(plain)
    counts = (q for q in find_quantities(plain) if q.is_count)
    return view.replaced((q.start, q.end, f"{q.value:f}") for q in counts).text


def _occurrences(text: str, wanted: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not wanted.strip():
        return
    at = text.find(wanted, start, end)
    while at != -1:
        yield at, at + len(wanted)
        at = text.find(wanted, at + len(wanted), end)
