"""The printed result: the record says the same as the fields, in the types of JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor import extract

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    result: dict[str, Any] = json.loads(extract(EXAMPLES / "2023-form-2021.md", "annual_report").to_json())
    return result


def leaf(record: dict[str, Any], path: str) -> Any:
    for name in path.split("."):
        record = record[name]
    return record


def test_the_record_holds_the_value_of_every_field(printed: dict[str, Any]) -> None:
    values = {path: field["value"] for path, field in printed["fields"].items()}
    assert {path: leaf(printed["record"], path) for path in values} == values


def test_amounts_are_numbers_and_dates_are_iso_8601(printed: dict[str, Any]) -> None:
    record = printed["record"]
    assert isinstance(record["proactive"]["fees"]["amount"], int | float)
    assert record["period_start"] == "2023-01-01"


def test_evidence_is_the_text_at_its_offsets(printed: dict[str, Any]) -> None:
    text = (EXAMPLES / "2023-form-2021.md").read_bytes().decode("utf-8")
    spans = [span for field in printed["fields"].values() for span in field["evidence"]]
    assert [text[s["start"] : s["end"]] for s in spans] == [s["text"] for s in spans]


def test_a_place_outside_the_text_is_printed_only_where_there_is_one(printed: dict[str, Any]) -> None:
    spans = [span for field in printed["fields"].values() for span in field["evidence"]]
    assert {key for span in spans for key in span} == {"start", "end", "text"}
