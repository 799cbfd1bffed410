"""`extract check` as people and scripts use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from check.years import FORWARD, OVER, jsonl, report

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(*args: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from extractor.cli import main; main()", "check", *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=60)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "out.jsonl"
    path.write_text(jsonl(report(2022, {FORWARD: 5}), report(2023, {OVER: 3})), encoding="utf-8")
    return path


def findings(ran: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_findings_are_jsonl_where_there_is_no_terminal(broken: Path) -> None:
    ran = run(broken)
    assert ran.returncode == 0
    assert [(f["rule"], f["issuer"], f["years"], f["difference"]) for f in findings(ran)] == [
        ("series.carried_over", "清河县人民政府", [2022, 2023], -2)
    ]
    assert ran.stderr == "2 reports, 1 findings, 1 of them errors\n"


def test_strict_ends_in_1(broken: Path) -> None:
    assert run(broken, "--strict").returncode == 1


def test_a_table_is_for_people(broken: Path) -> None:
    ran = run(broken, "--format", "table")
    assert "机关 issuer" in ran.stdout and "清河县人民政府" in ran.stdout


def test_standard_input_and_separate_files_do_as_well(tmp_path: Path) -> None:
    before, after = report(2022, {FORWARD: 5}), report(2023, {OVER: 3})
    assert len(findings(run("-", "--schema", "annual_report", stdin=jsonl(before, after)))) == 1
    for name, whole in (("a.json", before), ("b.json", after)):
        (tmp_path / name).write_text(json.dumps(whole, ensure_ascii=False, indent=2), encoding="utf-8")
    assert len(findings(run(tmp_path / "a.json", tmp_path / "b.json"))) == 1


def test_a_draft_is_checked_against_the_year_before(tmp_path: Path) -> None:
    before = tmp_path / "2022.json"
    before.write_text(json.dumps(report(2022, {FORWARD: 5})), encoding="utf-8")
    draft = tmp_path / "draft.json"
    draft.write_text(json.dumps(report(2023, {OVER: 3}, issuer="还没有定名")), encoding="utf-8")
    assert [f["rule"] for f in findings(run(draft, "--previous", before))] == ["series.carried_over"]
    assert findings(run(draft, before)) == []


def test_a_draft_may_be_a_report_itself(tmp_path: Path) -> None:
    before = tmp_path / "2022.json"
    before.write_text(json.dumps(report(2021)), encoding="utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text("清河县人民政府2023年政府信息公开工作年度报告\n全年未收到申请。\n", encoding="utf-8")
    found = findings(run(draft, "--previous", before))
    assert [(f["rule"], f["years"]) for f in found if f["rule"].startswith("series")] == [
        ("series.missing_year", [2022])
    ]


def write_batch(path: Path, *wholes: dict[str, Any]) -> Path:
    path.write_text(jsonl(*wholes), encoding="utf-8")
    return path


def test_a_draft_finds_its_issuer_among_those_of_a_whole_batch(tmp_path: Path) -> None:
    others = [report(2022, {FORWARD: n}, issuer=f"清河县{name}局") for n, name in enumerate("甲乙丙")]
    batch = write_batch(tmp_path / "2022.jsonl", *others, report(2022, {FORWARD: 5}))
    draft = write_batch(tmp_path / "draft.json", report(2023, {OVER: 3}))
    ran = run(draft, "--previous", batch)
    assert [(f["rule"], f["difference"]) for f in findings(ran)] == [("series.carried_over", -2)]


def test_a_draft_of_none_of_the_earlier_issuers_is_an_error(tmp_path: Path) -> None:
    batch = write_batch(tmp_path / "2022.jsonl", *(report(2022, issuer=f"清河县{n}局") for n in "甲乙"))
    draft = write_batch(tmp_path / "draft.json", report(2023, {OVER: 3}))
    ran = run(draft, "--previous", batch)
    assert ran.returncode == 2
    assert "none of the earlier reports is one of 清河县人民政府" in ran.stderr


@pytest.mark.parametrize("name", ["2022", "2022.txt", "2022.JSON"])
def test_records_are_known_by_their_content_whatever_their_name(tmp_path: Path, name: str) -> None:
    before = tmp_path / name
    before.write_text(json.dumps(report(2022, {FORWARD: 5}), indent=2), encoding="utf-8")
    draft = write_batch(tmp_path / "draft.json", report(2023, {OVER: 3}))
    assert [f["rule"] for f in findings(run(draft, "--previous", before))] == ["series.carried_over"]


def test_a_draft_may_come_from_standard_input(tmp_path: Path) -> None:
    before = write_batch(tmp_path / "2022.json", report(2022))
    text = "清河县人民政府2023年政府信息公开工作年度报告\n全年未收到申请。\n"
    ran = run("-", "--previous", before, stdin=text)
    assert (ran.returncode, ran.stderr[:10]) == (0, "2 reports,")


def test_what_a_report_holds_cannot_command_the_terminal(tmp_path: Path) -> None:
    wholes = (report(year, issuer="清河县\x1b]0;x\x07\x1b[2J局") for year in (2020, 2022))
    ran = run(write_batch(tmp_path / "out.jsonl", *wholes), "--format", "table")
    assert "2021" in ran.stdout and "\x1b" not in ran.stdout and "\x07" not in ran.stdout


def test_only_the_draft_is_told_what_speaks_against_itself() -> None:
    planted, sound = EXAMPLES / "2023-planted-mistake.txt", EXAMPLES / "2012-prose-only.txt"

    def said(draft: Path, previous: Path) -> set[str]:
        ran = run(draft, "--schema", "annual_report", "--previous", previous)
        return {finding["rule"] for finding in findings(ran)}

    assert "requests.row_total" in said(planted, sound)
    assert "requests.row_total" not in said(sound, planted)


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("a.json", "no json", 3, "not the JSON that `extract` prints"),
        ("a.jsonl", '{"x": 1}\n', 3, "no record there"),
        ("a.jsonl", '{"schema": "other", "fields": {}, "record": {}}\n', 2, "a record of the schema other"),
    ],
)
def test_what_is_no_record_is_an_error_that_says_where(
    tmp_path: Path, name: str, content: str, code: int, message: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    ran = run(path, "--schema", "annual_report")
    assert (ran.returncode, ran.stdout) == (code, "")
    assert message in ran.stderr and str(path) in ran.stderr


def test_findings_go_into_a_file(broken: Path, tmp_path: Path) -> None:
    target = tmp_path / "findings.jsonl"
    ran = run(broken, "--output", target)
    assert ran.stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["rule"] == "series.carried_over"
