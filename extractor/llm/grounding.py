"""No evidence, no value: what an answer says counts only as far as the passage it quotes bears it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from decimal import Decimal

from ..declare import FieldType, Schema
from ..numbers import find_quantities, parse_number
from ..values import Observation, Span, Status, Value, Witness
from ..views import compact_view, reading_view
from .answer_model import Answer, FigureAnswer, RowAnswer
from .bearing import bearings, instructed, row_label
from .questionnaire import Question
from .reading import Reading

SUPPORT = 0.5
"""How well the label matched: less than any label that a rule found."""

UNCONFIRMED = frozenset({"model_only"})
"""The doubt about every answer; it falls when another witness says the same."""

_SHORTEST_ITEM, _LONGEST_ITEM = 4, 400
_CELL = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")
_STOPS = '。！？!?；;，,”"）)|*'
_BARE = re.compile(r"[\s|]*")


@dataclass(frozen=True, slots=True)
class Discarded:
    """An answer that does not count, and a short name of why."""

    path: str
    reason: str


@dataclass(frozen=True)
class Grounds:
    """Where answers are checked: the piece of the document that was sent, and the year of the report."""

    reading: Reading
    schema: Schema
    span: Span
    year: int | None

    def check(self, question: Question, answer: Answer) -> Iterator[Observation | Discarded]:
        """What is left of an answer: observations, and what was discarded. Null says nothing."""
        if isinstance(answer, FigureAnswer):
            yield self._figure(question, answer)
        elif isinstance(answer, RowAnswer):
            yield from self._row(question, answer)
        elif answer is not None:
            yield from self._list(question, answer)

    def _figure(self, question: Question, answer: FigureAnswer) -> Observation | Discarded:
        said = _number(answer.value)
        if said is None:
            return Discarded(question.path, "no_number")
        places = list(self.reading.find(answer.quote, self.span))
        if not places:
            return Discarded(question.path, "quote_not_found")
        low, high = self.reading.range(self.span)
        reason = "not_in_quote"
        for bearing in bearings(self.reading.compact.text[low:high]):
            start, end = low + bearing.start, low + bearing.end
            value = bearing.value(question)
            if value is None or said not in (value, bearing.printed):
                continue
            quotes = [p for p in places if self._holds(p, start, end)]
            if not quotes:
                continue
            objection = bearing.objection(question, self.year)
            if objection is not None:
                reason = objection
                continue
            typed = self._typed(question.path, value)
            if typed is None:
                return Discarded(question.path, "not_whole")
            flags = {"approximate"} if bearing.approximate else set[str]()
            return self._observation(question.path, typed, (quotes[0],), flags)
        return Discarded(question.path, reason)

    def _row(self, question: Question, answer: RowAnswer) -> Iterator[Observation | Discarded]:
        reason = "quote_not_found"
        for place in self.reading.find(answer.quote, self.span):
            cells = self._cells(question, place)
            if cells is None:
                reason = "no_label"
            elif len(cells) != len(question.columns) or self._goes_on(place):
                reason = "cells"
            elif [value for value, _ in cells] != [_number(cell) for cell in answer.cells]:
                reason = "not_in_quote"
            else:
                for path, (value, span) in zip(question.columns, cells, strict=True):
                    typed = self._typed(path, value)
                    if typed is None:
                        yield Discarded(path, "not_whole")
                    else:
                        yield self._observation(path, typed, (span, place))
                return
        yield Discarded(question.path, reason)

    def _cells(self, question: Question, place: Span) -> list[tuple[Decimal, Span]] | None:
        """The numbers behind the row's label with their places, None where the label is not there."""
        start, end = self.reading.range(place)
        text = self.reading.compact.text[start:end]
        behind = row_label(text, question)
        if behind is None:
            return None
        found = [(parse_number(m.group()), m.span()) for m in _CELL.finditer(text, behind)]
        return [
            (value, self.reading.compact.span(start + low, start + high))
            for value, (low, high) in found
            if value is not None
        ]

    def _goes_on(self, place: Span) -> bool:
        """Whether another number follows right behind, so that the quote holds only part of the row."""
        _, end = self.reading.range(place)
        text = self.reading.compact.text
        gap = _BARE.match(text, end)
        after = gap.end() if gap is not None else end
        return text[after : after + 1].isdigit() and not re.match(r"\d+\s*[.、．]\D", text[after : after + 6])

    def _list(self, question: Question, items: list[str]) -> Iterator[Observation | Discarded]:
        """One observation of the passages that were found, in the order of the document."""
        spans: list[Span] = []
        for item in items:
            place = next(iter(self.reading.find(item, self.span)), None)
            if place is None:
                yield Discarded(question.path, "quote_not_found")
            elif not _SHORTEST_ITEM <= place.end - place.start <= _LONGEST_ITEM:
                yield Discarded(question.path, "length")
            elif instructed(self.reading.compact.text, *self.reading.range(place)):
                yield Discarded(question.path, "instruction")
            elif self._cut(place):
                yield Discarded(question.path, "cut")
            elif not self._fits(question, place):
                yield Discarded(question.path, "other_list")
            elif any(place.overlaps(other) for other in spans):
                yield Discarded(question.path, "repeated")
            else:
                spans.append(place)
        if spans:
            spans.sort()
            value = tuple(span.of(self.reading.document.text) for span in spans)
            yield self._observation(question.path, value, tuple(spans))

    def _cut(self, place: Span) -> bool:
        """Whether a passage breaks off within a clause."""
        text = self.reading.document.text
        behind = text[place.end : place.end + 1]
        ends = not behind or behind.isspace() or behind in _STOPS or text[place.end - 1] in _STOPS
        return not ends or text[place.end - 1] == "、"

    def _fits(self, question: Question, place: Span) -> bool:
        """Whether a passage is of the kind that the list holds: a lack is no measure against it."""
        text = self.reading.text(place)
        unfit = question.unfit and re.search(question.unfit, text)
        return not unfit and (not question.fits or re.search(question.fits, text) is not None)

    def _holds(self, place: Span, start: int, end: int) -> bool:
        low, high = self.reading.range(place)
        return low <= start and end <= high

    def _typed(self, path: str, value: Decimal) -> Value | None:
        """The value in the field's type, None where a count is no whole number."""
        if self.schema.fields[path].type is FieldType.DECIMAL:
            return value
        return int(value) if value == value.to_integral_value() else None

    def _observation(
        self, path: str, value: Value, spans: tuple[Span, ...], flags: Set[str] = frozenset()
    ) -> Observation:
        return Observation(path, value, Status.STATED, spans, Witness.LLM, SUPPORT, UNCONFIRMED | flags)


def _number(printed: str) -> Decimal | None:
    """The number an answer gives, in figures or Chinese numerals, with or without a unit."""
    plain = compact_view(reading_view(printed)).text.strip()
    number = parse_number(plain, numerals=True)
    if number is not None:
        return number
    found = [q for q in find_quantities(plain) if q.is_count]
    return found[0].value if len(found) == 1 else None
