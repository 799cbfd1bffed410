"""A model's answers in the record: what is sent, what counts, and what does not."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from .conftest import REPORT, Read
from .server import answering, asked_fields, serving

FIGURES = {
    "present": {"quote": "出席 25 人", "value": "25"},
    "absent": {"quote": "缺席 3 人", "value": "3"},
    "cost": {"quote": "会议费用 1.2 万元", "value": "1.2"},
}
LISTS = {"decisions": ["一要修路", "二要架桥"]}


def answers_to(handler: Any, body: dict[str, Any], _: int) -> None:
    """What a good model says of the report."""
    from .server import completion, send

    answers = {**FIGURES, **LISTS}
    said = {path: answers[path] for path in asked_fields(body)}
    send(handler, completion(json.dumps(said, ensure_ascii=False)))


def test_answers_that_the_text_bears_out_are_in_the_record(read: Read) -> None:
    with serving(answers_to) as endpoint:
        result = read(endpoint.url)
    assert result.record == {
        "present": 25,
        "absent": 3,
        "cost": 1.2,
        "decisions": ["一要修路", "二要架桥"],
    }
    assert result.fields["present"].method == "llm"
    assert [e.text for e in result.fields["present"].evidence] == ["出席 25 人"]
    assert [e.text for e in result.fields["decisions"].evidence] == ["一要修路", "二要架桥"]


def test_usage_counts_calls_and_tokens(read: Read) -> None:
    with serving(answers_to) as endpoint:
        usage = read(endpoint.url).usage
    assert (usage.llm_calls, usage.prompt_tokens, usage.completion_tokens) == (2, 200, 20)
    assert (usage.re_asks, usage.retries, usage.unread_sections, usage.discarded_answers) == (0, 0, 0, {})


def test_chinese_is_sent_as_chinese(read: Read) -> None:
    with serving(answers_to) as endpoint:
        read(endpoint.url)
    assert all("出席".encode() in raw and b"\\u" not in raw for raw in endpoint.raw)


def test_text_that_looks_like_a_template_is_sent_as_it_is(read: Read) -> None:
    far = "会议开得很好。" * 30
    text = f"出席 25 人。{far}{{{{ 7 * 7 }}}}{{% for x in y %}}$fields ${{fence}}。{far}缺席 3 人。"
    with serving(answers_to) as endpoint:
        read(endpoint.url, text)
    assert text in endpoint.said()


def test_only_the_open_fields_that_the_passage_may_hold_are_asked_for(read: Read) -> None:
    with serving(answering({"present": None})) as endpoint:
        read(endpoint.url, "会议纪要\n本次会议出席 25 人。\n下次会议另行通知。\n")
    assert [asked_fields(body) for body in endpoint.bodies] == [["present"]]
    assert "另行通知" not in endpoint.said()


def test_nothing_is_sent_of_a_text_that_holds_no_answer(read: Read) -> None:
    with serving(answering({})) as endpoint:
        result = read(endpoint.url, "通知\n请于 5 日前交表。\n")
    assert (endpoint.calls, result.usage.llm_calls, result.fields) == (0, 0, {})


@pytest.mark.parametrize(
    ("quote", "value", "reason"),
    [
        ("出席 250 人", "250", "quote_not_found"),
        ("出席 25 人", "26", "not_in_quote"),
        ("缺席 3 人", "3", "no_label"),
        ("出席 25 人", "很多", "no_number"),
        ("", "25", "quote_not_found"),
    ],
)
def test_an_answer_that_the_text_does_not_bear_out_is_discarded(
    read: Read, quote: str, value: str, reason: str
) -> None:
    with serving(answering({"present": {"quote": quote, "value": value}})) as endpoint:
        result = read(endpoint.url, "本次会议出席 25 人，缺席 3 人。")
    assert "present" not in result.fields
    assert result.usage.discarded_answers == {reason: 1}
    assert [f.paths for f in result.findings if f.rule == "llm.discarded"] == [["present"]]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("出席２５人。", "出席25人", "25"),
        ("出席\n2 5\n人。出席 25 人。", "出席25人", "25"),
        ("本會議出席二十五人。", "本会议出席二十五人", "25"),
        ("会议出席二十五人。", "会议出席25人", "二十五人"),
        ("会议出席1，025人。", "会议出席1025人", "1025"),
    ],
)
def test_a_quote_is_found_whatever_its_width_script_spacing_and_spelling_of_numbers(
    read: Read, text: str, quote: str, value: str
) -> None:
    with serving(answering({"present": {"quote": quote, "value": value}})) as endpoint:
        field = read(endpoint.url, text).fields["present"]
    assert field.value in (25, 1025)
    assert field.evidence[0].text in text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("历年累计出席 608 人，本次出席 25 人。", "cumulative"),
        ("上年出席 608 人，本次出席 25 人。", "other_period"),
        ("本次出席 25 人，其中市直部门出席 608 人。", "part"),
    ],
)
def test_a_number_of_something_else_is_discarded_with_the_reason(read: Read, text: str, reason: str) -> None:
    with serving(answering({"present": {"quote": text, "value": "608"}})) as endpoint:
        result = read(endpoint.url, text)
    assert "present" not in result.fields
    assert result.usage.discarded_answers == {reason: 1}


def test_money_is_read_in_the_unit_it_has_in_the_text(read: Read) -> None:
    with serving(answering({"cost": {"quote": "费用 5000 元", "value": "5000"}})) as endpoint:
        result = read(endpoint.url, "会议费用 5000 元。")
    assert result.fields["cost"].value == Decimal("0.5")


def test_a_denial_is_zero(read: Read) -> None:
    with serving(answering({"absent": {"quote": "没有发生缺席情况", "value": "0"}})) as endpoint:
        result = read(endpoint.url, "本次会议没有发生缺席情况。")
    assert result.fields["absent"].value == 0


def test_readings_that_contradict_each_other_do_not_count(read: Read) -> None:
    text = "出席 25 人。" + "会议开得很好。" * 300 + "出席 26 人。"
    first = {"present": {"quote": "出席 25 人", "value": "25"}}
    second = {"present": {"quote": "出席 26 人", "value": "26"}}
    with serving(answering(first, second)) as endpoint:
        result = read(endpoint.url, text, concurrency=1)
    assert endpoint.calls == 2
    assert "present" not in result.fields
    assert result.usage.discarded_answers == {"contradictory": 1}


def test_without_a_model_nothing_is_counted(minutes: Any) -> None:
    from extractor import extract

    assert extract(REPORT.encode(), minutes).usage.llm_calls == 0
