"""CSV, Parquet and DuckDB, read back with the tools people use."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from extractor.export.guard import guarded

Export = Callable[..., Path]
Table = Callable[[str], pd.DataFrame]


@pytest.fixture(params=["csv", "parquet", "duckdb"])
def table(request: pytest.FixtureRequest, exported: Export) -> Table:
    """A table of the export as a pandas frame, whatever the format."""
    path = exported(request.param)

    def read(name: str) -> pd.DataFrame:
        if request.param == "duckdb":
            with duckdb.connect(str(path), read_only=True) as database:
                return database.sql(f'SELECT * FROM "{name}"').df()
        file = path if name == "wide" else path.with_suffix(f".{name}{path.suffix}")
        return pd.read_csv(file) if request.param == "csv" else pd.read_parquet(file)

    return read


def test_wide_has_a_row_for_each_report_and_a_column_for_each_path(table: Table) -> None:
    wide = table("wide")
    assert list(wide["id"]) == ["a", "b", "c"]
    assert list(wide["requests.received.total"].fillna(-1)) == [99, -1, -1]
    assert list(wide["year"].fillna(-1)) == [2023, 2022, -1]
    assert wide["proactive.fees.amount"][0] == 18.871
    assert str(wide["period_start"][0])[:10] == "2023-01-01"
    assert wide["problems"][0] == "一是甲。\n二是乙。"


def test_only_fields_that_a_report_speaks_of_have_columns_in_the_order_of_the_schema(
    table: Table,
) -> None:
    columns = list(table("wide").columns)
    assert columns[:6] == ["id", "publisher", "carried.year", "source.path", "error.kind", "error.message"]
    assert columns[6:9] == ["issuer", "year", "period_start"]
    assert "training.sessions" not in columns


def test_a_failed_report_has_its_row_with_the_reason(table: Table) -> None:
    failed = table("wide").iloc[2]
    assert (failed["source.path"], failed["error.kind"], failed["error.message"]) == ("c.pdf", "input", "坏")


def test_blank_and_not_applicable_are_no_zeros(table: Table) -> None:
    wide = table("wide").iloc[0]
    assert wide["proactive.regulations.issued"] == 0
    assert pd.isna(wide["proactive.regulations.repealed"])
    assert pd.isna(wide["proactive.regulations.in_force"])
    long = table("long")
    status = dict(zip(long["path"], long["status"], strict=True))
    assert status["proactive.regulations.repealed"] == "blank"
    assert status["proactive.regulations.in_force"] == "not_applicable"


def test_long_has_a_row_for_each_value_with_all_that_supports_it(table: Table) -> None:
    long = table("long")
    row = long[(long["id"] == "a") & (long["path"] == "requests.received.total")].iloc[0]
    shown = {
        key: row[key] for key in ("number", "unit", "status", "confidence", "method", "flags", "evidence")
    }
    assert (
        shown
        == {
            "number": 99,
            "unit": "件",
            "status": "stated",
            "confidence": 0.98,
            "method": "table",
            "flags": "conflict",
            "evidence": "99",
        }
        or str(shown["evidence"]) == "99"
    )
    assert (row["start"], row["end"]) == (3, 5)
    assert row["label"] == "本年新收政府信息公开申请数量 · 总计"


def test_findings_are_a_table_of_their_own(table: Table) -> None:
    [finding] = table("findings").to_dict("records")
    assert finding["rule"] == "reconsideration.total"
    assert finding["paths"] == "reconsideration.total; reconsideration.upheld"
    assert (finding["left"], finding["right"], finding["difference"]) == (2, 3, -1)
    assert finding["suspects"] == "reconsideration.total = 3"


def test_fields_say_what_the_columns_mean(table: Table) -> None:
    fields = table("fields").set_index("path")
    assert fields.loc["requests.received.total", "label"] == "本年新收政府信息公开申请数量 · 总计"
    assert fields.loc["proactive.fees.amount", "unit"] == "万元"


def test_typed_formats_keep_their_types(exported: Export) -> None:
    frame = pd.read_parquet(exported("parquet"), dtype_backend="pyarrow")
    assert str(frame["requests.received.total"].dtype) == "int64[pyarrow]"
    assert str(frame["proactive.fees.amount"].dtype) == "double[pyarrow]"
    assert str(frame["period_start"].dtype) == "date32[day][pyarrow]"


def test_an_export_replaces_the_one_before(exported: Export, records: list[dict[str, Any]]) -> None:
    exported("duckdb")
    path = exported("duckdb", records[:1])
    with duckdb.connect(str(path), read_only=True) as database:
        assert database.sql("SELECT count(*) FROM wide").fetchall() == [(1,)]
    assert [p.name for p in path.parent.iterdir()] == ["out.duckdb"]


def test_text_in_csv_cannot_be_run_as_a_formula(exported: Export) -> None:
    with exported("csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    assert first["issuer"] == '\'=HYPERLINK("http://x","点此")'


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_could_run_is_guarded(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["-35", "+173", "1,113", "-12.5%", "规章", "", "a=b"])
def test_plain_numbers_and_words_are_left_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_chinese_is_read_by_spreadsheets_from_csv(exported: Export) -> None:
    assert exported("csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("number", [2**53 + 1, 2**63, 10**37, 10**40])
@pytest.mark.parametrize("to", ["csv", "xlsx", "parquet", "duckdb"])
def test_no_number_is_rounded(exported: Export, records: list[dict[str, Any]], to: str, number: int) -> None:
    records[0]["fields"]["requests.received.total"]["value"] = number
    path = exported(to, records[:1])
    column = "requests.received.total"
    if to == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            read: Any = next(csv.DictReader(file))[column]
    elif to == "xlsx":
        read = pd.read_excel(path, sheet_name="wide", skiprows=[1], dtype=object)[column][0]
    elif to == "parquet":
        read = pd.read_parquet(path)[column][0]
    else:
        with duckdb.connect(str(path), read_only=True) as database:
            [(read,)] = database.sql(f'SELECT "{column}" FROM wide').fetchall()
    assert int(read) == number


def test_a_number_that_would_be_rounded_is_text_alone_in_long(
    exported: Export, records: list[dict[str, Any]]
) -> None:
    records[0]["fields"]["requests.received.total"]["value"] = 2**53 + 1
    long = pd.read_parquet(exported("parquet", records[:1]).with_suffix(".long.parquet")).set_index("path")
    row = long.loc["requests.received.total"]
    assert row["value"] == str(2**53 + 1)
    assert pd.isna(row["number"])


def test_columns_differ_by_more_than_case(exported: Export, records: list[dict[str, Any]]) -> None:
    carried = {"Issuer": "own", "ISSUER": "other", "carried.year": "third", "": "fourth"}
    path = exported("duckdb", [{**records[0], **carried}])
    with duckdb.connect(str(path), read_only=True) as database:
        [row] = database.sql("SELECT * FROM wide").df().to_dict("records")
    assert row["issuer"] == records[0]["fields"]["issuer"]["value"]
    names = ("carried.Issuer", "carried.ISSUER.2", "carried.year", "carried.carried.year", "carried.")
    assert [row[name] for name in names] == ["own", "other", "own", "third", "fourth"]


def test_carried_numbers_stay_numbers_and_what_is_nested_stays_json(
    exported: Export, records: list[dict[str, Any]]
) -> None:
    carried: list[dict[str, Any]] = [{"code": 7, "note": {"a": [1]}}, {"code": None, "note": None}]
    wholes = [{**whole, **more} for whole, more in zip(records, carried, strict=False)]
    frame = pd.read_parquet(exported("parquet", wholes), dtype_backend="pyarrow")
    assert str(frame["code"].dtype) == "int64[pyarrow]"
    assert frame["note"][0] == '{"a": [1]}'


@pytest.mark.parametrize("to", ["csv", "xlsx", "parquet", "duckdb"])
def test_text_that_no_file_can_hold_is_shown_escaped(
    exported: Export, records: list[dict[str, Any]], to: str
) -> None:
    path = exported(to, [{**records[0], "publisher": "\ud800甲"}])
    if to == "duckdb":
        with duckdb.connect(str(path), read_only=True) as database:
            frame = database.sql("SELECT * FROM wide").df()
    else:
        read = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": pd.read_parquet}[to]
        frame = read(path)
    assert "\\ud800甲" in list(frame["publisher"])


def test_the_name_of_a_column_cannot_be_run_as_a_formula(
    exported: Export, records: list[dict[str, Any]]
) -> None:
    path = exported("csv", [{**records[0], "=1+1": "x"}])
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert "'=1+1" in next(csv.reader(file))
