"""What to ask of which passage: only fields still open or doubtful, only where an answer could stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..declare import Schema
from ..values import Field, Section, Span, Status
from .bearing import bearings, row_label
from .chunks import chunks, whole_sentences
from .questionnaire import Kind, Question, Questionnaire
from .reading import Reading
from .row_passage import row_passage

DOUBTFUL = frozenset({"conflict", "ambiguous", "unbalanced", "suspect", "negative"})
UNSURE = 0.5
OVERLAP = 120
MOST_FIGURES = 12
MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Request:
    """Questions of one kind about one piece of one section; `heading` is that section's."""

    kind: Kind
    section: int
    heading: str
    span: Span
    questions: tuple[Question, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The fields that it asks for."""
        return tuple(p for q in self.questions for p in (q.columns or (q.path,)))


@dataclass(frozen=True)
class Occasion:
    """What is known when the model is asked: the document, what the rules made of it, and the year."""

    reading: Reading
    schema: Schema
    fields: Mapping[str, Field]
    questionnaire: Questionnaire

    @property
    def year(self) -> int | None:
        """The year of the report, where the rules found it."""
        path = self.questionnaire.year
        field = self.fields.get(path) if path is not None else None
        return field.value if field is not None and isinstance(field.value, int) else None

    @property
    def forms(self) -> tuple[str, ...]:
        """The form the report follows; without one, those that were in force in its year."""
        template = self.fields.get(self.schema.template) if self.schema.template is not None else None
        if template is not None and isinstance(template.value, str):
            return (template.value,)
        return tuple(f.name for f in self.schema.forms if self.year is not None and f.covers(self.year))

    def open(self, path: str) -> bool:
        """Whether the rules and arithmetic left the field without a value, or with a doubtful one."""
        field = self.fields.get(path)
        if field is None:
            return True
        if field.status in (Status.BLANK, Status.NOT_APPLICABLE, Status.DERIVED):
            return False
        return (
            field.status is Status.AMBIGUOUS
            or not DOUBTFUL.isdisjoint(field.flags)
            or field.confidence < UNSURE
            or field.value in (None, ())
        )


def plan(occasion: Occasion, size: int) -> tuple[Request, ...]:
    """The requests, in the order of the document; `size` is the length of a piece in characters."""
    return tuple(
        request
        for number, section in enumerate(occasion.reading.sections)
        for request in _requests(occasion, number, section, size)
    )


def _requests(occasion: Occasion, number: int, section: Section, size: int) -> Iterator[Request]:
    reading = occasion.reading
    heading = " ".join(section.heading.of(reading.document.text).split())
    figures = [q for q in occasion.questionnaire.figures if _asked(occasion, q, section)]
    lists = [q for q in occasion.questionnaire.lists if _asked(occasion, q, section)]
    rows_of_form = [q for q in _form_rows(occasion) if _in(occasion, q, section)]
    rows = [q for q in rows_of_form if _row_open(occasion, q)]
    if not (figures or lists or rows) or not section.body.of(reading.document.text).strip():
        return
    for span in chunks(reading.document.text, section.body, size, min(OVERLAP, size // 4)):
        text = reading.text(span)
        for questions, passage in _figures_in(occasion, figures, span, text):
            yield Request(Kind.FIGURE, number, heading, passage, questions)
        printed = [q for q in rows if row_label(text, q) is not None and _mentioned(q, text)]
        for _, group in groupby(printed, lambda q: q.group):
            for questions in _batches(group, MOST_ROWS):
                table = row_passage(reading, span, questions, rows_of_form)
                yield Request(Kind.ROW, number, heading, table, questions)
        told = [q for q in lists if section.role in q.roles or _mentioned(q, text)]
        for questions in _batches(told, MOST_FIGURES):
            yield Request(Kind.LIST, number, heading, span, questions)


def _figures_in(
    occasion: Occasion, figures: Sequence[Question], span: Span, text: str
) -> Iterator[tuple[tuple[Question, ...], Span]]:
    """The figures that a piece may hold, with the sentences of it that may hold them.

    A number elsewhere in the piece could not count as an answer, so those sentences need not be sent.
    """
    reading = occasion.reading
    offset, _ = reading.range(span)
    numbers = list(bearings(text))
    held: dict[Question, Span] = {}
    for question in figures:
        fit = [n for n in numbers if n.answers(question, occasion.year)]
        if fit:
            held[question] = reading.compact.span(offset + fit[0].start, offset + fit[-1].end)
    for questions in _batches(held, MOST_FIGURES):
        inner = Span(min(held[q].start for q in questions), max(held[q].end for q in questions))
        yield questions, whole_sentences(reading.document.text, span, inner)


def _mentioned(question: Question, text: str) -> bool:
    return all(any(word in text for word in group) for group in question.words)


def _batches(questions: Iterable[Question], most: int) -> Iterator[tuple[Question, ...]]:
    listed = tuple(questions)
    for start in range(0, len(listed), most):
        yield listed[start : start + most]


def _asked(occasion: Occasion, question: Question, section: Section) -> bool:
    forms = occasion.schema.fields[question.path].forms
    fits = not occasion.forms or not forms or not set(forms).isdisjoint(occasion.forms)
    return fits and _in(occasion, question, section) and occasion.open(question.path)


def _in(occasion: Occasion, question: Question, section: Section) -> bool:
    """Whether the question belongs to the section; to one without a role only if none has the right one."""
    if not question.roles or section.role in question.roles:
        return True
    return section.role is None and not any(s.role in question.roles for s in occasion.reading.sections)


def _row_open(occasion: Occasion, row: Question) -> bool:
    """Whether a cell of the row is open; in an optional row, whether one that was read is doubtful."""
    cells = (path for path in row.columns if not row.optional or path in occasion.fields)
    return any(map(occasion.open, cells))


def _form_rows(occasion: Occasion) -> Iterator[Question]:
    for name in occasion.forms:
        yield from occasion.questionnaire.rows.get(name, ())
