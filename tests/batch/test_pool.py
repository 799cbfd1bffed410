"""One poisoned input costs one outcome, never the run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch import poison

from extractor.batch.pool import Pool
from extractor.batch.report import Failures, Settings
from extractor.batch.source import Source
from extractor.batch.worker import Limits, MakeReader
from extractor.errors import BatchError

FAILURES = Failures("s", "1.0")


def kinds(
    paths: list[str], *, workers: int = 2, seconds: float = 30.0, make: MakeReader = poison.make
) -> dict[str, str]:
    """What came of each path: `ok`, or the kind of its error."""
    limits = Limits(seconds, memory=1 << 30)
    with Pool[str](Settings("s"), FAILURES, workers=workers, limits=limits, make=make) as pool:
        came = [(key, json.loads(outcome.body)) for key, outcome in pool.read((p, Source(p)) for p in paths)]
    assert len(came) == len(paths)
    return {key: body["error"]["kind"] if "error" in body else "ok" for key, body in came}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("segfault", "crash"),
        ("killed", "crash"),
        ("exit", "crash"),
        ("hungry", "memory"),
        ("unreadable", "input"),
        ("bug", "internal"),
    ],
)
def test_a_poisoned_report_fails_and_the_others_are_read(name: str, kind: str) -> None:
    paths = ["a", "b", name, "c", "d", "e"]
    assert kinds(paths) == dict.fromkeys(paths, "ok") | {name: kind}


@pytest.mark.parametrize("name", ["hang", "spin"])
def test_a_report_that_takes_too_long_is_ended(name: str) -> None:
    assert kinds([name, "a", "b", "c"], seconds=0.5) == {name: "timeout", "a": "ok", "b": "ok", "c": "ok"}


def test_one_worker_survives_poison_after_poison() -> None:
    paths = [f"{name}{n}" for n in range(3) for name in ("segfault", "killed", "a")]
    found = kinds(paths, workers=1)
    assert [found[path] for path in paths] == ["crash", "crash", "ok"] * 3


def test_the_message_of_a_crash_names_the_signal() -> None:
    with Pool[str](Settings("s"), FAILURES, workers=1, make=poison.make) as pool:
        [(_, outcome)] = pool.read([("x", Source("segfault"))])
    assert json.loads(outcome.body)["error"] == {
        "kind": "crash",
        "message": "the process that read it was ended by SIGSEGV",
        "input": "segfault",
    }


def test_tasks_are_drawn_no_faster_than_they_are_read() -> None:
    drawn = 0

    def draw() -> Iterator[tuple[str, Source]]:
        nonlocal drawn
        for n in range(200):
            drawn += 1
            yield str(n), Source(f"a{n}")

    with Pool[str](Settings("s"), FAILURES, workers=2, make=poison.make) as pool:
        ahead = [drawn - done for done, _ in enumerate(pool.read(draw()), 1)]
    assert max(ahead) <= 4


def test_workers_that_cannot_start_end_the_run() -> None:
    with pytest.raises(BatchError, match="cannot start: the last one ended by itself with exit code 7"):
        kinds(["a"], make=poison.cannot_start)


def test_what_a_reader_prints_stays_off_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    assert kinds(["noisy"]) == {"noisy": "ok"}
    assert capfd.readouterr().out == ""


def test_a_worker_that_is_killed_from_outside_costs_no_report(tmp_path: Path) -> None:
    path = str(tmp_path / "once")
    assert kinds([path, "a"], workers=1) == {path: "ok", "a": "ok"}


def test_a_report_over_which_two_workers_are_killed_has_failed() -> None:
    with Pool[str](Settings("s"), FAILURES, workers=1, make=poison.make) as pool:
        [(_, outcome)] = pool.read([("x", Source("killed"))])
    said = json.loads(outcome.body)["error"]["message"]
    assert said == "the process that read it was ended by SIGKILL twice"
