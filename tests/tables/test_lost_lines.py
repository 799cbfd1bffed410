"""Tables of which lines were lost: what is left is read only where its place is still known."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.values import Status

from .layouts import l1, text_of
from .printed import Line, Printed, articles_2021, remedies, requests
from .reading import by_path, rules, stated, witness


def without(text: str, *lines: int) -> str:
    """The text without some of its lines."""
    return "".join(line for at, line in enumerate(text.splitlines(keepends=True)) if at not in lines)


def by_rows(tables: Iterable[Printed]) -> str:
    """A pipe before each row, its cells indented behind it."""
    rows = [row for t in tables for row in (*t.header, *([*line.labels, *line.figures] for line in t.lines))]
    return "".join("|\n" + "".join(f"  {cell} | \n" for cell in row) for row in rows)


SECTION_TWO = articles_2021(3, 1, 17, 20, 5, 230, 550, 4119, 195, "7.28")


def test_cells_indented_behind_the_pipe_of_their_row_are_read() -> None:
    assert stated(witness(by_rows(SECTION_TWO))).items() >= SECTION_TWO[0].truth.items()


def test_a_figure_behind_the_border_of_a_row_is_not_that_of_the_label_before_it() -> None:
    lines = by_rows(SECTION_TWO).splitlines(keepends=True)
    lost = [lines.index("  4119 | \n"), lines.index("  行政强制 | \n")]
    found = stated(witness(without("".join(lines), *lost)))
    assert "proactive.penalties.decisions" not in found
    assert "proactive.coercive_measures.decisions" not in found
    assert found["proactive.licensing.decisions"] == 550


def test_a_label_alone_in_its_row_has_not_the_figures_of_the_next_row() -> None:
    text = (
        "| 第二十条第（五）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 12 |\n"
        "| 第二十条第（六）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政处罚 |\n| 681 |\n"
        "| 第二十条第（八）项 |\n| 信息内容 | 本年收费金额（单位：万元） |\n| 行政事业性收费 | 3.5 |\n"
    )
    found = stated(witness(text))
    assert found["proactive.licensing.decisions"] == 12
    assert "proactive.penalties.decisions" not in found


def test_labels_that_all_stand_in_rows_of_their_own_have_the_figures_behind_them() -> None:
    text = (
        "| 第二十条第（五）项 |\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 |\n| 12 |\n"
        "| 第二十条第（六）项 |\n| 信息内容 | 本年处理决定数量 |\n"
        "| 行政处罚 |\n| 681 |\n| 行政强制 |\n| 5 |\n"
    )
    assert stated(witness(text))["proactive.penalties.decisions"] == 681


def test_figures_of_one_group_are_no_figures_of_another_with_the_same_labels() -> None:
    text = (
        "行政复议 | 行政诉讼 |\n"
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |\n"
        "|\n|\n91 | 13 | 49 | 29 | 182 |\n"
    )
    found = witness(text)
    assert stated(found) == {}
    assert "table.unplaced_row" in rules(found)


def test_pipes_that_close_the_header_are_no_empty_cells_of_the_first_row() -> None:
    table = remedies(6, 1, 2, 3, 12, 4, 0, 1, 0, 5, 7, 8, 0, 0, 15)
    assert stated(witness("".join(f"{line}\n" for line in closed(table)))) == table.truth
    short = [line for at, line in enumerate(closed(table)) if at not in (20, 24)]
    assert stated(witness("".join(f"{line}\n" for line in short))) == {}


def closed(table: Printed) -> list[str]:
    """One cell to a line, the header closed by a line of pipes right before the figures."""
    lines = list(l1(Printed(table.header, [], {})))
    lines.remove("|||")
    return [*lines, "|||", *l1(Printed([], table.lines, {}))][: len(lines) + 16]


def test_a_cumulative_column_alone_is_not_read_one_cell_to_a_line() -> None:
    text = (
        "指标名称\n单位\n20\n13\n年\n历年累计\n主动公开文件数\n条\n其中：1.政府网站公开数\n条\n"
        "对申请的答复总数\n件\n3\n其中：1.同意公开答复数\n件\n"
    )
    assert stated(witness(text)) == {}


SECTION_THREE = requests(
    {"received": 40, "carried_over": 7, "granted": 11, "not_held": 14, "overdue_payment": 10, "other": 12},
    {"received": (3, 1, 2, 0, 2), "granted": (3, 1, 2, 0, 0), "not_held": (0, 0, 0, 0, 2)},
)


def test_cells_lost_from_a_few_rows_are_no_empty_column() -> None:
    lines = [
        Line(line.labels, [*line.figures[:4], *line.figures[5:]])
        if line.labels[-1] in ("一、本年新收政府信息公开申请数量", "（七）总计")
        else line
        for line in SECTION_THREE.lines
    ]
    found = by_path(witness(text_of([Printed(SECTION_THREE.header, lines, {})], l1)))
    assert "requests.received.legal_service_organization" not in found
    assert not any("empty_column" in o.flags for o in found.values())


def test_a_second_unit_is_that_of_a_row_whose_label_was_lost() -> None:
    text = (
        "指标\n单位\n统计数\n四、行政复议数量\n件\n30\n（一）维持具体行政行为数\n件\n"
        "件\n4\n（三）其他情形数\n件\n7\n五、行政诉讼数量\n件\n14\n六、举报投诉数量\n件\n5\n"
    )
    found = stated(witness(text))
    assert "reconsideration.upheld" not in found
    assert found["reconsideration.other"] == 7


def test_columns_that_no_form_prints_alone_are_not_read_one_cell_to_a_line() -> None:
    text = (
        "第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/减\n行政许可\n-5\n"
        "其他对外管理服务事项\n22\n778\n"
    )
    assert stated(witness(text)) == {}


def test_rows_that_show_their_empty_cells_are_given_no_other_one() -> None:
    rows = [
        ("一、本年新收政府信息公开申请数量", ["55", "", "1", "", "", "57"]),
        ("（二）部分公开", ["1", "", "", "", "", ""]),
        ("1.属于国家秘密", ["3", "", "", "", "", ""]),
        ("（七）总计", ["4", "", "", "", "", "", "4"]),
    ]
    lines = [Line([label], row) for label, row in rows]
    found = witness(text_of([Printed(SECTION_THREE.header, lines, {})], l1))
    assert not any(path.startswith("requests.received") for path in stated(found))
    assert "table.unplaced_row" in rules(found)


def test_a_label_beside_empty_cells_does_not_take_the_figures_of_one_behind_them() -> None:
    empty = "|" * 8
    text = (
        "".join("| " + " | ".join(row) + " |\n" for row in SECTION_THREE.header)
        + f"| 1 ||||||1 |\n{empty}\n（一）予以公开\n（二）部分公开\n\n"
        + "| （四）无法提供 | 1.本机关不掌握相关政府信息 | 1 ||||||1 |\n"
        + f"| （五）不予处理 | 1.信访举报投诉类申请 {empty}\n\n| 1 ||||||1 |\n2.重复申请\n{empty}\n"
        + f"3.要求提供公开出版物\n{empty}\n4.无正当理由大量反复申请\n{empty}\n"
        + f"5.要求行政机关确认或重新出具已获取信息\n{empty}\n"
        + f"（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n{empty}\n"
        + "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n\n"
        + "| （七）总计 | 3 ||||||3 |\n"
    )
    found = stated(witness(text, "report.md"))
    assert "requests.outcomes.not_processed.petition_or_complaint.total" not in found


def test_an_empty_cell_and_then_a_figure_are_not_the_one_cell_of_a_row() -> None:
    text = "第二十条第（六）项 |\n信息内容 |\n本年处理决定数量 |\n行政处罚 |\n |\n307 |\n"
    assert stated(witness(text)) == {}


def test_a_figure_with_a_sign_in_a_column_that_has_none_shows_that_a_cell_was_lost() -> None:
    text = (
        "第二十条第（六）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n"
        "行政处罚\n34\n-2\n71\n行政强制\n-4\n18\n5\n"
    )
    found = stated(witness(text))
    assert found["proactive.penalties.items_change"] == -2
    assert not any("coercive" in path for path in found)


def test_twice_as_many_figures_as_columns_are_not_two_rows_that_no_sum_bears_out() -> None:
    text = "第二十条第（八）项\n信息内容\n上一年项目数量\n本年增/减\n行政事业性收费\n4\n0\n4\n2\n"
    assert stated(witness(text)) == {}


def test_figures_behind_a_heading_may_be_those_of_the_first_row_below_it_that_lost_its_label() -> None:
    label = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    lines = [
        Line(line.labels[:-1] if line.labels[-1] == label else line.labels, line.figures)
        for line in SECTION_THREE.lines
    ]
    found = by_path(witness(text_of([Printed(SECTION_THREE.header, lines, {})], l1)))
    heading = found["requests.outcomes.other.subtotal.total"]
    assert (heading.status, "heading_row" in heading.flags) == (Status.AMBIGUOUS, True)
