"""A real Ray with two workers gives what the local engine gives."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from batch import poison_schema

from extractor.batch import CallLimits, EngineName, Options
from extractor.batch.address import find_reports, read_address
from extractor.batch.distributed import count_workers
from extractor.batch.engine import Work
from extractor.batch.remote import run_remote
from extractor.batch.report import Failures, Settings
from extractor.errors import InputError, UsageError
from extractor.llm import ModelOptions

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is an optional install: pip install 'gouji[ray]'"
)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder with the outputs `local.jsonl`, `ray.jsonl` and `parts`, and what the run said."""
    folder = tmp_path_factory.mktemp("ray")
    reports = folder / "reports"
    reports.mkdir()
    for i in range(20):
        text = f"某县{2008 + i % 17}年政府信息公开工作年度报告\n全年共收到申请{i}件。\n"
        (reports / f"r{i:02d}.txt").write_text(text, encoding="utf-8")
    (reports / "broken.txt").write_bytes(b"%PDF-1.7 \xff\xfe\x00 broken")
    os.mkfifo(reports / "pipe.txt")
    (reports / os.fsdecode("报告.txt".encode("gb18030"))).write_text("报告", encoding="utf-8")
    (reports / "stuck.txt").write_text(poison_schema.report(poison_schema.HANG), encoding="utf-8")
    (reports / "killed.txt").write_text(poison_schema.report(poison_schema.KILLED), encoding="utf-8")
    script = Path(__file__).with_name("ray_run.py")
    outputs = [folder / "local.jsonl", folder / "ray.jsonl", folder / "parts"]
    done = subprocess.run(
        [sys.executable, str(script), str(reports), *map(str, outputs)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stdout.splitlines()


def lines(*files: Path) -> list[dict[str, Any]]:
    found = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return sorted(found, key=lambda line: str(line["id"]))


def test_the_lines_are_those_of_the_local_engine(ran: tuple[Path, list[str]]) -> None:
    folder, _ = ran
    assert lines(folder / "ray.jsonl") == lines(folder / "local.jsonl")
    assert len(lines(folder / "ray.jsonl")) == 25


def test_a_poisoned_report_costs_one_line_there_too(ran: tuple[Path, list[str]]) -> None:
    failed = {
        Path(line["id"]).name: line["error"]["kind"]
        for line in lines(ran[0] / "ray.jsonl")
        if "error" in line
    }
    assert failed == {
        "broken.txt": "input",
        "pipe.txt": "input",
        "stuck.txt": "timeout",
        "killed.txt": "crash",
    }


def test_a_finished_run_is_kept(ran: tuple[Path, list[str]]) -> None:
    assert "again 0 25" in ran[1]


def test_ray_reads_and_writes_addresses(ran: tuple[Path, list[str]]) -> None:
    folder, _ = ran
    assert lines(*(folder / "parts").iterdir()) == lines(folder / "local.jsonl")


def test_parts_of_two_runs_never_mix(ran: tuple[Path, list[str]]) -> None:
    assert "parts is not empty, and a run between addresses starts anew: name another folder" in ran[1][-1]


def test_shares_of_the_limits_of_a_model_keep_them_together() -> None:
    def workers(**limits: int) -> int:
        options = Options(8, calls=CallLimits(**limits))
        return count_workers(Work(Settings("s", ModelOptions("m")), Failures("s", "1"), options))

    assert workers(concurrency=16) == 8
    assert workers(concurrency=3) == 3
    assert workers(concurrency=16, requests=2) == 2
    share = CallLimits(concurrency=9, requests=7, tokens=100, budget=10).share(4)
    assert share == CallLimits(concurrency=2, requests=1, tokens=25, budget=2)


@pytest.mark.parametrize(
    ("uris", "output", "options", "message"),
    [
        (["s3://b/r"], "s3://b/o", Options(), "are read by Ray alone"),
        (["s3://b/r"], "out.jsonl", Options(engine=EngineName.RAY), "must all be addresses"),
        (["s3://b/r"], "s3://b/o", Options(engine=EngineName.RAY, ordered=True), "no order"),
        (["s3://b/r"], "s3://b/o", Options(engine=EngineName.RAY, retry_errors=True), "no order"),
    ],
)
def test_what_cannot_be_done_between_addresses_is_said(
    uris: list[str], output: str, options: Options, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        run_remote(uris, output, "annual_report", options=options)


def test_addresses_are_listed_as_folders_are(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.PDF", "a/d.png", ".hidden.txt", "a/.h/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    uri = tmp_path.as_uri()
    notes: list[str] = []
    assert list(find_reports([uri], (), notes)) == [str(tmp_path / "b.txt"), str(tmp_path / "a/c.PDF")]
    assert notes == [f"{tmp_path}: 1 other files left out (.png: 1); --glob takes them"]
    elsewhere = uri.replace("file://", "file+other://")
    with pytest.raises(UsageError, match="no address that can be read or written"):
        list(find_reports([elsewhere], (), []))


def test_an_address_is_read_and_what_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    (tmp_path / "报 告.txt").write_text("报告", encoding="utf-8")
    assert read_address((tmp_path / "报 告.txt").as_uri()).decode() == "报告"
    with pytest.raises(InputError, match=r"gone\.txt"):
        read_address((tmp_path / "gone.txt").as_uri())
