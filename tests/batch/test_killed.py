"""Real processes, really killed: nothing lost, nothing twice, nothing half-written."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

from batch import poison_schema

POISON = poison_schema.__file__
EXTRACT = [sys.executable, "-c", "from extractor.cli import main; main()"]


def write_reports(folder: Path, n: int, size: int = 2000) -> list[str]:
    folder.mkdir()
    paths = [folder / f"r{i:03d}.txt" for i in range(n)]
    for i, path in enumerate(paths):
        path.write_text(f"某县政府信息公开工作年度报告之{i}\n" + "公开" * size, encoding="utf-8")
    return [str(path) for path in paths]


def write_stuck(folder: Path) -> None:
    """A report that is read for ever, the last one of its folder."""
    text = poison_schema.report(poison_schema.HANG)
    (folder / "stuck.txt").write_text(text, encoding="utf-8")


def command(folder: Path, out: Path, *more: str, schema: str = "annual_report") -> list[str]:
    return [*EXTRACT, "batch", "--schema", schema, str(folder), "-o", str(out), "-q", *more]


def kill_when_grown(process: subprocess.Popen[bytes], out: Path, size: int) -> None:
    """`kill -9` as soon as the output has that size; a process that ends before is left alone."""
    while process.poll() is None:
        if out.exists() and out.stat().st_size >= size:
            process.send_signal(signal.SIGKILL)
            break
        time.sleep(0.0005)
    process.wait()


def test_killed_again_and_again_it_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    paths = write_reports(tmp_path / "r", 120)
    out = tmp_path / "out.jsonl"
    rng = random.Random(7)
    for _ in range(6):
        process = subprocess.Popen(command(tmp_path / "r", out))
        grown = out.stat().st_size if out.exists() else 0
        kill_when_grown(process, out, grown + rng.randrange(60_000))
        changed = rng.randrange(len(paths))
        Path(paths[changed]).write_text(f"改过的报告 {rng.random()}", encoding="utf-8")
    assert subprocess.run(command(tmp_path / "r", out), check=False).returncode == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert sorted(line["id"] for line in lines) == paths
    for line in lines:
        assert line["source"]["characters"] == len(Path(line["id"]).read_text(encoding="utf-8"))


def test_no_worker_outlives_a_killed_run(tmp_path: Path) -> None:
    write_reports(tmp_path / "r", 3)
    write_stuck(tmp_path / "r")
    out = tmp_path / "out.jsonl"
    mark = f"mark-{os.getpid()}"
    environment = {**os.environ, "GOUJI_TEST_MARK": mark}
    process = subprocess.Popen(command(tmp_path / "r", out, schema=POISON), env=environment)
    kill_when_grown(process, out, 1)
    assert gone(mark, within=20)


def gone(mark: str, within: float) -> bool:
    """Whether every process with that mark in its environment ends in time."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if not any(has_mark(entry, mark) for entry in Path("/proc").iterdir() if entry.name.isdigit()):
            return True
        time.sleep(0.05)
    return False


def has_mark(entry: Path, mark: str) -> bool:
    try:
        return f"GOUJI_TEST_MARK={mark}".encode() in (entry / "environ").read_bytes()
    except OSError:
        return False


def test_interrupted_it_says_how_to_go_on(tmp_path: Path) -> None:
    write_reports(tmp_path / "r", 3)
    write_stuck(tmp_path / "r")
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        command(tmp_path / "r", out, schema=POISON), stderr=subprocess.PIPE, start_new_session=True
    )
    while not out.exists() or out.read_bytes().count(b"\n") < 3:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode() == "extract: stopped; what is done is kept, and the same command goes on\n"


def test_a_run_that_is_stopped_for_a_while_fails_no_report(tmp_path: Path) -> None:
    write_reports(tmp_path / "r", 3)
    slow = poison_schema.report(poison_schema.SLOW)
    (tmp_path / "r/slow.txt").write_text(slow, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    run = command(tmp_path / "r", out, "--workers", "1", "--timeout", "15", schema=POISON)
    process = subprocess.Popen(run, start_new_session=True)
    while not out.exists() or out.read_bytes().count(b"\n") < 3:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGSTOP)
    time.sleep(16)
    os.killpg(process.pid, signal.SIGCONT)
    assert process.wait(60) == 0


def test_a_full_disk_stops_the_run_and_room_lets_it_go_on(tmp_path: Path) -> None:
    paths = write_reports(tmp_path / "r", 20)
    out = tmp_path / "out.jsonl"

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    full = subprocess.run(
        command(tmp_path / "r", out), preexec_fn=small_disk, capture_output=True, check=False
    )
    assert full.returncode == 5
    assert "make room, then the same command goes on" in full.stderr.decode()
    kept = out.read_bytes()
    assert 0 < len(kept) <= 100_000 and kept.endswith(b"}\n")
    assert subprocess.run(command(tmp_path / "r", out), check=False).returncode == 0
    after = out.read_bytes()
    assert after.startswith(kept)
    assert sorted(json.loads(line)["id"] for line in after.splitlines()) == paths


def test_a_stream_whose_reader_goes_ends_quietly(tmp_path: Path) -> None:
    write_reports(tmp_path / "r", 50)
    process = subprocess.Popen(
        command(tmp_path / "r", Path("-")), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(20) == 141
    assert process.stderr.read() == b""
    process.stderr.close()
