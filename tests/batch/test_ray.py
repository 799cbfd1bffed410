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
    assert len(lines(folder / "ray.jsonl")) == 22


def test_a_hanging_report_costs_one_line_there_too(ran: tuple[Path, list[str]]) -> None:
    failed = {line["id"]: line["error"]["kind"] for line in lines(ran[0] / "ray.jsonl") if "error" in line}
    assert failed.pop(str(ran[0] / "reports/pipe.txt")) == "timeout"
    assert list(failed) == [str(ran[0] / "reports/broken.txt")]


def test_a_finished_run_is_kept(ran: tuple[Path, list[str]]) -> None:
    assert "again 0 22" in ran[1]


def test_ray_reads_and_writes_addresses(ran: tuple[Path, list[str]]) -> None:
    folder, _ = ran
    written = lines(*(folder / "parts").iterdir())
    local = [line for line in lines(folder / "local.jsonl") if not line["id"].endswith("pipe.txt")]
    assert written == local
