"""What the prose witness makes of a short text."""

from __future__ import annotations

from collections.abc import Mapping

from extractor import load_schema
from extractor.documents import divide
from extractor.prose import read
from extractor.values import Document, Source, Testimony, Value
from extractor.views import reading_view

SCHEMA = load_schema("annual_report")


def heard(text: str, title: str = "") -> Testimony:
    """The testimony for a text, behind the line `title` if one is given."""
    whole = f"{title}\n{text}" if title else text
    document = Document(whole, Source("", "", "text/plain", "utf-8", len(whole)))
    view = reading_view(whole, SCHEMA.vocabulary)
    said = read(divide(document, view, SCHEMA.headings), view, SCHEMA)
    for observation in said.observations:
        assert all(span.of(whole) for span in observation.spans)
    return said


def stated(text: str, year: int = 2021, issuer: str = "云川县") -> Mapping[str, Value | None]:
    """The values that the text states, by path, in a report of that issuer and year.

    A path with several values has them in a tuple.
    """
    said = heard(text, f"{issuer}{year}年政府信息公开工作年度报告")
    values: dict[str, Value | None] = {}
    for o in said.observations:
        before = values.get(o.path, o.value)
        values[o.path] = o.value if before == o.value else (str(before), str(o.value))
    return values
