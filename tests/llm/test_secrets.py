"""The key goes into the header of a request, and nowhere else."""

from __future__ import annotations

import json
import logging
import traceback
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from extractor import ModelError
from extractor.batch import Options, run_batch
from extractor.llm import Mode, ModelOptions, ModelWitness

from .conftest import MINUTES, Read
from .server import Behaviour, answering, completion, failing, send, serving, then

KEY = "sk-very-secret-0123456789"
TEXT = "本次会议出席 25 人。"
GOOD = {"present": {"quote": "出席 25 人", "value": "25"}}
ECHO = f"Incorrect API key provided: {KEY}"


def test_no_repr_shows_the_key() -> None:
    options = ModelOptions(model="m", api_key=KEY, base_url="https://me:pw@example.org/v1")
    assert KEY not in repr(options)
    assert KEY not in repr(vars(ModelWitness(options)))
    assert options.endpoint == "https://example.org/v1"


def calling(arguments: str) -> Behaviour:
    """Answer with the call of a tool."""

    def behave(handler: BaseHTTPRequestHandler, body: dict[str, Any], _: int) -> None:
        name = body["tools"][0]["function"]["name"]
        call = {"id": "c", "type": "function", "function": {"name": name, "arguments": arguments}}
        send(handler, completion(None, "tool_calls", tool_calls=[call]))

    return behave


SAID_BACK = json.dumps({"present": {"quote": f"{KEY} 出席 25 人", "value": KEY}})
FAULTS = {
    **{
        str(status): failing(status, ECHO)
        for status in (400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 503)
    },
    "filtered": failing(400, f"inappropriate content from {KEY}"),
    "no mode": failing(400, f"response_format not supported for {KEY}"),
    "garbled": lambda h, _, __: send(h, f"{{{KEY}".encode()),
    "no choices": lambda h, _, __: send(h, json.dumps({"key": KEY}).encode()),
    "no JSON": answering(f"Your key is {KEY}"),
    "wrong type": answering({"present": KEY}),
    "truncated": answering(f'{{"present": {{"quote": "{KEY}', finish="length"),
    "refused": lambda h, _, __: send(h, completion(None, refusal=f"I cannot, {KEY}")),
    "thinking": answering(f"<think>{KEY}"),
    "said back": answering(SAID_BACK),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_an_endpoint_that_repeats_the_key_gets_it_into_nothing_that_is_kept_or_shown(
    read: Read, fault: Behaviour, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(then(fault, fault, answering(GOOD))) as endpoint:
        for optional in (False, True):
            try:
                shown = read(
                    endpoint.url, TEXT, api_key=KEY, tries=1, cache_dir=tmp_path, optional=optional
                ).to_json()
            except ModelError as error:
                shown = "".join(traceback.format_exception(error))
            assert KEY not in shown
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"
    assert [f.name for f in tmp_path.rglob("*") if f.is_file() and KEY.encode() in f.read_bytes()] == []
    assert KEY not in caplog.text


def test_a_key_in_the_call_of_a_tool_is_not_kept(read: Read, tmp_path: Path) -> None:
    with serving(calling(SAID_BACK)) as endpoint:
        result = read(endpoint.url, TEXT, api_key=KEY, cache_dir=tmp_path, mode=Mode.TOOLS)
    assert result.usage.discarded_answers == {"no_number": 1}
    assert not any(KEY.encode() in f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())


def test_the_lines_of_a_batch_do_not_show_the_key(tmp_path: Path) -> None:
    report = tmp_path / "m.txt"
    report.write_text(TEXT, "utf-8")
    out = tmp_path / "out.jsonl"
    with serving(failing(401, ECHO)) as endpoint:
        model = ModelOptions(model="test", base_url=endpoint.url, api_key=KEY)
        with pytest.raises(ModelError) as raised:
            run_batch([report], MINUTES, out, model=model, options=Options(1))
    assert KEY not in str(raised.value)
    assert "OPENAI_API_KEY" in out.read_text("utf-8")
    assert KEY not in out.read_text("utf-8")


def test_a_password_in_the_address_is_not_shown(read: Read, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(failing(404, "no such model for me:pass-word-1")) as endpoint:
        url = endpoint.url.replace("//", "//me:pass-word-1@")
        with pytest.raises(ModelError) as raised:
            read(url, TEXT)
    assert endpoint.headers[0]["authorization"] == "Basic bWU6cGFzcy13b3JkLTE="
    assert "pass-word-1" not in repr(ModelOptions(model="m", base_url=url))
    assert "pass-word-1" not in "".join(traceback.format_exception(raised.value)) + caplog.text
