"""The Excel workbook, read back with openpyxl and pandas."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from extractor.errors import OutputError
from extractor.export import to_xlsx

Export = Callable[..., Path]


@pytest.fixture
def book(exported: Export) -> Any:
    return openpyxl.load_workbook(exported("xlsx"))


def cell(book: Any, path: str, row: int = 3, sheet: str = "wide") -> Any:
    """The cell of a path in a row of the wide sheet (3 is the first report)."""
    columns = {header.value: header.column for header in book[sheet][1]}
    return book[sheet].cell(row, columns[path])


def test_the_tables_are_sheets(book: Any) -> None:
    assert book.sheetnames == ["wide", "long", "findings", "fields"]


def test_the_header_is_frozen_with_chinese_labels_below_the_paths(book: Any) -> None:
    for sheet in book:
        assert sheet.freeze_panes == "B3"
    assert cell(book, "requests.received.total", row=2).value == "本年新收政府信息公开申请数量 · 总计"


def test_a_flagged_cell_is_coloured_and_says_why(book: Any) -> None:
    flagged = cell(book, "requests.received.total")
    assert flagged.value == 99
    assert flagged.fill.start_color.rgb == "00FFEB9C"
    assert flagged.comment.text == "conflict"


def test_a_cell_that_a_finding_names_is_coloured_gravely_and_says_why(book: Any) -> None:
    named = cell(book, "reconsideration.total")
    assert named.fill.start_color.rgb == "00FFC7CE"
    assert named.comment.text == "总计不等 / not the sum"


def test_an_undoubted_cell_has_neither_colour_nor_comment(book: Any) -> None:
    plain = cell(book, "proactive.regulations.issued")
    assert (plain.value, plain.fill.fill_type, plain.comment) == (0, None, None)


def test_zero_blank_not_applicable_and_unspoken_all_look_different(book: Any) -> None:
    def look(path: str, row: int = 3) -> tuple[Any, Any]:
        return cell(book, path, row).value, cell(book, path, row).fill.fill_type

    looks = {
        look("proactive.regulations.issued"),
        look("proactive.regulations.repealed"),
        look("proactive.regulations.in_force"),
        look("proactive.regulations.issued", row=4),
    }
    assert looks == {(0, None), (None, "lightUp"), ("/", None), (None, None)}


def test_text_that_begins_like_a_formula_is_text(book: Any) -> None:
    issuer = cell(book, "issuer")
    assert issuer.value == '=HYPERLINK("http://x","点此")'
    assert issuer.data_type == "s"
    assert issuer.quotePrefix
    assert [c.data_type for sheet in book for row in sheet for c in row if c.data_type == "f"] == []


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@A1", "\t=1"])
def test_no_text_of_a_report_is_a_formula(exported: Export, records: list[dict[str, Any]], text: str) -> None:
    records[0]["fields"]["issuer"]["value"] = text
    records[0]["publisher"] = text
    book = openpyxl.load_workbook(exported("xlsx", records))
    for path in ("issuer", "publisher"):
        assert (cell(book, path).value, cell(book, path).data_type) == (text, "s")


def test_control_characters_and_overlong_texts_do_not_break_the_book(
    exported: Export, records: list[dict[str, Any]]
) -> None:
    records[0]["fields"]["issuer"]["value"] = "甲\x0b乙" + "长" * 40_000
    value = cell(openpyxl.load_workbook(exported("xlsx", records)), "issuer").value
    assert value.startswith("甲\\x0b乙长")
    assert value.endswith("…[40006 characters, cut here; the JSON has them all]")
    assert len(value) == 32_767


def test_a_table_too_long_for_a_sheet_goes_on_in_another(
    exported: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(to_xlsx, "ROWS", 7)
    book = openpyxl.load_workbook(exported("xlsx"))
    long = [name for name in book.sheetnames if name.startswith("long")]
    assert long == ["long", "long 2", "long 3"]
    assert [book[name].max_row for name in long] == [7, 7, 3]


def test_pandas_reads_the_numbers(exported: Export) -> None:
    frame = pd.read_excel(exported("xlsx"), sheet_name="wide", skiprows=[1], engine="openpyxl")
    assert list(frame["requests.received.total"].fillna(-1)) == [99, -1, -1]
    assert list(frame["year"].fillna(-1)) == [2023, 2022, -1]


def test_a_table_too_broad_for_a_sheet_is_a_clear_error(
    exported: Export, records: list[dict[str, Any]]
) -> None:
    broad = {f"c{n}": n for n in range(to_xlsx.COLUMNS)}
    with pytest.raises(OutputError, match="a sheet of Excel can have 16384; export to csv"):
        exported("xlsx", [{**records[0], **broad}])
