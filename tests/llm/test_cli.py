"""The model on the command line: exit codes, settings, and what is shown without sending anything."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from extractor.cli import main

from .conftest import MINUTES
from .server import answering, failing, serving

TEXT = "本次会议出席 25 人。"
GOOD = {"present": {"quote": "出席 25 人", "value": "25"}}
KEY = "sk-very-secret-0123456789"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, "utf-8")
    return file


@dataclass(frozen=True)
class Run:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


Extract = Callable[..., Run]


@pytest.fixture
def extract(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Extract:
    """Runs the command in this process, with only the given settings in its environment."""

    def run(*words: str | Path, **environment: str) -> Run:
        for name in ("EXTRACT_MODEL", "OPENAI_BASE_URL"):
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"OPENAI_API_KEY": KEY} | environment).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.argv", ["extract", "--schema", str(MINUTES), *map(str, words)])
        with pytest.raises(SystemExit) as exit:
            main()
        sys.stdout.flush()
        shown = capfd.readouterr()
        return Run(int(exit.value.code or 0), shown.out, shown.err)

    return run


def test_a_model_named_in_the_environment_is_asked(extract: Extract, report: Path) -> None:
    with serving(answering(GOOD)) as endpoint:
        run = extract(report, "--no-cache", EXTRACT_MODEL="test", OPENAI_BASE_URL=endpoint.url)
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["record"]["present"] == 25
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"


def test_without_a_model_nothing_of_the_client_is_imported(extract: Extract, report: Path) -> None:
    code = (
        "import sys; from extractor import extract; "
        f"extract({str(report)!r}, {str(MINUTES)!r}); "
        "print([m for m in ('openai', 'instructor', 'tenacity', 'diskcache', 'asyncio') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("status", "setting"),
    [(401, "OPENAI_API_KEY"), (404, "EXTRACT_MODEL"), (500, "OPENAI_BASE_URL")],
)
def test_a_model_that_cannot_be_reached_ends_in_exit_code_4(
    extract: Extract, report: Path, status: int, setting: str
) -> None:
    with serving(failing(status, f"bad key {KEY}", headers={"Retry-After": "0"})) as endpoint:
        run = extract(report, "--model", "test", "--base-url", endpoint.url, "--no-cache")
    assert (run.returncode, run.stdout) == (4, "")
    assert setting in run.stderr
    assert KEY not in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


def test_with_an_optional_model_the_record_of_the_rules_is_printed(extract: Extract, report: Path) -> None:
    with serving(failing(401)) as endpoint:
        run = extract(report, "--model", "m", "--base-url", endpoint.url, "--no-cache", "--model-optional")
    assert run.returncode == 0
    assert [f["rule"] for f in json.loads(run.stdout)["findings"]] == ["llm.unavailable"]


def test_a_dry_run_shows_the_requests_and_sends_nothing(extract: Extract, report: Path) -> None:
    with serving(answering(GOOD)) as endpoint:
        run = extract(report, "--model", "m", "--base-url", endpoint.url, "--dry-run")
    shown = json.loads(run.stdout)
    assert (run.returncode, endpoint.calls) == (0, 0)
    assert [request["fields"] for request in shown["requests"]] == [["present"]]
    assert TEXT in shown["requests"][0]["messages"][1]["content"]
    assert shown["prompt_tokens"] > 0
    assert KEY not in run.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--dry-run",),
        ("--model", "m", "--mode", "xml"),
        ("--model", "m", "--base-url", "localhost:80"),
        ("--model", "m", "--parameter", "seed"),
        ("--model", "m", "--model-timeout", "0"),
        ("--model", " "),
    ],
)
def test_wrong_settings_end_in_exit_code_2(extract: Extract, report: Path, words: tuple[str, ...]) -> None:
    run = extract(report, *words)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("extract: ")


def test_parameters_are_sent_as_they_are(extract: Extract, report: Path) -> None:
    with serving(answering(GOOD)) as endpoint:
        extract(
            report,
            "--model=m",
            "--base-url",
            endpoint.url,
            "--no-cache",
            "--parameter=temperature=null",
            "--parameter=cache_prompt=false",
            "--parameter=reasoning_effort=low",
        )
    body: dict[str, Any] = endpoint.bodies[0]
    assert "temperature" not in body
    assert (body["cache_prompt"], body["reasoning_effort"]) == (False, "low")
