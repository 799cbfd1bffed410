"""Texts of the tests → what the tables witness says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from extractor import load_schema
from extractor.documents import divide, read_bytes
from extractor.tables import read
from extractor.values import Document, Observation, Status, Testimony
from extractor.views import reading_view

SCHEMA = load_schema("annual_report")


def witness(text: str, name: str = "report.txt") -> Testimony:
    """What the tables of this text state."""
    return witness_of(document(text, name))


def document(text: str, name: str = "report.txt") -> Document:
    """The text as a document."""
    return read_bytes(text.encode(), name)


def witness_of(document: Document) -> Testimony:
    """What the tables of the document state."""
    view = reading_view(document.text, SCHEMA.vocabulary)
    return read(divide(document, view, SCHEMA.headings), view, SCHEMA)


def stated(testimony: Testimony) -> dict[str, int | Decimal]:
    """The numbers that are stated beyond doubt, by path."""
    return {
        o.path: o.value
        for o in testimony.observations
        if o.status is Status.STATED and isinstance(o.value, int | Decimal)
    }


def by_path(testimony: Testimony) -> dict[str, Observation]:
    """The observations by path."""
    return {o.path: o for o in testimony.observations}


def rules(testimony: Testimony) -> set[str]:
    """The names of the findings."""
    return {finding.rule for finding in testimony.findings}


def agrees(found: Mapping[str, object], truth: Mapping[str, object], paths: Iterable[str] = ()) -> bool:
    """Whether all of `truth` was found, and nothing besides it and `paths`."""
    return dict(found) == dict(truth) or (
        all(found.get(path) == value for path, value in truth.items())
        and set(found) <= set(truth) | set(paths)
    )
