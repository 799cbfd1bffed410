"""What people see of a batch while it runs, and when it is done."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from batch import poison_schema

from extractor.batch.line import Tally
from extractor.batch.progress import PlainLines, describe, make_progress
from extractor.batch.summary import Price, Summary, clock

EXTRACT = [sys.executable, "-c", "from extractor.cli import main; main()", "batch"]


def half_done() -> Summary:
    """Ten of twenty reports, with a model that had a price."""
    summary = Summary(20, price=Price(2, 8))
    usage = {"llm_calls": 1, "prompt_tokens": 100_000, "completion_tokens": 10_000}
    findings = Counter({("requests.balance", "error"): 1})
    for _ in range(6):
        summary.add(Tally(fields=7, usage=usage))
    summary.add(Tally(fields=7, findings=findings, flagged=True))
    summary.add(Tally(error="input"))
    summary.add(Tally(error="timeout"))
    summary.add(Tally(fields=7), kept=True)
    return summary


def test_a_line_says_how_far_how_fast_how_long_and_how_dear() -> None:
    assert describe(half_done(), 4.5) == (
        "10/20 reports, 2 failed, 1 flagged, 2.0/s, 5.0 s left, 660000 tokens, cost 1.68"
    )


def test_the_summary_counts_by_rule_and_by_kind_of_error() -> None:
    summary = half_done()
    summary.seconds = 187
    summary.again["the file has changed"] = 3
    summary.notes.append("a note")
    assert summary.lines() == [
        "10 of 20 reports in 3:07 min: 8 read, 2 failed; 1 of these lines are from an earlier run",
        "3 read again: the file has changed",
        "fields: 56; reports with a flag or finding: 1",
        "findings by rule:",
        "  requests.balance  error    1",
        "failed, by kind of error:",
        "  input  1",
        "  timeout  1",
        "model: 6 llm calls, 600000 prompt tokens, 60000 completion tokens",
        "cost: 1.6800",
        "a note",
    ]


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.04, "0.0 s"), (42.4, "42 s"), (187, "3:07 min"), (8100, "2:15:00 h")]
)
def test_lengths_of_time(seconds: float, text: str) -> None:
    assert clock(seconds) == text


def test_where_there_is_no_terminal_there_are_plain_lines_now_and_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("extractor.batch.progress.PLAIN_SECONDS", 0.0)
    stream = io.StringIO()
    progress = make_progress(stream)
    assert isinstance(progress, PlainLines)
    progress.update(half_done())
    progress.close()
    assert stream.getvalue().startswith("10/20 reports, 2 failed, 1 flagged, ")
    assert "\x1b" not in stream.getvalue() and stream.getvalue().count("\n") == 1


def write_poison(folder: Path) -> Path:
    folder.mkdir()
    for number in (5, 6, poison_schema.SEGFAULT):
        (folder / f"r{number}.txt").write_text(poison_schema.report(number), encoding="utf-8")
    return folder


def command(folder: Path, out: Path, *more: str) -> list[str]:
    return [*EXTRACT, "--schema", poison_schema.__file__, str(folder), "-o", str(out), *more]


def test_on_a_terminal_there_is_a_bar_and_then_the_summary(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        ran = subprocess.Popen(
            command(write_poison(tmp_path / "r"), tmp_path / "out.jsonl"), stderr=theirs, env=terminal()
        )
        os.close(theirs)
        shown = read_all(screen)
        assert ran.wait(60) == 5
    assert "━" in shown and "3/3 reports, 1 failed, 2 flagged" in shown
    assert "3 of 3 reports in" in shown and "  crash  1" in shown


def terminal() -> dict[str, str]:
    return {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"}


def read_all(screen: io.FileIO) -> str:
    shown = b""
    while True:
        try:
            some = screen.read(4096)
        except OSError:  # the other end is closed
            some = b""
        if not some:
            return shown.decode(errors="replace")
        shown += some


def test_quiet_says_nothing_and_ends_in_5_all_the_same(tmp_path: Path) -> None:
    ran = subprocess.run(
        command(write_poison(tmp_path / "r"), tmp_path / "out.jsonl", "--quiet"),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (5, b"", b"")


def test_what_a_report_makes_a_library_print_stays_off_the_records(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(poison_schema.report(poison_schema.NOISY), encoding="utf-8")
    ran = subprocess.run(
        command(tmp_path / "r.txt", Path("-"), "--quiet"), capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == 0
    [line] = ran.stdout.splitlines()
    assert json.loads(line)["record"]["requests"]["received"]["total"] == poison_schema.NOISY
