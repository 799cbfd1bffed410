"""A batch: a line for every input, and the same command goes on where it was."""

from __future__ import annotations

import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from batch import poison_schema

from extractor.batch import Limits, Options, Summary, run_batch
from extractor.errors import OutputError, UsageError

ONE = Options(workers=1)


def reports(folder: Path, n: int) -> list[Path]:
    """`n` small reports, each with its number in it."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"r{i:03d}.txt" for i in range(n)]
    for i, path in enumerate(paths):
        path.write_text(
            f"某县{2008 + i % 17}年政府信息公开工作年度报告\n全年共收到申请{i}件。\n", encoding="utf-8"
        )
    return paths


def run(inputs: list[Path], output: Path, **options: Any) -> Summary:
    return run_batch(inputs, "annual_report", output, options=Options(workers=2, **options))


def read(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.read_text(encoding="utf-8").split("\n")[:-1]]


def ids(output: Path) -> list[str]:
    return [line["id"] for line in read(output)]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def test_each_line_is_the_object_of_one_report_with_its_id(tmp_path: Path, out: Path) -> None:
    from extractor import extract

    [path] = reports(tmp_path / "r", 1)
    run([path], out)
    [line] = read(out)
    assert line.pop("id") == str(path)
    assert line.pop("fingerprint")
    assert line == json.loads(extract(path, "annual_report").to_json())


def test_a_report_that_fails_is_a_line_too(tmp_path: Path, out: Path) -> None:
    paths = [*reports(tmp_path / "r", 3), tmp_path / "gone.txt"]
    summary = run(paths, out)
    assert (summary.total, summary.failed) == (4, 1)
    [failed] = [line for line in read(out) if "error" in line]
    assert failed["id"] == str(tmp_path / "gone.txt")
    assert failed["error"]["kind"] == "input"
    assert failed["error"]["input"] == str(tmp_path / "gone.txt")
    assert "No such file" in failed["error"]["message"]


def test_columns_of_a_manifest_stand_in_the_line(tmp_path: Path, out: Path) -> None:
    reports(tmp_path, 1)
    manifest = tmp_path / "m.csv"
    manifest.write_text("path,id,publisher\nr000.txt,x,某县\ngone.txt,y,某乡\n", encoding="utf-8")
    run([manifest], out, ordered=True)
    assert [(line["id"], line["publisher"]) for line in read(out)] == [("x", "某县"), ("y", "某乡")]


def test_ordered_keeps_the_order_of_the_inputs(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 30)
    paths[0].write_text("大" * 400_000, encoding="utf-8")
    run(paths, out, ordered=True)
    assert ids(out) == [str(path) for path in paths]


def test_an_ordered_stream_too(tmp_path: Path) -> None:
    paths = reports(tmp_path / "r", 30)
    paths[0].write_text("大" * 400_000, encoding="utf-8")
    stream = io.BytesIO()
    run_batch(paths, "annual_report", stream, options=Options(workers=2, ordered=True))
    assert [json.loads(line)["id"] for line in stream.getvalue().splitlines()] == [str(p) for p in paths]


def test_a_finished_run_is_not_touched_again(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 5)
    run(paths, out)
    before = out.read_bytes()
    summary = run(paths, out)
    assert (summary.done, summary.kept) == (0, 5)
    assert out.read_bytes() == before


def test_new_inputs_are_added(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 5)
    run(paths[:3], out)
    summary = run(paths, out)
    assert (summary.done, summary.kept) == (2, 3)
    assert sorted(ids(out)) == [str(path) for path in paths]


def test_a_changed_input_replaces_its_line(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 3)
    run(paths, out)
    paths[1].write_text("另一份", encoding="utf-8")
    summary = run(paths, out)
    assert summary.again == {"the file has changed": 1}
    assert sorted((line["id"], line["source"]["characters"]) for line in read(out)) == [
        (str(path), len(path.read_text(encoding="utf-8"))) for path in paths
    ]


def test_changed_columns_replace_the_line(tmp_path: Path, out: Path) -> None:
    reports(tmp_path, 1)
    manifest = tmp_path / "m.csv"
    for name in ("某县", "某市"):
        manifest.write_text(f"path,publisher\nr000.txt,{name}\n", encoding="utf-8")
        run([manifest], out)
    assert [line["publisher"] for line in read(out)] == ["某市"]


def test_a_changed_schema_is_done_again(tmp_path: Path, out: Path) -> None:
    schema = tmp_path / "tiny.py"
    shutil.copy(Path(__file__).parent / "tiny_schema.py", schema)
    paths = reports(tmp_path / "r", 2)
    for version in ("1.0", "1.1"):
        schema.write_text(schema.read_text().replace("1.0", version))
        summary = run_batch(paths, schema, out, options=ONE)
    assert summary.again == {"schema, tool, model or columns have changed": 2}
    assert [line["schema_version"] for line in read(out)] == ["1.1", "1.1"]


def test_errors_stay_until_a_retry_is_asked_for(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    manifest = tmp_path / "m.csv"
    manifest.write_text("path\nfolder.txt\n")
    assert run([manifest], out).errors == {"input": 1}
    again = run([manifest], out)
    assert (again.kept, again.errors) == (1, {"input": 1})
    retried = run([manifest], out, retry_errors=True)
    assert (retried.done, retried.kept, retried.errors) == (1, 0, {"input": 1})
    assert len(read(out)) == 1


def test_a_missing_file_that_appears_is_read(tmp_path: Path, out: Path) -> None:
    path = tmp_path / "r.txt"
    run([path], out)
    path.write_text("报告", encoding="utf-8")
    assert run([path], out).failed == 0


def test_a_torn_last_line_is_cut_off_and_done_again(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 4)
    run(paths, out, ordered=True)
    whole = out.read_bytes()
    for size in (1, 5, 40, len(whole) // 2, len(whole) - 1):
        out.write_bytes(whole[:size])
        run(paths, out, ordered=True)
        assert out.read_bytes() == whole


def test_a_line_damaged_by_a_power_cut_is_done_again(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 4)
    run(paths, out, ordered=True)
    whole = out.read_bytes()
    second = whole.index(b"\n") + 1
    out.write_bytes(whole[: second + 50] + b"\0" * 200 + whole[second + 250 :])
    summary = run(paths, out, ordered=True)
    assert out.read_bytes() == whole
    assert summary.notes == ["1 damaged lines were found in out.jsonl and done again"]


def test_a_resumed_ordered_run_is_put_in_order_in_the_end(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 6)
    run(paths[3:], out)
    run(paths, out, ordered=True)
    assert ids(out) == [str(path) for path in paths]


def test_lines_of_reports_no_longer_named_are_moved_aside(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 3)
    run(paths, out)
    summary = run(paths[1:], out)
    assert sorted(ids(out)) == [str(path) for path in paths[1:]]
    assert ids(tmp_path / "out.jsonl.removed") == [str(paths[0])]
    assert summary.notes == [
        "1 lines of reports that are not among the inputs were moved to out.jsonl.removed"
    ]


def test_the_output_is_no_input_of_its_own_folder(tmp_path: Path) -> None:
    reports(tmp_path, 2)
    out = tmp_path / "out.txt"
    for _ in range(2):
        run([tmp_path], out)
        assert len(read(out)) == 2


@pytest.mark.parametrize(
    "theirs",
    [
        '{"name": "mine"}\n',
        '{"id":"1","name":"mine"}\n',
        '{"id":"1","name":"mine"}',
        "notes",
        '[{"id":"1"}]',
    ],
)
def test_a_file_of_somebody_else_is_not_touched(tmp_path: Path, out: Path, theirs: str) -> None:
    out.write_text(theirs)
    with pytest.raises(OutputError, match="line 1 was not written by `extract batch`"):
        run(reports(tmp_path / "r", 1), out)
    assert out.read_text() == theirs


def test_a_line_that_somebody_added_is_not_dropped(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 1)
    run(paths, out)
    with out.open("a") as file:
        file.write('{"id":"note","text":"mine"}\n')
    with pytest.raises(OutputError, match="line 2 was not written"):
        run(paths, out)


def test_two_runs_cannot_write_one_file(tmp_path: Path, out: Path) -> None:
    import fcntl

    with out.open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="being written by another batch"):
            run(reports(tmp_path / "r", 1), out)


def test_a_link_stays_a_link(tmp_path: Path, out: Path) -> None:
    real = tmp_path / "elsewhere.jsonl"
    out.symlink_to(real)
    paths = reports(tmp_path / "r", 2)
    run(paths, out)
    paths[0].write_text("另一份", encoding="utf-8")
    run(paths, out)
    assert out.is_symlink() and len(read(real)) == 2


def test_a_hanging_input_costs_one_line(tmp_path: Path, out: Path) -> None:
    stuck = tmp_path / "stuck.txt"
    stuck.write_text(poison_schema.report(poison_schema.HANG), encoding="utf-8")
    paths = [stuck, *reports(tmp_path / "r", 5)]
    summary = run_batch(paths, poison_schema.__file__, out, options=Options(2, Limits(seconds=3)))
    assert (summary.total, summary.errors) == (6, {"timeout": 1})


def test_nothing_is_read_from_pipes_and_devices(tmp_path: Path, out: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    reports(tmp_path, 1)
    assert run([tmp_path], out).errors == {"input": 2}
    said = [line["error"]["message"] for line in read(out) if "error" in line]
    assert all("is a pipe, socket or device" in message for message in said)
    assert run([tmp_path], out).kept == 3


def test_of_a_file_too_large_nothing_is_read_to_know_it_again(tmp_path: Path, out: Path) -> None:
    [path] = reports(tmp_path / "r", 1)
    os.truncate(path, 1 << 36)
    assert run([path], out).errors == {"too_large": 1}
    assert run([path], out).kept == 1
    path.write_text("报告", encoding="utf-8")
    assert run([path], out).failed == 0


@pytest.mark.parametrize("name", ["n" * 300, "a\0b"])
def test_a_name_that_no_file_can_have_costs_one_line(tmp_path: Path, out: Path, name: str) -> None:
    reports(tmp_path, 1)
    manifest = tmp_path / "m.jsonl"
    manifest.write_text("".join(json.dumps({"path": path}) + "\n" for path in (name, "r000.txt")))
    assert run([manifest], out).errors == {"input": 1}


def test_lines_moved_aside_are_there_once_also_when_the_move_was_cut_short(tmp_path: Path, out: Path) -> None:
    paths = reports(tmp_path / "r", 3)
    run(paths, out)
    whole = out.read_bytes()
    run(paths[2:], out)
    aside = tmp_path / "out.jsonl.removed"
    moved = aside.read_bytes()
    aside.write_bytes(moved[:-20])
    out.write_bytes(whole)
    run(paths[2:], out)
    assert aside.read_bytes() == moved


def test_no_report_is_an_error_that_says_where_it_looked(tmp_path: Path, out: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="empty: no report found there"):
        run([tmp_path / "empty"], out)
    assert not out.exists()


def test_a_file_name_that_is_no_utf8_is_read(tmp_path: Path, out: Path) -> None:
    path = tmp_path / os.fsdecode("报告.txt".encode("gb18030"))
    path.write_text("报告", encoding="utf-8")
    assert run([path], out).failed == 0
    assert run([path], out).kept == 1
