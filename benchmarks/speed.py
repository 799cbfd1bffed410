"""Measures the speed of the offline path against yardsticks of the same run: `python benchmarks/speed.py`.

Everything is printed as a ratio, so that the figures of a slow and a fast machine compare:

* reports of 12,000 characters, in process and warm, against lxml parsing a page of 200 KB (limit 10 for
  the median of each kind);
* the time per character of 1 MB and 10 MB documents against that of 0.1 MB (linear is 1);
* the same for documents of nothing but pieces of tables, and the memory that the longest of each takes;
* `extract --help` against `python -c "import typer"` (limit 3);
* whether the offline path loads openai or instructor (it must not).

Exit code 1 when a limit is exceeded.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from generator import Plan, realize
from generator.values import Tier
from lxml import html

from extractor import extract_document, load_schema
from extractor.declare import Schema
from extractor.documents import read_bytes

LIMIT_REPORT = 10.0
LIMIT_HELP = 3.0
LIMIT_GROWTH = 2.0
LIMIT_MEMORY = 1024  # MB
REPORT_CHARACTERS = 12_000
PAGE_BYTES = 200_000
KINDS = (
    ("2021", "L5"),
    ("2021", "L2"),
    ("2019", "L1"),
    ("pre2019", "L1"),
    ("pre2019-prose", "L2"),
    ("2021", "md"),
    ("2021", "html-span"),
)

PIECES = {
    "rows of zeros": "| 0 | 0 |\n",
    "labels": "一、本年新收政府信息公开申请数量\n",
    "bare numbers": "7\n0\n12\n",
    "digits": "1234567890",
    "one line": "2.重复申请 3 0 0 0 0 0 3 ",
    "labels and cells": "2.重复申请\n3\n0\n（七）总计\n|\n|\n",
    "headers": "行政复议\n结果维持\n结果纠正\n0\n1\n总计\n",
    "wrapped labels": "三\n、\n本\n年\n度\n",
    "empty lines": "\n",
    "wide spaces": "　",
    "one sentence": "公开12条，受理3件，",
    "sentences": "本年收到申请7件。",
    "sentences of many numbers": "公开12条，受理3件，答复4件，其中网上5件、信函6件、当面7件，收费8元。\n",
}
"""What documents of nothing but pieces of tables are made of."""

Clock = Callable[[], float]


def median_seconds(action: Callable[[], object], repeats: int, clock: Clock = time.process_time) -> float:
    """The median time of some runs, after one to warm up; by default of this process alone."""
    action()
    times = []
    for _ in range(repeats):
        begun = clock()
        action()
        times.append(clock() - begun)
    return statistics.median(times)


def report_of(form: str, layout: str, seed: int, length: int = REPORT_CHARACTERS) -> bytes:
    """A generated report of at least that many characters."""
    year = {"2021": 2023, "2019": 2020}.get(form, 2016)
    return realize(Plan(seed, form, layout, Tier.CITY, year, length=length)).data


def page() -> bytes:
    """A web page of 200 KB: tables and paragraphs as reports have them."""
    parts, size, seed = [], 0, 0
    while size < PAGE_BYTES:
        body = report_of("2021", "html-span", seed, 0).decode().split("<body>", 1)[1].rsplit("</body>", 1)[0]
        parts.append(body)
        size += len(body.encode())
        seed += 1
    return ("<html><body>" + "".join(parts)).encode()[:PAGE_BYTES]


def read(data: bytes, schema: Schema) -> None:
    """The whole offline path in process, the JSON included."""
    extract_document(read_bytes(data, "<benchmark>"), schema).to_json()


def reports(schema: Schema, repeats: int) -> bool:
    """Prints the time of reports against the yardstick, each beside it; False if a kind is over the limit."""
    whole = page()
    print(f"a report of {REPORT_CHARACTERS} characters against lxml parsing {len(whole) // 1000} KB of HTML:")
    kinds: list[float] = []
    ratios: list[float] = []
    for form, layout in KINDS:
        of_kind = []
        for seed in range(3):
            data = report_of(form, layout, seed)
            yardstick = median_seconds(partial(html.document_fromstring, whole), repeats)
            seconds = median_seconds(partial(read, data, schema), repeats)
            of_kind.append((seconds / yardstick, seconds, yardstick))
        ratio, seconds, yardstick = sorted(of_kind)[1]
        kinds.append(ratio)
        ratios += [found for found, _, _ in of_kind]
        print(f"  {form:14} {layout:10} {seconds * 1000:6.1f} ms / {yardstick * 1000:4.1f} ms = {ratio:4.1f}")
    print(
        f"  median {statistics.median(ratios):.1f}, worst kind {max(kinds):.1f} (limit {LIMIT_REPORT:.0f}), "
        f"worst report {max(ratios):.1f}"
    )
    return max(kinds) <= LIMIT_REPORT


def growth(schema: Schema, largest: int) -> bool:
    """Prints the time per character of growing documents; False where it grows too."""
    steps = [size for size in (100_000, 1_000_000, 10_000_000) if size <= largest]
    fine = True
    for name, make in (("prose and tables", _long_report), ("tables over and over", _many_tables)):
        first = 0.0
        for size in steps:
            data = make(size)
            begun = time.process_time()
            read(data, schema)
            each = (time.process_time() - begun) / len(data.decode())
            first = first or each
            millions = len(data.decode()) / 1e6
            shown = f"{each * 1e6:5.1f} s per million, {each / first:.2f} x the first"
            print(f"{name}: {millions:5.1f} M characters, {shown}")
            fine &= each / first <= LIMIT_GROWTH
    return fine


def _long_report(size: int) -> bytes:
    return report_of("2021", "L5", 3, size)


def _many_tables(size: int) -> bytes:
    one = report_of("2021", "L2", 4, 0).decode()
    return (one * (size // len(one) + 1)).encode()


def hostile(largest: int) -> bool:
    """Prints time and memory of documents of pieces of tables; False where they grow out of bounds."""
    fine = True
    for name, piece in PIECES.items():
        first = 0.0
        for size in (100_000, 1_000_000, 10_000_000):
            if size > largest:
                break
            each, memory = _alone(piece, size)
            first = first or each
            shown = f"{each * 1e6:5.1f} s per million, {each / first:.2f} x the first, {memory} MB"
            print(f"{name}: {size / 1e6:5.1f} M characters, {shown}", flush=True)
            fine &= each / first <= LIMIT_GROWTH and memory <= LIMIT_MEMORY
    return fine


def _alone(piece: str, size: int) -> tuple[float, int]:
    """Seconds per character, and the peak memory in MB, of reading such a document in its own process."""
    code = (
        "import sys, time\n"
        "from extractor import extract_document, load_schema\n"
        "from extractor.documents import read_bytes\n"
        "piece, size = sys.argv[1], int(sys.argv[2])\n"
        "head = '青溪县2023年政府信息公开工作年度报告\\n三、收到和处理政府信息公开申请情况\\n'\n"
        "schema = load_schema('annual_report')\n"
        "extract_document(read_bytes(head.encode(), 'x'), schema)\n"
        "data = (head + piece * (size // len(piece))).encode()\n"
        "begun = time.process_time()\n"
        "extract_document(read_bytes(data, 'x'), schema).to_json()\n"
        "taken = time.process_time() - begun\n"
        # Not ru_maxrss, which a process inherits from the one that started it.
        "peak = next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "print(taken, int(peak) // 1024)\n"
    )
    run = [sys.executable, "-c", code, piece, str(size)]
    seconds, memory = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds) / size, int(memory)


def help_command(repeats: int) -> bool:
    """Prints the time of `extract --help` against importing typer; False over the limit."""
    command = str(Path(sysconfig.get_path("scripts")) / "extract")
    ask = partial(subprocess.run, [command, "--help"], capture_output=True, check=True)
    load = partial(subprocess.run, [sys.executable, "-c", "import typer"], check=True)
    asked, bare = (median_seconds(action, repeats, time.perf_counter) for action in (ask, load))
    print(f"extract --help: {asked / bare:.1f} x `import typer` (limit {LIMIT_HELP:.0f})")
    return asked / bare <= LIMIT_HELP


def imports() -> bool:
    """Prints which heavy modules the offline path loads; False if a model client is among them."""
    code = (
        "import sys, json, extractor; extractor.extract(sys.argv[1], 'annual_report')\n"
        "print(json.dumps(sorted(m for m in ('openai', 'instructor', 'httpx', 'opencc', 'rapidfuzz', 'lxml')"
        " if m in sys.modules)))"
    )
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(report_of("2021", "L5", 1, 0))
        file.flush()
        run = subprocess.run(
            [sys.executable, "-c", code, file.name], capture_output=True, text=True, check=True
        )
    loaded = json.loads(run.stdout)
    print(f"the offline path loads, of the heavy modules: {', '.join(loaded) or 'none'}")
    return not {"openai", "instructor"} & set(loaded)


def main() -> int:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeats", type=int, default=9, help="runs behind each median (default 9)")
    parser.add_argument("--largest", type=int, default=10_000_000, help="the largest document, in characters")
    options = parser.parse_args()
    schema = load_schema("annual_report")
    results = [
        reports(schema, options.repeats),
        growth(schema, options.largest),
        hostile(options.largest),
        help_command(options.repeats),
        imports(),
    ]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
