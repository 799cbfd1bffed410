"""Measures how well waiting overlaps: `python benchmarks/concurrency.py`.

A report of twenty sections is read with a model whose endpoint, on this machine, answers each request
after half a second. Printed for some values of `--concurrency`: the wall time of the whole report, the best
of three, the ideal (requests / concurrency, rounded up, times half a second), and their ratio (limit 1.3).
Importing the client takes a second or more once a process, and is left out. Exit code 1 when a limit is
exceeded.
"""

from __future__ import annotations

import sys
import time
from http.server import BaseHTTPRequestHandler
from math import ceil
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from llm.server import completion, send, serving

from extractor import extract, load_schema
from extractor.llm import ModelOptions, ModelWitness

SECTIONS = 20
SECONDS = 0.5
LIMIT = 1.3
RUNS = 3
MINUTES = Path(__file__).parents[1] / "tests" / "llm" / "minutes"


def answer_slowly(handler: BaseHTTPRequestHandler, _: dict[str, Any], __: int) -> None:
    """Say that nothing is stated, after half a second."""
    time.sleep(SECONDS)
    send(handler, completion('{"present": null}'))


def report() -> bytes:
    """Minutes whose twenty sections each say how many came."""
    sections = (f"{n}、出席情况\n第{n}场到会 {n} 人。\n" for n in range(1, SECTIONS + 1))
    return "会议纪要\n{}".format("".join(sections)).encode()


def measure(url: str, concurrency: int) -> float:
    """Seconds for the whole report."""
    witness = ModelWitness(ModelOptions(model="test", base_url=url, concurrency=concurrency))
    begun = time.perf_counter()
    usage = extract(report(), load_schema(MINUTES), witness).usage
    taken = time.perf_counter() - begun
    assert usage.llm_calls == SECTIONS, usage
    return taken


def main() -> int:
    """Print one line for each concurrency."""
    exceeded = False
    print(f"{'concurrency':>12}{'seconds':>10}{'ideal':>8}{'ratio':>8}   (limit {LIMIT})")
    with serving(answer_slowly) as endpoint:
        measure(endpoint.url, SECTIONS)
        for concurrency in (1, 4, 10, 20):
            ideal = ceil(SECTIONS / concurrency) * SECONDS
            taken = min(measure(endpoint.url, concurrency) for _ in range(RUNS))
            exceeded |= taken > LIMIT * ideal
            print(f"{concurrency:>12}{taken:>10.2f}{ideal:>8.2f}{taken / ideal:>8.2f}")
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
