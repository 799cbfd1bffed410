"""A batch with a model, as the command line runs it: what is shared, what is said, and the exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from llm.server import Behaviour, answering, failing, send, serving

MINUTES = Path(__file__).parents[1] / "llm" / "minutes"
GOOD = {"present": {"quote": "出席 25 人", "value": "25"}}

Batch = Callable[..., tuple[int, list[dict[str, Any]], str]]


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    """Runs the command over some minutes with two workers: its exit code, its lines by id, its messages."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for n in range(3):
        (reports / f"{n}.txt").write_text(f"第{n}次会议出席 25 人。", "utf-8")

    def run(url: str, *words: str) -> tuple[int, list[dict[str, Any]], str]:
        out = tmp_path / "out.jsonl"
        command = f"batch --schema {MINUTES} {reports} -o {out} --workers 2 --ordered"
        model = f"--model m --base-url {url} --cache-dir {tmp_path / 'cache'}"
        arguments = [*command.split(), *model.split(), *words]
        code = "from extractor.cli import main; main()"
        done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8")
        lines = out.read_text("utf-8").splitlines() if out.exists() else []
        return done.returncode, [json.loads(line) for line in lines], done.stderr

    return run


def refusing(wrong: str) -> Behaviour:
    """Refuse the key where a text is asked about; answer about all others."""

    def behave(handler: BaseHTTPRequestHandler, body: dict[str, Any], number: int) -> None:
        said = body["messages"][-1]["content"]
        (failing(401, "wrong key") if wrong in said else answering(GOOD))(handler, body, number)

    return behave


def test_all_is_read_and_the_summary_says_what_it_cost(batch: Batch) -> None:
    with serving(answering(GOOD)) as endpoint:
        code, lines, said = batch(endpoint.url, "--price", "2,8")
    assert code == 0
    assert [line["record"]["present"] for line in lines] == [25, 25, 25]
    assert [line["usage"]["llm_calls"] for line in lines] == [1, 1, 1]
    assert "3 llm calls, 300 prompt tokens, 30 completion tokens" in said


def test_workers_share_the_cache_and_a_new_output_costs_nothing(batch: Batch, tmp_path: Path) -> None:
    with serving(answering(GOOD)) as endpoint:
        _, first, _ = batch(endpoint.url)
        (tmp_path / "out.jsonl").unlink()
        code, again, said = batch(endpoint.url)
    assert (code, endpoint.calls) == (0, 3)
    assert [line["fields"] for line in again] == [line["fields"] for line in first]
    assert "3 cache hits" in said


def test_what_the_budget_left_unread_is_in_the_lines_and_read_when_asked_again(batch: Batch) -> None:
    with serving(answering(GOOD)) as endpoint:
        code, lines, said = batch(endpoint.url, "--budget-tokens", "1")
        assert (code, endpoint.calls) == (0, 0)
        assert [[f["rule"] for f in line["findings"]] for line in lines] == [["llm.unread"]] * 3
        assert "3 unread sections" in said
        code, lines, said = batch(endpoint.url, "--retry-errors")
    assert (code, [line["record"]["present"] for line in lines]) == (0, [25, 25, 25])
    assert "the model had left a part unread" in said


def test_a_wrong_key_ends_in_exit_code_4_however_few_the_reports(batch: Batch) -> None:
    with serving(failing(401, "wrong key")) as endpoint:
        code, lines, said = batch(endpoint.url)
    assert code == 4
    assert [line["error"]["kind"] for line in lines] == ["model"] * 3
    assert "OPENAI_API_KEY" in said


def test_a_report_that_the_model_failed_is_an_error_and_tried_again_by_itself(batch: Batch) -> None:
    with serving(refusing("第1次")) as endpoint:
        code, lines, _ = batch(endpoint.url)
    assert code == 5
    assert [line.get("error", {}).get("kind") for line in lines] == [None, "model", None]
    with serving(answering(GOOD)) as endpoint:
        code, lines, _ = batch(endpoint.url)
    assert (code, endpoint.calls) == (0, 3)
    assert [line["record"]["present"] for line in lines] == [25, 25, 25]


def test_an_optional_model_leaves_the_records_of_the_rules_to_be_read_again(batch: Batch) -> None:
    with serving(failing(401, "wrong key")) as endpoint:
        code, lines, _ = batch(endpoint.url, "--model-optional")
        assert code == 0
        assert [[f["rule"] for f in line["findings"]] for line in lines] == [["llm.unavailable"]] * 3
        assert [line["usage"]["unread_sections"] for line in lines] == [1, 1, 1]


def test_faults_of_the_network_leave_sections_unread_in_the_lines(batch: Batch) -> None:
    def behave(handler: BaseHTTPRequestHandler, body: dict[str, Any], number: int) -> None:
        failed = "第1次" in body["messages"][-1]["content"]
        send(handler, b"{}", 500, {"Retry-After": "0"}) if failed else answering(GOOD)(handler, body, number)

    with serving(behave) as endpoint:
        code, lines, _ = batch(endpoint.url, "--concurrency", "1", "--workers", "1")
    assert code == 0
    assert [line["usage"]["unread_sections"] for line in lines] == [0, 1, 0]
