"""The record has exactly the fields of the contract, with its labels, units, types and forms."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extractor import load_schema

CONTRACT = Path(__file__).parent / "data" / "annual_report.csv"


def contract_rows() -> list[dict[str, str]]:
    with CONTRACT.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("prefix", ["", "cumulative."])
def test_numeric_paths_are_those_of_the_contract(prefix: str) -> None:
    numbers = {
        prefix + r["path"] for r in contract_rows() if r["type"] in ("int", "decimal") and r["path"] != "year"
    }
    fields = load_schema("annual_report").fields
    found = {
        p
        for p, f in fields.items()
        if f.numeric and p.startswith("cumulative.") == bool(prefix) and p != "year"
    }
    assert found == numbers


def test_fields_stand_in_the_order_of_the_contract() -> None:
    paths = [p for p in load_schema("annual_report").fields if not p.startswith("cumulative.")]
    assert paths == [row["path"] for row in contract_rows()]


def test_every_field_is_described_as_in_the_contract() -> None:
    fields = load_schema("annual_report").fields
    described = {
        path: (f.label, f.unit, str(f.type), " ".join(f.forms), f.note)
        for path, f in fields.items()
        if not path.startswith("cumulative.")
    }
    expected = {
        r["path"]: (r["label"], r["unit"], r["type"], r["formats"], r["note"]) for r in contract_rows()
    }
    assert described == expected


def test_every_cell_of_the_forms_is_a_field_of_that_form() -> None:
    schema = load_schema("annual_report")
    for form in schema.forms:
        for table in form.tables:
            for path in table.paths():
                if not path.startswith("cumulative."):
                    assert path in schema.fields
