"""`extract export` as people and scripts use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest


def run(*args: str | Path, stdin: str = "", code: str = "") -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        f"{code}\nfrom extractor.cli import main; main()",
        "export",
        *map(str, args),
    ]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=60)


@pytest.fixture
def jsonl(records: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(whole, ensure_ascii=False) + "\n" for whole in records)


@pytest.fixture
def path(tmp_path: Path, jsonl: str) -> Path:
    file = tmp_path / "out.jsonl"
    file.write_text(jsonl, encoding="utf-8")
    return file


def test_the_tables_stand_beside_the_records(path: Path) -> None:
    ran = run(path, "--to", "csv")
    assert (ran.returncode, ran.stdout) == (0, "")
    names = ["out.csv", "out.fields.csv", "out.findings.csv", "out.jsonl", "out.long.csv"]
    assert sorted(p.name for p in path.parent.iterdir()) == names
    assert all(str(path.with_name(name)) in ran.stderr for name in names if name.endswith("csv"))


def test_the_ending_of_the_output_tells_the_format(path: Path, tmp_path: Path) -> None:
    assert run(path, "-o", tmp_path / "panel.parquet").returncode == 0
    assert len(pd.read_parquet(tmp_path / "panel.parquet")) == 3


def test_records_may_come_from_standard_input(jsonl: str, tmp_path: Path) -> None:
    assert run("-", "--schema", "annual_report", "-o", tmp_path / "p.csv", stdin=jsonl).returncode == 0
    assert len(pd.read_csv(tmp_path / "p.csv")) == 3


@pytest.mark.parametrize("missing", ["openpyxl", "pyarrow", "duckdb"])
def test_a_missing_install_is_named_with_its_extra(path: Path, missing: str) -> None:
    to = {"openpyxl": "xlsx", "pyarrow": "parquet", "duckdb": "duckdb"}[missing]
    ran = run(path, "--to", to, code=f"import sys; sys.modules[{missing!r}] = None")
    assert ran.returncode == 2
    assert f"needs {missing}, which is not installed; run: pip install 'gouji[export]'" in ran.stderr
    assert [p.name for p in path.parent.iterdir()] == ["out.jsonl"]


@pytest.mark.parametrize(
    ("args", "code"),
    [(["gone.jsonl", "--to", "csv"], 3), (["out.jsonl"], 2), (["out.jsonl", "--to", "ods"], 2), (["-"], 2)],
)
def test_exit_codes_of_what_goes_wrong(
    path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], code: int
) -> None:
    monkeypatch.chdir(path.parent)
    ran = run(*args)
    assert ran.returncode == code
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("to", ["csv", "xlsx", "parquet", "duckdb"])
def test_a_full_disk_is_one_clear_error_and_leaves_nothing(path: Path, tmp_path: Path, to: str) -> None:
    small_disk = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    small_disk += "resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))"
    ran = run(path, "-o", tmp_path / f"panel.{to}", code=small_disk)
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1 and "cannot be written" in ran.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["out.jsonl"]


def test_the_records_are_never_overwritten(path: Path, jsonl: str) -> None:
    ran = run(path, "--to", "csv", "-o", path)
    assert (ran.returncode, path.read_text(encoding="utf-8")) == (2, jsonl)
    assert "holds the records: name another output" in ran.stderr


def test_of_a_stopped_batch_the_latest_line_of_a_report_counts(
    tmp_path: Path, records: list[dict[str, Any]]
) -> None:
    old, new = ({**records[0], "publisher": name} for name in ("old", "new"))
    file = tmp_path / "out.jsonl"
    file.write_text("".join(json.dumps(w, separators=(",", ":")) + "\n" for w in (old, records[1], new)))
    assert run(file, "--to", "csv").returncode == 0
    assert list(pd.read_csv(tmp_path / "out.csv")["publisher"].fillna("")) == ["", "new"]
    file.write_text(file.read_text()[:-50])
    ran = run(file, "--to", "csv")
    assert ran.returncode == 3 and "half a line, of a batch that was stopped" in ran.stderr
