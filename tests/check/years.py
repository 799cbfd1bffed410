"""Records of made-up bodies, as `extract` prints them."""

from __future__ import annotations

import json
from typing import Any

from extractor import load_schema
from extractor.check import SeriesFinding, SeriesReader, check_series

SCHEMA = load_schema("annual_report")
OVER = "requests.carried_over.total"
FORWARD = "requests.carried_forward.total"
RECEIVED = "requests.received.total"


def field(value: Any, flags: tuple[str, ...] = (), status: str = "stated") -> dict[str, Any]:
    return {"value": value, "status": status, "confidence": 0.9, "method": "table", "flags": list(flags)}


def report(
    year: int | None,
    values: dict[str, Any] | None = None,
    *,
    issuer: str | None = "清河县人民政府",
    code: str | None = "130534",
    places: tuple[str, ...] = ("河北省", "邢台市", "清河县"),
    **more: Any,
) -> dict[str, Any]:
    """The JSON object of one report; a value may be a whole field."""
    names = ("region.province", "region.city", "region.county")
    stated = {"issuer": issuer, "year": year, "region.adcode": code, **dict(zip(names, places, strict=False))}
    fields = {path: field(value) for path, value in stated.items() if value is not None}
    for path, value in (values or {}).items():
        fields[path] = value if isinstance(value, dict) else field(value)
    return {
        "id": f"{issuer}-{year}",
        "schema": "annual_report",
        "schema_version": "1.0",
        "source": {"path": f"{issuer}-{year}.txt"},
        "record": {},
        "fields": fields,
        "findings": [],
        **more,
    }


def growth(path: str, words: str) -> dict[str, Any]:
    """The finding that holds a stated change against the year before."""
    return {"rule": "growth", "severity": "info", "paths": [path], "evidence": [{"text": words}]}


def check(*wholes: dict[str, Any], by: str | None = None, one_issuer: bool = False) -> list[SeriesFinding]:
    reader = SeriesReader(SCHEMA, by)
    records = [record for whole in wholes for record in reader.record(whole, "test")]
    return list(check_series(records, SCHEMA, one_issuer=one_issuer))


def rules(*wholes: dict[str, Any], **options: Any) -> list[str]:
    return [finding.rule for finding in check(*wholes, **options)]


def jsonl(*wholes: dict[str, Any]) -> str:
    return "".join(json.dumps(whole, ensure_ascii=False) + "\n" for whole in wholes)
