"""Workbooks: what their sheets show, the addresses of cells, and files not to trust."""

from __future__ import annotations

import io

import pytest
import xlwt
from generator.printers import Block, Merged, Paragraph, Table, print_xlsx, xlsx
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.documents import read_bytes
from extractor.documents.office.number_format import displayed
from extractor.errors import GoujiError, InputError, TooLargeError
from extractor.values import Document, Location, Span


def rows(document: Document) -> list[list[list[str | None]]]:
    return [[[cell.text if cell else None for cell in row] for row in grid.rows] for grid in document.grids]


STATISTICS: list[Block] = [
    Paragraph("政府信息公开情况统计表"),
    Table.of(
        [
            ["指标名称", "单位", "统计数"],
            [Merged("一、主动公开情况", columns=3)],
            ["主动公开政府信息数", "条", "1136"],
            ["制发规范性文件总数", "件", ""],
            ["单位负责人：甲", "审核人：乙", "填报人：丙"],
        ]
    ),
    Paragraph("填报日期：2019年1月"),
]


def located(document: Document, printed: str) -> Location | None:
    assert document.locate is not None
    start = document.text.index(printed)
    return document.locate(Span(start, start + len(printed)))


def test_a_sheet_is_a_table_with_its_title_above_and_its_notes_below() -> None:
    document = read_bytes(print_xlsx(STATISTICS), "report.doc")
    assert document.text == (
        "政府信息公开情况统计表\n指标名称 | 单位 | 统计数\n一、主动公开情况\n主动公开政府信息数 | 条 | 1136\n"
        "制发规范性文件总数 | 件 | \n单位负责人：甲 | 审核人：乙 | 填报人：丙\n填报日期：2019年1月\n"
    )
    assert rows(document)[0][1:4] == [
        ["一、主动公开情况", None, None],
        ["主动公开政府信息数", "条", "1136"],
        ["制发规范性文件总数", "件", ""],
    ]
    assert document.source.media_type.endswith("spreadsheetml.sheet")


def test_evidence_names_its_sheet_and_cell() -> None:
    document = read_bytes(print_xlsx(STATISTICS), "r")
    assert located(document, "1136") == Location(sheet="统计表", cell="C4")
    assert located(document, "政府信息公开情况统计表") == Location(sheet="统计表", cell="A1")


def test_rows_and_columns_without_content_are_left_out() -> None:
    cells = '<c r="B3"><v>1</v></c><c r="XFD3"><v>2</v></c>'
    document = read_bytes(
        xlsx(f'<row r="3">{cells}</row><row r="1048576"><c r="B1048576"><v>3</v></c></row>'), "r"
    )
    assert document.text == "1 | 2\n3\n"
    assert located(document, "2") == Location(sheet="表", cell="XFD3")


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("36", "", "36"),
        ("36.0", "General", "36"),
        ("7730.2799999999997", "", "7730.28"),
        ("7730.2849", "0.00", "7730.28"),
        ("0.9512", "0.00%", "95.12%"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("1.5", "0.0#", "1.5"),
        ("-35", "0_);(0)", "(35)"),
        ("-35", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"??_ ;_ @_ ', "-35"),
        ("0", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"??_ ;_ @_ ', "0"),
        ("36", '0"件"', "36件"),
        ("44562", 'yyyy"年"m"月"d"日"', "2022-01-01"),
        ("1e400", "0.00", "1e400"),
        ("甲", "0", "甲"),
    ],
)
def test_numbers_are_read_as_displayed(raw: str, code: str, shown: str) -> None:
    assert displayed(raw, code) == shown


@given(
    st.decimals(allow_nan=False, allow_infinity=False),
    st.text(alphabet='0#?,.%;"_*-()[]EdmyG件', max_size=20),
)
def test_any_format_shows_something(number: object, code: str) -> None:
    assert displayed(str(number), code)


def test_strings_booleans_errors_and_rich_text() -> None:
    strings = "<sst><si><t>规章</t></si><si><r><t>文</t></r><r><t>件</t></r><rPh><t>wen</t></rPh></si></sst>"
    cells = (
        '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>内</t></is></c>'
        '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>'
        '<c t="str"><f>A1</f><v>算</v></c><c t="s"><v>99</v></c>'
    )
    document = read_bytes(xlsx(f"<row>{cells}</row>", {"xl/sharedStrings.xml": strings}), "r")
    assert document.text == "规章 | 文件 | 内 | TRUE | #REF! | 算 | \ufffd\n"


def test_a_formula_without_a_result_is_shown_and_noticed() -> None:
    cells = '<c r="A1"><v>3</v></c><c r="B1"><f>SUM(A1:A9)</f></c><c r="C1"><f>A1</f><v>3</v></c>'
    document = read_bytes(xlsx(f'<row r="1">{cells}</row>'), "r")
    assert document.text == "3 | =SUM(A1:A9) | 3\n"
    (notice,) = document.notices
    assert notice.rule == "xlsx.formula"
    assert "表!B1" in notice.message


def test_hidden_cells_are_not_read_but_noticed() -> None:
    hidden = '<cols><col min="2" max="2" hidden="1"/></cols>'
    shown = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    document = read_bytes(xlsx(shown + '<row r="2" hidden="1"><c><v>3</v></c></row>', around=hidden), "r")
    assert document.text == "1\n"
    assert [notice.rule for notice in document.notices] == ["xlsx.hidden"]


def test_the_binary_format_is_read_alike() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("统计表")
    sheet.write_merge(0, 0, 0, 2, "政府信息公开情况统计表")
    for column, value in enumerate(("主动公开政府信息数", "条", 1136)):
        sheet.write(1, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    document = read_bytes(buffer.getvalue(), "report.et")
    assert document.text == "政府信息公开情况统计表\n主动公开政府信息数 | 条 | 1136\n"
    assert located(document, "1136") == Location(sheet="统计表", cell="C2")


def test_hidden_sheets_of_the_binary_format_are_noticed() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    book.add_sheet("表").write(2, 3, "收到36件")
    secret = book.add_sheet("底稿")
    secret.write(0, 0, "收到99件")
    secret.visibility = 1
    buffer = io.BytesIO()
    book.save(buffer)
    document = read_bytes(buffer.getvalue(), "r")
    assert document.text == "收到36件\n"
    assert located(document, "36") == Location(sheet="表", cell="D3")
    assert [notice.rule for notice in document.notices] == ["xlsx.hidden"]


def test_a_million_empty_rows_are_no_rows() -> None:
    document = read_bytes(
        xlsx("<row/>" * 1_000_000 + '<row><c t="str"><v>规章</v></c><c><v>5</v></c></row>'), "r"
    )
    assert document.text == "规章 | 5\n"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(lambda: xlsx("<row>" + " " * (65 << 20) + "</row>"), TooLargeError, id="bomb"),
        pytest.param(
            lambda: xlsx("<row><c><v>1</v></c></row>" * 301_000), TooLargeError, id="too many cells"
        ),
        pytest.param(lambda: xlsx(""), InputError, id="empty"),
        pytest.param(
            lambda: xlsx("", {"xl/workbook.xml": "<!DOCTYPE w [<!ENTITY a 'b'>]><workbook>&a;</workbook>"}),
            InputError,
            id="entities",
        ),
        pytest.param(lambda: print_xlsx(STATISTICS)[:900], InputError, id="truncated"),
    ],
)
def test_hostile_and_damaged_workbooks_are_input_errors(data: object, error: type[InputError]) -> None:
    assert callable(data)
    with pytest.raises(error):
        read_bytes(data(), "r.xlsx")


@settings(max_examples=30)
@given(st.integers(0, 6000), st.binary(max_size=10), st.integers(0, 100))
def test_any_damage_ends_in_an_input_error_or_a_text(at: int, new: bytes, cut: int) -> None:
    data = print_xlsx(STATISTICS)
    try:
        read_bytes(data[:at] + new + data[at + cut :], "r")
    except GoujiError as error:
        assert isinstance(error, InputError)
