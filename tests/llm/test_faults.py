"""Everything an endpoint may do wrong: what is tried again, what is asked again, and what ends the run."""

from __future__ import annotations

import json
import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from extractor import ModelError, extract
from extractor.declare import Schema
from extractor.llm import ModelOptions, ModelWitness
from extractor.result import Result

from .conftest import Read
from .server import Behaviour, answering, asked_fields, completion, failing, send, serving, then

TEXT = "本次会议出席 25 人，缺席 3 人。"
GOOD = {
    "present": {"quote": "出席 25 人", "value": "25"},
    "absent": {"quote": "缺席 3 人", "value": "3"},
}
ANSWER = answering(GOOD)


def drop(handler: BaseHTTPRequestHandler, _: Any, __: int) -> None:
    """Promise a body and break off in the middle of it."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"id":')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def stall(handler: BaseHTTPRequestHandler, _: Any, __: int) -> None:
    """Say nothing for longer than the client waits."""
    time.sleep(0.6)
    handler.close_connection = True


def values(result: Result) -> dict[str, Any]:
    return {path: field.value for path, field in result.fields.items()}


def unread(result: Result) -> list[list[str]]:
    return [f.paths for f in result.findings if f.rule == "llm.unread"]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(failing(429, headers={"Retry-After": "0"}), id="429"),
        pytest.param(failing(500), id="500"),
        pytest.param(failing(502), id="502"),
        pytest.param(failing(503), id="503"),
        pytest.param(drop, id="dropped"),
        pytest.param(stall, id="timeout"),
        pytest.param(lambda h, _, __: send(h, b"{not json"), id="garbled"),
    ],
)
def test_a_fault_that_passes_is_tried_again(read: Read, fault: Behaviour) -> None:
    with serving(then(fault, ANSWER)) as endpoint:
        result = read(endpoint.url, TEXT, timeout=0.5)
    assert values(result) == {"present": 25, "absent": 3}
    assert (endpoint.calls, result.usage.llm_calls, result.usage.retries) == (2, 1, 1)


def test_retry_after_is_waited_for(read: Read) -> None:
    with serving(then(failing(429, headers={"Retry-After": "1"}), ANSWER)) as endpoint:
        start = time.perf_counter()
        read(endpoint.url, TEXT)
        assert time.perf_counter() - start >= 1


def test_retry_after_may_be_a_date(read: Read) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    with serving(then(failing(503, headers={"Retry-After": later}), ANSWER)) as endpoint:
        start = time.perf_counter()
        read(endpoint.url, TEXT)
        assert time.perf_counter() - start >= 0.5


def test_a_longer_wait_than_there_is_patience_for_is_not_waited_for(read: Read) -> None:
    busy = failing(429, headers={"Retry-After": "3600"})
    with serving(busy) as endpoint, pytest.raises(ModelError, match="429"):
        read(endpoint.url, TEXT)
    assert endpoint.calls == 1


def test_tries_are_capped(read: Read) -> None:
    with serving(failing(500)) as endpoint, pytest.raises(ModelError, match="OPENAI_BASE_URL"):
        read(endpoint.url, TEXT, tries=3)
    assert endpoint.calls == 3


def test_a_section_that_stays_unanswered_is_marked_and_the_rest_stands(read: Read) -> None:
    text = "会议议定：修路。\n出席 25 人。"

    def behave(handler: BaseHTTPRequestHandler, body: Any, _: int) -> None:
        if "present" in asked_fields(body):
            send(handler, completion(json.dumps({"present": GOOD["present"]}, ensure_ascii=False)))
        else:
            send(handler, b"{}", 500)

    with serving(behave) as endpoint:
        result = read(endpoint.url, text, tries=2, concurrency=1)
    assert values(result) == {"present": 25}
    assert unread(result) == [["decisions"]]
    assert result.usage.unread_sections == 1


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(answering("对不起，我不明白。"), id="invalid JSON"),
        pytest.param(answering({"present": [], "absent": 1}), id="wrong type"),
        pytest.param(lambda h, _, __: send(h, completion(None, refusal="I cannot")), id="refused"),
        pytest.param(lambda h, _, __: send(h, completion("", "content_filter")), id="filtered"),
        pytest.param(answering('{"pres', finish="length"), id="truncated"),
        pytest.param(answering(""), id="empty"),
        pytest.param(answering("抱歉，我不能回答这个问题。"), id="refused in words"),
        pytest.param(answering("<think>25 人，还是 3 人呢"), id="thinking without end"),
        pytest.param(answering("<think>25 人，还是 3 人呢</think>\n"), id="nothing but thoughts"),
    ],
)
def test_a_wrong_answer_is_asked_for_once_more(read: Read, wrong: Behaviour) -> None:
    with serving(then(wrong, ANSWER)) as endpoint:
        result = read(endpoint.url, TEXT)
    assert values(result) == {"present": 25, "absent": 3}
    assert (endpoint.calls, result.usage.re_asks) == (2, 1)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (answering("?"), "不是完整的 JSON"),
        (answering({"present": 25, "absent": 3}), "类型不对"),
        (answering("I'm sorry, but I can't help with that."), "没有作答"),
        (answering('{"pres', finish="length"), "太长"),
        (answering(" "), "是空的"),
        (answering("<think>嗯"), "只有思考"),
    ],
)
def test_the_model_is_told_what_was_wrong_with_its_answer(read: Read, wrong: Behaviour, reason: str) -> None:
    with serving(then(wrong, ANSWER)) as endpoint:
        read(endpoint.url, TEXT)
    assert reason in endpoint.said(1)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"<think>\n先看原文……\n</think>\n{json.dumps(GOOD)}", id="thinking tags"),
        pytest.param(f"先看{{原文}}……\n</think>\n{json.dumps(GOOD)}", id="thinking begun in the prompt"),
        pytest.param(f"```json\n{json.dumps(GOOD)}\n```", id="fenced"),
        pytest.param(f"好的：\n```\n{json.dumps(GOOD)}\n```\n以上。", id="fenced between words"),
    ],
)
def test_wrapping_around_a_good_answer_costs_nothing(read: Read, content: str) -> None:
    with serving(answering(content)) as endpoint:
        result = read(endpoint.url, TEXT)
    assert values(result) == {"present": 25, "absent": 3}
    assert endpoint.calls == 1


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(answering({"present": GOOD["present"], "absent": {"value": {}}}), id="one wrong type"),
        pytest.param(
            answering(json.dumps({"present": GOOD["present"]})[:-1] + ', "absent": {"quo', finish="length"),
            id="cut in the second",
        ),
    ],
)
def test_only_the_failed_fields_are_asked_for_again(read: Read, first: Behaviour) -> None:
    with serving(then(first, answering({"absent": GOOD["absent"]}))) as endpoint:
        result = read(endpoint.url, TEXT)
    assert [asked_fields(body) for body in endpoint.bodies] == [["present", "absent"], ["absent"]]
    assert values(result) == {"present": 25, "absent": 3}


def test_after_a_second_wrong_answer_the_section_is_unread_and_what_came_stands(read: Read) -> None:
    first = answering({"present": GOOD["present"], "absent": []})
    with serving(then(first, answering("还是不明白"))) as endpoint:
        result = read(endpoint.url, TEXT)
    assert endpoint.calls == 2
    assert values(result) == {"present": 25}
    assert unread(result) == [["absent"]]


@pytest.mark.parametrize(
    ("fault", "setting"),
    [
        (failing(401, "Incorrect API key"), "OPENAI_API_KEY"),
        (failing(403), "OPENAI_API_KEY"),
        (failing(404, "The model `test` does not exist"), "EXTRACT_MODEL"),
        (failing(429, "You exceeded your quota", code="insufficient_quota"), "quota"),
        (failing(400, "Unsupported value: 'temperature'"), "--parameter"),
        (lambda h, _, __: send(h, b'{"hello": 1}'), "OPENAI_BASE_URL"),
    ],
)
def test_what_cannot_pass_ends_the_run_at_once_and_names_the_setting(
    read: Read, fault: Behaviour, setting: str
) -> None:
    with serving(fault) as endpoint, pytest.raises(ModelError, match=setting):
        read(endpoint.url, TEXT)
    assert endpoint.calls == 1


def test_a_dead_port_ends_the_run_and_names_the_setting(read: Read) -> None:
    with serving(ANSWER) as endpoint:
        url = endpoint.url
    with pytest.raises(ModelError, match="OPENAI_BASE_URL"):
        read(url, TEXT)


@pytest.mark.parametrize("fault", [failing(401), failing(500)])
def test_an_optional_model_that_fails_leaves_a_warning(read: Read, fault: Behaviour) -> None:
    with serving(fault) as endpoint:
        result = read(endpoint.url, TEXT, optional=True, tries=2)
    assert [(f.rule, f.severity) for f in result.findings] == [("llm.unavailable", "warning")]
    assert result.fields == {}


def test_a_passage_that_the_endpoint_does_not_let_through_is_marked_unread_and_the_rest_stands(
    read: Read,
) -> None:
    filtered = failing(400, "Input data may contain inappropriate content.", code="data_inspection_failed")
    with serving(then(ANSWER, filtered)) as endpoint:
        result = read(endpoint.url, TEXT + "会议议定：修路。", concurrency=1)
    assert endpoint.calls == 2
    assert values(result) == {"present": 25, "absent": 3}
    assert unread(result) == [["decisions"]]


def test_an_endpoint_that_is_gone_after_it_had_answered_ends_the_run(minutes: Schema) -> None:
    with serving(answering({"present": GOOD["present"]})) as endpoint:
        options = ModelOptions(model="test", base_url=endpoint.url, pause=0.01)
        witness = ModelWitness(options)
        assert extract("出席 25 人。".encode(), minutes, witness).fields["present"].value == 25
    with pytest.raises(ModelError, match="the server is running"):
        extract("出席 26 人。".encode(), minutes, witness)


def test_what_an_optional_model_did_not_read_is_counted(read: Read) -> None:
    with serving(failing(401)) as endpoint:
        result = read(endpoint.url, TEXT + "会议议定：修路。", optional=True)
    assert result.usage.unread_sections == 2


def test_a_section_too_long_for_the_model_is_marked_unread(read: Read) -> None:
    long = failing(400, "This model's maximum context length is 512 tokens")
    with serving(then(ANSWER, long)) as endpoint:
        result = read(endpoint.url, TEXT + "会议议定：修路。", concurrency=1)
    assert values(result) == {"present": 25, "absent": 3}
    assert unread(result) == [["decisions"]]
