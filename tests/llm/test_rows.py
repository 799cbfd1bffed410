"""Rows of a table that only the model could tell apart: accepted whole or not at all."""

from __future__ import annotations

import pytest

from extractor import load_schema
from extractor.declare import Schema
from extractor.documents import read_bytes
from extractor.llm.answer_model import RowAnswer
from extractor.llm.grounding import Discarded, Grounds
from extractor.llm.questionnaire import load_questionnaire
from extractor.llm.reading import Reading
from extractor.values import Span
from extractor.views import reading_view

PATH = "requests.outcomes.disclosed.granted"
ROW = "（一）予以公开 | 21 | 0 | 0 | 1 | 0 | 0 | 22 |"


@pytest.fixture(scope="module")
def annual() -> Schema:
    return load_schema("annual_report")


def check(schema: Schema, text: str, quote: str, *cells: str) -> dict[str, object] | str:
    """The values of the row by column, or why it does not count."""
    document = read_bytes(text.encode(), "x")
    reading = Reading(document, reading_view(document.text))
    row = next(q for q in load_questionnaire(schema).rows["2021"] if q.path == PATH)
    grounds = Grounds(reading, schema, Span(0, len(text)), None)
    values: dict[str, object] = {}
    for outcome in grounds.check(row, RowAnswer(quote=quote, cells=list(cells))):
        if isinstance(outcome, Discarded):
            return outcome.reason
        assert document.text[outcome.spans[0].start : outcome.spans[0].end] == str(outcome.value)
        values[outcome.path.rpartition(".")[2]] = outcome.value
    return values


def test_a_whole_row_is_read_cell_by_cell(annual: Schema) -> None:
    values = check(annual, ROW, ROW, "21", "0", "0", "1", "0", "0", "22")
    assert list(values.values() if isinstance(values, dict) else ()) == [21, 0, 0, 1, 0, 0, 22]


def test_the_row_is_found_in_other_spacing(annual: Schema) -> None:
    text = "予以公\n开\n21\n0\n0\n1\n0\n0\n22\n（二）部分公开\n"
    values = check(annual, text, "予以公开 21 0 0 1 0 0 22", "21", "0", "0", "1", "0", "0", "22")
    assert isinstance(values, dict)


@pytest.mark.parametrize(
    ("text", "quote", "cells", "reason"),
    [
        (ROW, ROW, ("21", "0", "0", "0", "0", "0", "22"), "not_in_quote"),
        (ROW, "予以公开 | 21 | 0 | 0 | 1 | 0 | 0", ("21", "0", "0", "1", "0", "0"), "cells"),
        (ROW, "部分公开 | 21 | 0", ("21", "0"), "quote_not_found"),
        (ROW, "21 | 0 | 0 | 1 | 0 | 0 | 22", ("21", "0", "0", "1", "0", "0", "22"), "no_label"),
        ("予以公开 9 1 0 0 0 0 0 1", "予以公开 9 1 0 0 0 0 0", ("9", "1", "0", "0", "0", "0", "0"), "cells"),
    ],
)
def test_a_row_that_is_not_whole_does_not_count(
    annual: Schema, text: str, quote: str, cells: tuple[str, ...], reason: str
) -> None:
    assert check(annual, text, quote, *cells) == reason
