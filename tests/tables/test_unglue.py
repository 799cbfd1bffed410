"""Rows whose figures were written without a gap between them."""

from __future__ import annotations

import pytest

from extractor.values import Status

from .reading import by_path, rules, stated, witness

HEADER = (
    "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人法人或其他组织总计\n"
    "商业企业科研机构社会公益组织法律服务机构其他\n"
)


def received(figures: str) -> dict[str, object]:
    text = (
        f"{HEADER}一、本年新收政府信息公开申请数量{figures}\n二、上年结转政府信息公开申请数量0000000\n"
        "四、结转下年度继续办理0000000\n"
    )
    found = stated(witness(text))
    return {
        path.rsplit(".", 1)[1]: value for path, value in found.items() if path.startswith("requests.received")
    }


def test_the_sum_of_a_row_tells_where_its_figures_part() -> None:
    assert list(received("3160021049").values()) == [31, 6, 0, 0, 2, 10, 49]
    assert list(received("1200014").values()) == [1, 2, 0, 0, 0, 1, 4]


@pytest.mark.parametrize("figures", ["183100022", "1200015", "99"])
def test_a_row_that_may_be_parted_in_several_ways_or_none_is_left_alone(figures: str) -> None:
    assert received(figures) == {}


def test_as_many_noughts_as_columns_are_the_cells_of_the_row() -> None:
    text = "第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件104\n"
    observations = by_path(witness(text))
    issued = observations["proactive.regulations.issued"]
    assert (issued.value, issued.status, issued.flags) == (0, Status.STATED, frozenset({"glued_cells"}))
    assert "proactive.normative_documents.issued" not in observations
    assert "table.unplaced_row" in rules(witness(text))


def test_a_label_behind_its_heading_is_parted_from_its_figures() -> None:
    rows = ("三、本年度办理结果（一）予以公开", "2.其他法律行政法规禁止公开", "（七）总计")
    text = HEADER + "".join(f"{label}0000000\n" for label in rows)
    paths = {path.rsplit(".", 1)[0] for path in stated(witness(text))}
    assert paths == {
        "requests.outcomes.disclosed.granted",
        "requests.outcomes.refused.prohibited_by_law",
        "requests.outcomes.total",
    }


def test_a_label_may_define_itself() -> None:
    definition = (
        "指国务院部门和地方人民政府依照法律、行政法规制定并以命令公布的、在一定范围内普遍适用的各种规范性文件"
        * 2
    )
    text = (
        "第二十条第（一）项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
        f"规章：{definition} | 2 | 1 | 9 |\n行政规范性文件 | 4 | 0 | 21 |\n"
    )
    found = stated(witness(text))
    assert [found[f"proactive.regulations.{c}"] for c in ("issued", "repealed", "in_force")] == [2, 1, 9]


def test_a_label_may_explain_itself_at_length() -> None:
    remark = (
        "（本机关及所属单位当年印发的决定、通告、意见 和 标题里带有“办法”“细则”“规程”字样、"
        "在本辖区内普遍适用并且可以反复适用的公文，例如 -8 号文件，一般都计入本行）"
    )
    report = (
        "第二十条第（一）项\n信息内容 |\n本年新制作数量 |\n本年新公开数量 |\n对外公开总数量 |\n"
        f"规章 |\n0 |\n0 |\n0 |\n规范性文件{remark} |\n31 |\n7 |\n5 |\n"
    )
    found = stated(witness(report))
    assert found["proactive.normative_documents.made"] == 31
    assert found["proactive.normative_documents.disclosed_total"] == 5
