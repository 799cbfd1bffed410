"""The same tables in every layout give the same figures, each read where it is printed."""

from __future__ import annotations

import pytest

from .layouts import LAYOUTS, Writer, l1, l2, l5, text_of
from .printed import Line, Printed, articles_2021, remedies, requests
from .reading import agrees, document, stated, witness, witness_of

SECTION_THREE = requests(
    {
        "received": 40,
        "carried_over": 7,
        "granted": 11,
        "state_secret": 2,
        "not_held": 13,
        "repeated": 5,
        "overdue_payment": 3,
        "other": 1,
        "carried_forward": 12,
    },
    {"received": (3, 1, 0, 0, 2), "granted": (3, 1, 0, 0, 0), "not_held": (0, 0, 0, 0, 2)},
)
SECTION_FOUR = remedies(6, 1, 2, 3, 12, 4, 0, 1, 0, 5, 7, 8, 0, 0, 15)
SECTION_TWO = articles_2021(3, 1, 17, 20, 5, 230, 550, 4119, 195, "7730.28")
ALL = [*SECTION_TWO, SECTION_THREE, SECTION_FOUR]
TRUTH = {**SECTION_TWO[0].truth, **SECTION_THREE.truth, **SECTION_FOUR.truth}


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> Writer:
    return LAYOUTS[request.param]


def test_every_cell_is_read(layout: Writer) -> None:
    found = stated(witness(text_of(ALL, layout)))
    assert agrees(found, TRUTH, ["proactive.fees.amount"])


def test_evidence_is_the_figure_itself(layout: Writer) -> None:
    printed = document(text_of(ALL, layout))
    quoted = {
        o.path: "".join(span.of(printed.text) for span in o.spans)
        for o in witness_of(printed).observations
        if o.path in TRUTH
    }
    assert quoted == {path: str(value) for path, value in TRUTH.items()}


def test_evidence_stands_in_reading_order(layout: Writer) -> None:
    observations = witness(text_of([SECTION_THREE], layout)).observations
    starts = [o.spans[0].start for o in observations if o.path in SECTION_THREE.truth]
    assert starts == sorted(starts)
    assert len(starts) == len(SECTION_THREE.truth)


def test_tables_written_over_one_line_are_read() -> None:
    lines = text_of(ALL, l5).split("\n")
    assert agrees(stated(witness(" ".join(lines))), TRUTH, ["proactive.fees.amount"])


def test_a_table_may_change_its_layout_midway() -> None:
    half = len(SECTION_THREE.lines) // 2
    upper = Printed(SECTION_THREE.header, SECTION_THREE.lines[:half], {})
    lower = Printed([], SECTION_THREE.lines[half:], {})
    for first, second in ((l2, l5), (l1, l2), (l5, l1)):
        text = text_of([upper], first) + text_of([lower], second)
        assert stated(witness(text)) == SECTION_THREE.truth


def test_markdown_tables_are_read() -> None:
    width = 9
    rows = [[*row, *[""] * (width - len(row))] for row in SECTION_THREE.header]
    for line in SECTION_THREE.lines:
        rows.append([*[""] * (width - 7 - len(line.labels)), *line.labels, *line.figures])
    text = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    ruled = text.replace("\n", "\n|" + "---|" * width + "\n", 1)
    assert stated(witness(ruled, "report.md")) == SECTION_THREE.truth


def test_line_ends_of_windows_do_not_matter() -> None:
    text = text_of(ALL, l1).replace("\n", "\r\n")
    assert agrees(stated(witness(text)), TRUTH, ["proactive.fees.amount"])


def html(table: Printed) -> str:
    rows = [
        "".join(f"<td>{cell}</td>" for cell in row)
        for row in [*table.header, *([*line.labels, *line.figures] for line in table.lines)]
    ]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def test_grids_of_markup_are_read() -> None:
    page = "<html><body>" + "".join(html(table) for table in ALL) + "</body></html>"
    assert agrees(stated(witness(page, "report.html")), TRUTH, ["proactive.fees.amount"])


def test_rows_go_on_below_a_header_that_is_repeated_with_the_first_heading() -> None:
    head = "指标名称 | 单位 | 统计数\n一、主动公开情况 | | \n"
    text = (
        head
        + "四、行政复议数量 | 件 | 30\n（一）维持具体行政行为数 | 件 | 19\n（二）被依法纠错数 | 件 | 4\n"
        + "（三）其他情形数 | 件 | 7\n五、行政诉讼数量 | 件 | 14\n"
        + "（一）维持具体行政行为或者驳回原告诉讼请求数 | 件 | 12\n（二）被依法纠错数 | 件 | 2\n"
        + head
        + "（三）其他情形数 | 件 | 0\n六、举报投诉数量 | 件 | 5\n"
    )
    found = stated(witness(text))
    assert (found["reconsideration.other"], found["litigation.other"]) == (7, 0)


def test_cells_that_span_rows_and_columns_are_read() -> None:
    page = """<table>
      <tr><td colspan="4">第二十条第（六）项</td></tr>
      <tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
      <tr><td>行政处罚</td><td colspan="3">4119</td></tr>
      <tr><td>行政强制</td><td colspan="3"></td></tr>
    </table>"""
    assert stated(witness(page, "report.html")) == {"proactive.penalties.decisions": 4119}


def test_a_column_of_shares_beside_the_figures_is_passed_over() -> None:
    text = (
        "指标名称 | 单位 | 统计数 | 同比增长 |\n（一）主动公开政府信息数 | 条 | 1302 | 8% |\n"
        "1.政府公报公开政府信息数 | 条 | 40 | -12% |\n2.政府网站公开政府信息数 | 条 | 1010 | 9% |\n"
    )
    assert stated(witness(text)) == {
        "proactive.total_items": 1302,
        "proactive.channels.gazette": 40,
        "proactive.channels.website": 1010,
    }


def test_two_tables_side_by_side_are_not_read_under_columns_that_no_header_shows() -> None:
    text = (
        "第二十条第（六）项 |  |  |  | 第二十条第（八）项 |  |\n"
        "信息内容 | 本年处理决定数量 |  |  | 信息内容 | 本年收费金额（单位：万元） |\n"
        "行政处罚 | 308 |  |  | 行政事业性收费 | 7.5 |\n行政强制 | 16 |  |  |  |  |\n"
    )
    found = stated(witness(text))
    assert not any(path.endswith(("items_last_year", "items_change")) for path in found)


@pytest.mark.parametrize("write", [l2, l5])
@pytest.mark.parametrize(
    "columns", [("县公安局", "县教育局", "合计"), ("2021年", "2022年", "增减"), ("上半年", "下半年", "全年")]
)
def test_figures_under_the_labels_of_other_columns_are_not_read(
    columns: tuple[str, ...], write: Writer
) -> None:
    header = [["信息内容", *columns]]
    tables = [
        Printed(header, [Line(["行政许可"], ["12", "30", "42"])], {}),
        Printed(header, [Line(["行政处罚"], ["100", "8", "108"]), Line(["行政强制"], ["3", "0", "3"])], {}),
    ]
    assert stated(witness(text_of(tables, write))) == {}


def test_lines_of_narrow_header_cells_are_no_other_header() -> None:
    text = (
        "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n"
        "结 结 其 尚\n果 果 他 未 总 结果 结果 其他 尚未 总 结果 结果 其他 尚未 总\n"
        "维 纠 结 审 计 维持 纠正 结果 审结 计 维持 纠正 结果 审结 计\n持 正 果 结\n"
        "2 0 0 1 3 1 0 0 0 1 0 2 0 0 2\n"
    )
    assert (
        stated(witness(text)).items() >= remedies(2, 0, 0, 1, 3, 1, 0, 0, 0, 1, 0, 2, 0, 0, 2).truth.items()
    )


def test_departments_are_no_applicants() -> None:
    header = [["办理情况", "县政府办", "县公安局", "县住建局", "县教育局", "县水利局", "其他单位", "合计"]]
    lines = [Line(line.labels, ["1", "2", "3", "4", "5", "6", "21"]) for line in SECTION_THREE.lines]
    for write in (l2, l5):
        assert stated(witness(text_of([Printed(header, lines, {})], write))) == {}


def test_an_empty_column_of_remarks_leaves_the_figures_their_place() -> None:
    text = (
        "指标名称\n单位\n统计数\n备注\n（一）主动公开政府信息数\n条\n1302\n"
        "1.政府公报公开政府信息数\n条\n40\n2.政府网站公开政府信息数\n条\n1010\n"
    )
    assert stated(witness(text))["proactive.channels.website"] == 1010
