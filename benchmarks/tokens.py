"""Counts what a model would cost for a report: `python benchmarks/tokens.py REPORT…`.

Each report is read twice with an endpoint on this machine that answers null to everything, so what is
counted is what was really sent: the messages, and the schema of the answer, which some endpoints count
too. Beside them stand the tokens of the report's whole text, and what a second run sends (limit 0; the
limit for the first is 5,000). Tokens are those of o200k where `bpe-openai` is installed
(`pip install bpe-openai`), else estimated. Exit code 1 when a limit is exceeded.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from llm.server import asked_fields, completion, send, serving

from extractor import extract
from extractor.documents import read_file
from extractor.llm import ModelOptions
from extractor.llm.budget import estimate_tokens

LIMIT = 5000


def counter() -> tuple[str, Callable[[str], int]]:
    """The name of the vocabulary, and what counts the tokens of a text in it."""
    try:
        from bpe_openai import get_encoding
    except ImportError:
        return "estimated", estimate_tokens
    encoding = get_encoding("o200k_base")
    return "o200k", lambda text: len(encoding.encode(text))


def know_nothing(handler: BaseHTTPRequestHandler, body: dict[str, Any], _: int) -> None:
    """Answer null, or an empty list, to every field."""
    properties = body["response_format"]["json_schema"]["schema"]["properties"]
    answer: dict[str, list[str] | None] = {
        path: [] if properties[path].get("type") == "array" else None for path in asked_fields(body)
    }
    send(handler, completion(json.dumps(answer)))


def measure(report: Path, count: Callable[[str], int]) -> tuple[int, int, int, int]:
    """Requests, tokens of their messages, tokens of their schemas, and requests of a second run."""
    with serving(know_nothing) as endpoint, tempfile.TemporaryDirectory() as cache:
        options = ModelOptions(model="test", base_url=endpoint.url, cache_dir=Path(cache))
        extract(report, "annual_report", options)
        bodies = list(endpoint.bodies)
        extract(report, "annual_report", options)
        again = endpoint.calls - len(bodies)
    said = sum(count(message["content"]) for body in bodies for message in body["messages"])
    schemas = sum(count(json.dumps(body["response_format"], ensure_ascii=False)) for body in bodies)
    return len(bodies), said, schemas, again


def main(reports: list[str]) -> int:
    """Print one line for each report."""
    vocabulary, count = counter()
    head = ("characters", "whole text", "requests", "messages", "+ schemas", "second run")
    print(f"{'tokens: ' + vocabulary:44}" + "".join(f"{name:>12}" for name in head))
    exceeded = False
    for name in reports:
        text = read_file(Path(name)).text
        requests, said, schemas, again = measure(Path(name), count)
        figures = (len(text), count(text), requests, said, said + schemas, again)
        print(f"{Path(name).name[:43]:44}" + "".join(f"{figure:>12}" for figure in figures))
        exceeded |= said > LIMIT or again > 0
    return int(exceeded)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
