"""Records to export, and the export itself."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor import load_schema
from extractor.export import export

Export = Callable[..., Path]

FORMULA = '=HYPERLINK("http://x","点此")'


def field(value: Any, status: str = "stated", flags: tuple[str, ...] = (), text: str = "") -> dict[str, Any]:
    evidence = [{"start": 3, "end": 3 + len(text), "text": text, "page": None}] if text else []
    return {
        "value": value,
        "status": status,
        "confidence": 0.98,
        "method": "table",
        "evidence": evidence,
        "flags": list(flags),
    }


@pytest.fixture
def records() -> list[dict[str, Any]]:
    """Two reports and one that failed; the first has a cell of every kind."""
    first = {
        "id": "a",
        "fingerprint": "f",
        "publisher": "甲",
        "year": "own",
        "schema": "annual_report",
        "schema_version": "1.0",
        "source": {"path": "a.txt"},
        "record": {},
        "fields": {
            "issuer": field(FORMULA, text=FORMULA),
            "year": field(2023),
            "period_start": field("2023-01-01"),
            "proactive.fees.amount": field(18.871, text="18.8710"),
            "proactive.regulations.issued": field(0, text="0"),
            "proactive.regulations.repealed": field(None, "blank"),
            "proactive.regulations.in_force": field(None, "not_applicable", text="/"),
            "requests.received.total": field(99, flags=("conflict",), text="99"),
            "reconsideration.total": field(2, text="2"),
            "problems": field(["一是甲。", "二是乙。"], text="一是甲。"),
        },
        "findings": [
            {
                "rule": "reconsideration.total",
                "severity": "error",
                "message": "总计不等 / not the sum",
                "paths": ["reconsideration.total", "reconsideration.upheld"],
                "left": 2,
                "right": 3,
                "difference": -1,
                "evidence": [{"start": 0, "end": 1, "text": "2"}],
                "suspects": [{"path": "reconsideration.total", "value": 3}],
            }
        ],
    }
    second = {**first, "id": "b", "publisher": None, "fields": {"year": field(2022)}, "findings": []}
    failed = {
        "id": "c",
        "schema": "annual_report",
        "error": {"kind": "input", "message": "坏", "input": "c.pdf"},
    }
    return [first, second, failed]


@pytest.fixture
def exported(tmp_path: Path, records: list[dict[str, Any]]) -> Export:
    """Export the records; the path of the wide table."""

    def run(to: str, wholes: list[dict[str, Any]] | None = None) -> Path:
        lines = "".join(json.dumps(w) + "\n" for w in wholes or records)
        schema = load_schema("annual_report")
        target = tmp_path / f"out.{to}"
        assert export(io.BytesIO(lines.encode()), "out.jsonl", schema, to, target)[0] == target
        return target

    return run
