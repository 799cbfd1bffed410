"""The limits of a model hold over all workers together, as the endpoint sees it."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from llm.server import Behaviour, Request, completion, send, serving

from extractor.batch import CallLimits, Options, Price, Summary, run_batch
from extractor.llm import ModelOptions

MINUTES = Path(__file__).parents[1] / "llm" / "minutes"
TOKENS = 110  # what the endpoint says each exchange has cost
WORKERS = 3
WINDOW = 3.0


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for n in range(9):
        (folder / f"{n}.txt").write_text(f"第{n}次会议出席 25 人。", encoding="utf-8")
    return folder


def noting(arrived: list[float]) -> Behaviour:
    """Answer a little later, and note when each request came."""
    lock = threading.Lock()

    def behave(handler: BaseHTTPRequestHandler, _: Request, __: int) -> None:
        with lock:
            arrived.append(time.monotonic())
        time.sleep(0.05)
        answer = {"present": {"quote": "出席 25 人", "value": "25"}}
        send(handler, completion(json.dumps(answer, ensure_ascii=False)))

    return behave


def run(reports: Path, url: str, calls: CallLimits) -> Summary:
    model = ModelOptions(model="test", base_url=url, timeout=20.0, concurrency=calls.concurrency)
    options = Options(WORKERS, calls=calls, price=Price(1000, 5000))
    return run_batch([reports], MINUTES, reports.parent / "out.jsonl", model=model, options=options)


def test_requests_in_any_minute(reports: Path) -> None:
    arrived: list[float] = []
    begun = time.monotonic()
    with serving(noting(arrived)) as server:
        summary = run(reports, server.url, CallLimits(concurrency=8, requests=3, window=WINDOW))
    assert (summary.failed, len(arrived)) == (0, 9)
    assert sorted(arrived)[3] - begun >= WINDOW
    assert sorted(arrived)[6] - begun >= 2 * WINDOW


def test_tokens_in_any_minute(reports: Path) -> None:
    arrived: list[float] = []
    begun = time.monotonic()
    with serving(noting(arrived)) as server:
        summary = run(reports, server.url, CallLimits(concurrency=8, tokens=4 * TOKENS, window=WINDOW))
    assert (summary.failed, len(arrived)) == (0, 9)
    assert sorted(arrived)[4] - begun >= WINDOW
    assert sorted(arrived)[8] - begun >= 2 * WINDOW


def test_tokens_in_all(reports: Path) -> None:
    arrived: list[float] = []
    with serving(noting(arrived)) as server:
        summary = run(reports, server.url, CallLimits(concurrency=8, budget=2000))
    assert 0 < len(arrived) * TOKENS <= 2000
    assert summary.usage["prompt_tokens"] + summary.usage["completion_tokens"] == len(arrived) * TOKENS
    assert summary.usage["llm_calls"] + summary.usage["unread_sections"] == 9


def test_what_it_has_cost(reports: Path) -> None:
    with serving(noting([])) as server:
        summary = run(reports, server.url, CallLimits(concurrency=8))
    assert summary.money == pytest.approx(9 * (100 * 1000 + 10 * 5000) / 1e6)
    assert "cost: 1.3500" in summary.lines()
