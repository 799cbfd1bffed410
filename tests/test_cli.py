"""The command as people and scripts use it: streams, exit codes, messages."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from extractor.cli import main

REPORT = "某县2023年政府信息公开工作年度报告\n全年共收到政府信息公开申请3件。\n"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.out)
        return loaded


Extract = Callable[..., Ran]


@pytest.fixture
def extract(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Extract:
    """Run the command in this process."""

    def run(*args: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["extract", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            main()
        except SystemExit as exit:
            code = int(exit.code or 0)
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run


def process(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-c", "from extractor.cli import main; main()", *map(str, args)]
    return subprocess.run(command, capture_output=True, timeout=60, **options)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_one_report_is_one_json_object_on_standard_output(extract: Extract, report: Path) -> None:
    ran = extract("--schema", "annual_report", report)
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.count("\n") == 1
    assert ran.json["schema"] == "annual_report"
    assert ran.json["source"]["path"] == str(report)


@pytest.mark.parametrize(
    "words",
    [["--pretty", "--schema=annual_report", "FILE"], ["FILE", "--schema", "annual_report", "--pretty"]],
)
def test_options_stand_before_or_after_the_file(extract: Extract, report: Path, words: list[str]) -> None:
    ran = extract(*(str(report) if word == "FILE" else word for word in words))
    assert ran.code == 0
    assert ran.out.startswith('{\n  "schema": "annual_report"')


def test_a_dash_reads_standard_input(extract: Extract, report: Path) -> None:
    piped = extract("--schema", "annual_report", "-", stdin=REPORT.encode())
    named = extract("--schema", "annual_report", report)
    assert piped.json["source"].pop("path") == "-"
    assert named.json["source"]["sha256"] == piped.json["source"]["sha256"]


@pytest.mark.parametrize("name", ["text", "schema"])
def test_a_report_may_be_named_like_a_command(
    extract: Extract, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(REPORT, encoding="utf-8")
    assert extract(name, "--schema", "annual_report").json["source"]["path"] == name
    assert extract("--schema", "annual_report", name).json["source"]["path"] == name


def test_output_goes_into_a_file_and_nowhere_else(extract: Extract, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "record.json"
    ran = extract("--schema", "annual_report", report, "--output", target)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "annual_report"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["record.json", "report.txt"]


def test_a_failure_leaves_the_old_output_as_it_was(extract: Extract, tmp_path: Path) -> None:
    target = tmp_path / "record.json"
    target.write_text("old")
    assert extract("--schema", "annual_report", tmp_path / "gone.txt", "--output", target).code == 3
    assert target.read_text() == "old"


def test_an_output_that_cannot_be_written_is_a_usage_error(extract: Extract, report: Path) -> None:
    ran = extract("--schema", "annual_report", report, "--output", "/nonexistent/record.json")
    assert ran.code == 2
    assert "/nonexistent/record.json cannot be written: No such file or directory" in ran.err


def test_output_may_be_a_pipe(report: Path) -> None:
    ran = process("--schema", "annual_report", report, "--output", "/dev/stdout")
    assert json.loads(ran.stdout)["schema"] == "annual_report"


def test_strict_fails_on_a_finding_that_is_an_error(
    extract: Extract, contradicting: tuple[str, Path]
) -> None:
    schema, report = contradicting
    relaxed = extract("--schema", schema, report)
    assert [finding["severity"] for finding in relaxed.json["findings"]] == ["error"]
    assert relaxed.code == 0
    strict = extract("--schema", schema, "--strict", report)
    assert (strict.code, strict.out) == (1, relaxed.out)


@pytest.fixture
def contradicting(tmp_path: Path) -> tuple[str, Path]:
    """A schema, and a report whose figures contradict each other: 31 + 12 + 58 is not 100."""
    path = tmp_path / "report.txt"
    path.write_text(
        "一、信访受理情况\n"
        "| 项目 | 来信 | 来访 | 网上信访 | 信访总量 |\n"
        "| 本年受理 | 31 | 12 | 58 | 100 |\n"
        "| 上年受理 | 20 | 9 | 51 | 80 |\n",
        encoding="utf-8",
    )
    return str(Path(__file__).parent / "outside" / "petitions.py"), path


def test_a_newcomer_who_names_no_schema_is_told_which_there_are(extract: Extract, report: Path) -> None:
    ran = extract(report)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err == (
        "extract: which schema? Add --schema NAME (installed: annual_report); "
        "for example: --schema annual_report\n"
    )


def test_an_unknown_schema_lists_those_installed(extract: Extract, report: Path) -> None:
    ran = extract("--schema", "anual_report", report)
    assert ran.code == 2
    assert "no schema named 'anual_report' is installed (installed: annual_report)" in ran.err


def test_a_mistyped_command_is_told_apart_from_a_missing_file(extract: Extract) -> None:
    ran = extract("bach")
    assert ran.code == 2
    assert "'bach' is neither a file nor a command; did you mean `extract batch`?" in ran.err


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--schema", "annual_report", "gone.txt"], 3),
        (["--schema", "annual_report", "."], 3),
        (["--schema", "annual_report"], 2),
        (["--schema", "annual_report", "a", "b"], 2),
        (["--no-such-option"], 2),
        (["schema", "nothing"], 2),
        (["text", "gone.txt"], 3),
        (["batch", "."], 2),
        (["batch", "-o", "x.jsonl"], 2),
        (["batch", "--schema", "annual_report", "-", "-o", "x.jsonl"], 2),
        (["batch", "--schema", "annual_report", ".", "-o", "x.jsonl", "--memory", "much"], 2),
        (["batch", "--schema", "annual_report", ".", "-o", "x.jsonl", "--memory", "1M"], 2),
        (["batch", "--schema", "annual_report", ".", "-o", "x.jsonl", "--price", "cheap"], 2),
        (["batch", "--schema", "annual_report", "s3://b/r", "-o", "s3://b/o"], 2),
    ],
)
def test_exit_codes_of_what_goes_wrong(
    extract: Extract, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = extract(*args)
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.strip() and "Traceback" not in ran.err


def test_the_schemas_are_listed(extract: Extract) -> None:
    assert extract("schemas") == Ran(0, "annual_report\n", "")


def test_a_schema_prints_as_json_schema(extract: Extract) -> None:
    shown = extract("schema", "annual_report").json
    assert shown["properties"]["issuer"]["title"] == "编制机关(标题所称的政府或部门)"


def test_text_prints_what_offsets_refer_to(extract: Extract, report: Path) -> None:
    assert extract("text", report) == Ran(0, REPORT, "")


def test_the_version_is_that_of_the_package(extract: Extract) -> None:
    from importlib.metadata import version

    assert extract("--version") == Ran(0, f"gouji {version('gouji')}\n", "")


def test_help_shows_both_ways_to_call_the_options_and_examples(extract: Extract) -> None:
    help = extract("--help").out
    for shown in (
        "--schema NAME [OPTIONS] FILE",
        "COMMAND [ARGS]",
        "--pretty",
        "--strict",
        "batch",
        "Examples:",
    ):
        assert shown in help
    assert "Exit codes: 0 done;" in help


@pytest.mark.parametrize("command", ["batch", "schema", "schemas", "text"])
def test_every_command_has_help(extract: Extract, command: str) -> None:
    ran = extract(command, "--help")
    assert ran.code == 0
    assert f"extract {command}" in ran.out


def test_nothing_at_all_shows_the_help(extract: Extract) -> None:
    ran = extract()
    assert ran.code == 2
    assert "--schema NAME [OPTIONS] FILE" in ran.out + ran.err


def test_a_reader_that_stops_reading_is_no_error(report: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-c", "from extractor.cli import main; main()"]
    ran = subprocess.run(
        [*command, "--schema", "annual_report", str(report)],
        stdout=write_end,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write_end)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_a_terminal_that_speaks_no_utf8_gets_utf8_all_the_same(report: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    for args in (("text", report), ("schema", "annual_report")):
        ran = process(*args, env=environment)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert "年度" in ran.stdout.decode("utf-8")


def test_a_mistake_in_gouji_is_no_documented_exit_code(
    extract: Extract, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor import pipeline

    monkeypatch.setattr(pipeline, "reading_view", lambda *_: 1 / 0)
    ran = extract("--schema", "annual_report", report)
    assert ran.code == 70
    assert "ZeroDivisionError" in ran.err and "please report it" in ran.err


def test_batch_says_progress_and_summary_on_standard_error(
    extract: Extract, report: Path, tmp_path: Path
) -> None:
    ran = extract("batch", "--schema", "annual_report", report, "-o", tmp_path / "out.jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("1 of 1 reports in ")


def test_batch_streams_to_standard_output(extract: Extract, report: Path) -> None:
    ran = extract("batch", "--schema", "annual_report", report, "-o", "-", "--quiet")
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["id"] == str(report)


def test_a_batch_with_failures_ends_in_5(extract: Extract, report: Path, tmp_path: Path) -> None:
    ran = extract(
        "batch", "--schema", "annual_report", report, tmp_path / "gone.txt", "-o", tmp_path / "o.jsonl"
    )
    assert ran.code == 5
    assert "2 of 2 reports" in ran.err and "1 read, 1 failed" in ran.err and "input  1" in ran.err
