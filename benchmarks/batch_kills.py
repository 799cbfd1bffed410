"""Kills `extract batch` at random moments and lets it go on: `python benchmarks/batch_kills.py`.

50 times (`--kills`) over 500 reports (`--reports`) the command is started and ended by `kill -9`, at a
moment drawn from the time a whole run takes; in between some reports change. Then it runs to its end.
Printed: lines, inputs, duplicates, losses, and lines that do not hold what their report holds now. The
seed of `--seed` is printed too. Exit code 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "2023-form-2021.md"
EXTRACT = [sys.executable, "-c", "from extractor.cli import main; main()"]


def main() -> int:
    """Run it and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    chosen = parser.parse_args()
    rng = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name) / "reports", Path(name) / "out.jsonl"
        paths = write_reports(folder, chosen.reports)
        begun = time.perf_counter()
        subprocess.run(command(folder, Path(name) / "whole.jsonl"), check=True)
        whole = time.perf_counter() - begun
        torn = sum(kill_once(folder, out, rng, whole) for _ in range(chosen.kills))
        change(rng.sample(paths, 5), rng)
        subprocess.run(command(folder, out), check=True)
        wrong = report(out, paths)
    print(f"{chosen.kills} kills, {torn} of them in the middle of a line; seed {chosen.seed}")
    return 1 if wrong else 0


def write_reports(folder: Path, number: int) -> list[Path]:
    """Reports of usual size."""
    folder.mkdir()
    paths = [folder / f"{i:04d}.md" for i in range(number)]
    text = EXAMPLE.read_text(encoding="utf-8")
    for i, path in enumerate(paths):
        path.write_text(f"{text}\n第{i}份\n", encoding="utf-8")
    return paths


def command(folder: Path, out: Path) -> list[str]:
    """The same command each time."""
    return [*EXTRACT, "batch", "--schema", "annual_report", str(folder), "-o", str(out), "-q"]


def kill_once(folder: Path, out: Path, rng: random.Random, whole: float) -> bool:
    """Start the command and kill it; whether that left half a line."""
    process = subprocess.Popen(command(folder, out))
    try:
        process.wait(rng.uniform(0, whole))
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if rng.random() < 0.2:
        change(rng.sample(sorted(folder.iterdir()), 3), rng)
    return out.exists() and out.read_bytes()[-1:] not in (b"", b"\n")


def change(paths: list[Path], rng: random.Random) -> None:
    """Give reports another length."""
    for path in paths:
        path.write_text(path.read_text(encoding="utf-8") + "改" * rng.randrange(1, 50), encoding="utf-8")


def report(out: Path, paths: list[Path]) -> bool:
    """Print what is in the output against what should be; whether anything is wrong."""
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").split("\n")[:-1]]
    ids = Counter(line["id"] for line in lines)
    lost = {str(path) for path in paths} - ids.keys()
    double = [id for id, n in ids.items() if n > 1]
    stale = [
        line["id"]
        for line in lines
        if line["source"]["characters"] != len(Path(line["id"]).read_text(encoding="utf-8"))
    ]
    print(
        f"{len(lines)} lines of {len(paths)} inputs; {len(double)} twice, {len(lost)} lost, {len(stale)} old"
    )
    return len(lines) != len(paths) or bool(double or lost or stale)


if __name__ == "__main__":
    sys.exit(main())
