"""What is asked of which passage."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import load_schema
from extractor.declare import Schema, Table
from extractor.documents import divide, read_bytes
from extractor.llm.chunks import chunks, whole_sentences
from extractor.llm.plan import Occasion, Request, plan
from extractor.llm.questionnaire import Kind, load_questionnaire
from extractor.llm.reading import Reading
from extractor.values import Field, Span, Status, Value, Witness
from extractor.views import reading_view

REQUESTS = "三、收到和处理政府信息公开申请情况\n"


@pytest.fixture(scope="module")
def annual() -> Schema:
    return load_schema("annual_report")


def known(path: str, value: Value, *, status: Status = Status.STATED, flags: tuple[str, ...] = ()) -> Field:
    return Field(path, value, status, 0.97, (Witness.TABLE,), (Span(0, 1),), flags)


def planned(text: str, schema: Schema, *fields: Field, size: int = 1600) -> tuple[Request, ...]:
    """The plan for a text of which the rules know these fields."""
    document = read_bytes(text.encode(), "x")
    view = reading_view(document.text, schema.vocabulary)
    reading = Reading(divide(document, view, schema.headings), view)
    by_path = {f.path: f for f in (known("template", "2021"), *fields)}
    return plan(Occasion(reading, schema, by_path, load_questionnaire(schema)), size)


def section_three(annual: Schema) -> Table:
    """The table of the form of 2021 that has a row for each outcome of requests."""
    return next(t for f in annual.forms if f.name == "2021" for t in f.tables if t.name == "requests")


def paths(requests: tuple[Request, ...]) -> list[str]:
    return [question.path for request in requests for question in request.questions]


def test_a_field_that_the_rules_settled_is_not_asked_for(annual: Schema) -> None:
    text = "一、总体情况\n全年共收到政府信息公开申请99件。\n"
    assert "requests.received.total" in paths(planned(text, annual))
    assert paths(planned(text, annual, known("requests.received.total", 99))) == []


@pytest.mark.parametrize("flag", ["conflict", "unbalanced", "suspect"])
def test_a_doubtful_field_is_asked_for(annual: Schema, flag: str) -> None:
    text = "一、总体情况\n全年共收到政府信息公开申请99件。\n"
    doubtful = known("requests.received.total", 99, flags=(flag,))
    assert paths(planned(text, annual, doubtful)) == ["requests.received.total"]


@pytest.mark.parametrize("status", [Status.BLANK, Status.NOT_APPLICABLE, Status.DERIVED])
def test_a_blank_or_derived_field_is_not_open(annual: Schema, status: Status) -> None:
    text = "一、总体情况\n全年共收到政府信息公开申请99件。\n"
    assert paths(planned(text, annual, known("requests.received.total", 99, status=status))) == []


def test_a_field_of_another_form_is_not_asked_for(annual: Schema) -> None:
    text = "一、总体情况\n召开新闻发布会12次。\n"
    old = known("template", "pre2019")
    assert paths(planned(text, annual)) == []
    assert paths(planned(text, annual, old)) == ["response.press_conferences"]


def test_a_table_goes_group_by_group_and_never_whole(annual: Schema) -> None:
    rows = section_three(annual).rows
    table = REQUESTS + "\n".join(f"{row.labels[0]} 1 0 0 0 0 0 1" for row in rows)
    asked = [request for request in planned(table, annual) if request.kind is Kind.ROW]
    assert len(asked) > 3
    assert max(len(request.paths) for request in asked) <= 8 * 7
    assert len({path for request in asked for path in request.paths}) >= 20 * 7


def test_only_rows_with_an_open_cell_are_asked_for(annual: Schema) -> None:
    table = REQUESTS + "（一）予以公开 1 0 0 0 0 0 1\n（二）部分公开 2 0 0 0 0 0 2\n"
    columns = section_three(annual).columns
    read = [known(f"requests.outcomes.disclosed.granted.{c.key}", 0) for c in columns]
    assert paths(planned(table, annual, *read)) == ["requests.outcomes.disclosed.partially_granted"]


def test_a_request_for_rows_holds_these_rows_and_not_the_table(annual: Schema) -> None:
    table = "（一）予以公开 1 0 0 0 0 0 1\n（二）部分公开 2 0 0 0 0 0 2\n（七）总计 3 0 0 0 0 0 3\n"
    columns = section_three(annual).columns
    rows = ("disclosed.granted", "total")
    read = [known(f"requests.outcomes.{row}.{c.key}", 0) for row in rows for c in columns]
    (request,) = planned(REQUESTS + table, annual, *read)
    assert request.span.of(REQUESTS + table).strip() == "（二）部分公开 2 0 0 0 0 0 2\n（七）"


def test_where_a_label_stands_twice_the_whole_table_is_sent(annual: Schema) -> None:
    table = "（一）予以公开 1 0 0 0 0 0 1\n（一）予以公开 1 0 0 0 0 0 1\n"
    (request,) = planned(REQUESTS + table, annual)
    assert request.span.of(REQUESTS + table).strip() == table.strip()


def test_lists_are_asked_of_their_section_alone(annual: Schema) -> None:
    text = "一、总体情况\n工作取得成效，问题不多。\n五、存在的主要问题及改进情况\n公开不够及时，今后加快。\n"
    (request,) = planned(text, annual)
    assert (request.kind, request.heading) == (Kind.LIST, "五、存在的主要问题及改进情况")


@given(st.text(alphabet="公开。；\n ，a1", max_size=400), st.integers(10, 60))
def test_pieces_cover_the_whole_section_and_overlap(text: str, size: int) -> None:
    pieces = list(chunks(text, Span(0, len(text)), size, size // 4))
    assert pieces[0].start == 0
    assert pieces[-1].end == len(text)
    assert all(a.start < b.start <= a.end < b.end for a, b in pairwise(pieces))
    assert all(piece.end - piece.start <= 3 * size for piece in pieces)


def test_pieces_end_with_a_sentence() -> None:
    text = "第一句话。第二句话。第三句话。第四句话。"
    pieces = [span.of(text) for span in chunks(text, Span(0, len(text)), 10, 5)]
    assert pieces == ["第一句话。第二句话。", "第二句话。第三句话。", "第三句话。第四句话。"]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("".join(f"{n}月受理{n * 1111}件，" for n in range(10, 50)), "1234", "，"),
        ("1234567 " * 60, "1", " "),
        ("受理" + "12345件" * 80, "受1件", "5件"),
    ],
)
def test_an_endless_sentence_is_cut_between_clauses_and_never_within_a_number(
    sentence: str, first: str, last: str
) -> None:
    pieces = [span.of(sentence) for span in chunks(sentence, Span(0, len(sentence)), 40, 10)]
    assert len(pieces) > 3
    assert {piece[0] for piece in pieces} <= set(first)
    assert {piece[-1] for piece in pieces} <= set(last)


def test_sentences_are_whole_across_line_breaks() -> None:
    text = "前一句。全年收到\n申请 99\n件，均已答复。后一句。"
    at = text.index("99")
    assert whole_sentences(text, Span(0, len(text)), Span(at, at + 2)).of(text) == (
        "全年收到\n申请 99\n件，均已答复。"
    )
