"""The way of asking is chosen once for an endpoint, or given."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from extractor import ModelError
from extractor.llm import Mode

from .conftest import Read
from .server import completion, failing, send, serving

TEXT = "本次会议出席 25 人。会议议定：开春修路。"
GOOD = {"present": {"quote": "出席 25 人", "value": "25"}, "decisions": ["开春修路"]}


def mode_of(body: dict[str, Any]) -> str:
    if "tools" in body:
        return "tools"
    return "json" if body["response_format"]["type"] == "json_object" else "json_schema"


class Supporting:
    """An endpoint that knows only some modes, and words its refusal as others do."""

    def __init__(self, *modes: str) -> None:
        self.modes = modes
        self.asked: list[str] = []

    def __call__(self, handler: BaseHTTPRequestHandler, body: dict[str, Any], number: int) -> None:
        mode = mode_of(body)
        self.asked.append(mode)
        if mode not in self.modes:
            message = {"tools": "tool_choice is not supported"}.get(
                mode, "response_format is unavailable now"
            )
            failing(400, message)(handler, body, number)
            return
        answer = json.dumps(GOOD, ensure_ascii=False)
        if mode == "tools":
            name = body["tools"][0]["function"]["name"]
            call = {"id": "c", "type": "function", "function": {"name": name, "arguments": answer}}
            send(handler, completion(None, "tool_calls", tool_calls=[call]))
        else:
            send(handler, completion(answer))


@pytest.mark.parametrize("mode", list(Mode))
def test_each_mode_reads_the_same(read: Read, mode: Mode) -> None:
    with serving(Supporting(mode)) as endpoint:
        result = read(endpoint.url, TEXT, mode=mode)
    assert {p: f.value for p, f in result.fields.items()} == {"present": 25, "decisions": ["开春修路"]}


def test_the_first_mode_that_the_endpoint_accepts_is_kept(read: Read) -> None:
    supporting = Supporting("json")
    with serving(supporting) as endpoint:
        read(endpoint.url, TEXT, concurrency=1)
    assert supporting.asked == ["json_schema", "tools", "json", "json"]


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (404, "No endpoints found that support tool use"),
        (500, "tools param requires --jinja flag"),
        (501, "response_format is not implemented"),
    ],
)
def test_a_mode_that_is_refused_as_if_by_a_fault_is_given_up(read: Read, status: int, message: str) -> None:
    def behave(handler: BaseHTTPRequestHandler, body: dict[str, Any], number: int) -> None:
        (Supporting("json") if mode_of(body) == "json" else failing(status, message))(handler, body, number)

    with serving(behave) as endpoint:
        result = read(endpoint.url, TEXT, concurrency=1)
    assert set(result.fields) == {"present", "decisions"}
    assert [mode_of(body) for body in endpoint.bodies] == ["json_schema", "tools", "json", "json"]


def test_requests_under_way_at_once_give_up_a_mode_only_once(read: Read) -> None:
    supporting = Supporting("tools")
    with serving(supporting) as endpoint:
        result = read(endpoint.url, TEXT, concurrency=2)
    assert set(result.fields) == {"present", "decisions"}
    assert "json" not in supporting.asked


def test_an_endpoint_without_any_mode_is_an_error(read: Read) -> None:
    with serving(Supporting()) as endpoint, pytest.raises(ModelError, match="none of the modes"):
        read(endpoint.url, TEXT)


def test_a_mode_that_was_asked_for_is_not_replaced(read: Read) -> None:
    supporting = Supporting("json")
    with serving(supporting) as endpoint, pytest.raises(ModelError, match="--mode"):
        read(endpoint.url, TEXT, mode=Mode.TOOLS)
    assert set(supporting.asked) == {"tools"}
