"""Reports printed as PDF, Word document and workbook: what is read stands where the evidence says."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from generator import PAPER_LAYOUTS, Case, generate
from generator.campaign import LEAST_RECALL, run

from extractor import Result, extract, load_schema
from extractor.documents import read_bytes

SCHEMA = load_schema("annual_report")


@pytest.mark.parametrize("layout", PAPER_LAYOUTS)
def test_cells_are_read_where_they_are_printed(layout: str) -> None:
    campaign = run(range(1000, 1012), "2021", layout)
    totals = campaign.totals
    assert totals["read"] / totals["cells"] >= LEAST_RECALL
    assert not any(totals[kind] for kind in ("silent", "invented", "ungrounded", "misplaced", "error"))


@pytest.mark.parametrize("seed", [1, 2, 5, 8])
def test_boxes_hold_the_evidence_by_the_files_own_characters(seed: int) -> None:
    case = generate(seed, "2021", "pdf-ruled")
    result = extract(case.data, SCHEMA)
    checked = 0
    with pdfplumber.open(io.BytesIO(case.data)) as pdf:
        for page, box, text in _evidence(result):
            characters = pdf.pages[page - 1].chars
            inside = {c["text"] for c in characters if _within(c, box)}
            assert set(text) - set(" \n|") <= inside, (text, inside)
            checked += 1
    assert checked > 100


def _evidence(result: Result) -> list[tuple[int, list[float], str]]:
    return [
        (e.page, e.bbox, e.text)
        for field in result.fields.values()
        for e in field.evidence
        if e.page is not None and e.bbox is not None and len(e.text) < 20
    ]


def _within(character: dict[str, float], box: list[float]) -> bool:
    x = (character["x0"] + character["x1"]) / 2
    y = (character["top"] + character["bottom"]) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 3 <= y <= box[3] + 3


def test_a_number_in_a_box_is_that_number_and_no_other() -> None:
    case = generate(11, "2021", "pdf-ruled")
    numbers = _numbers(case)
    assert len(numbers) > 50
    with pdfplumber.open(io.BytesIO(case.data)) as pdf:
        for page, box, text in numbers:
            characters = [c for c in pdf.pages[page - 1].chars if _within(c, box)]
            characters.sort(key=lambda c: c["x0"])
            assert "".join(c["text"] for c in characters) == text


def _numbers(case: Case) -> list[tuple[int, list[float], str]]:
    return [found for found in _evidence(extract(case.data, SCHEMA)) if found[2].isdecimal()]


def test_a_word_document_has_the_text_that_was_printed() -> None:
    case = generate(4, "2019", "docx")
    assert read_bytes(case.data, "r").text == case.text


def test_cells_of_a_workbook_are_those_that_the_evidence_names() -> None:
    import openpyxl

    case = generate(6, "2021", "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(case.data))
    result = extract(case.data, SCHEMA)
    named = [
        (e.sheet, e.cell, e.text)
        for field in result.fields.values()
        for e in field.evidence
        if e.sheet is not None and e.text.isdecimal()
    ]
    assert len(named) > 50
    assert [(s, c, t) for s, c, t in named if t not in str(book[s][c].value)] == []
