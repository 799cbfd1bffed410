"""What a cell may hold: numbers in many spellings, nothing, or a sign that there is nothing to state."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor.values import Status

from .layouts import l1, l2, l5, text_of
from .printed import articles_2021
from .reading import by_path, stated, witness


def article_20_1(*cells: str) -> str:
    return text_of(articles_2021(*cells, *["0"] * 3, "1", "2", "3", "4")[:1], l2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("1,113", 1113),
        ("１２", 12),
        ("22（其中修订16件）", 22),
        ("22 (其中修订16件)", 22),
        ("17件", 17),
        ("1.2万", 12000),
    ],
)
def test_counts(text: str, value: int) -> None:
    found = stated(witness(article_20_1(text, "5", "6")))
    assert found["proactive.regulations.issued"] == value


@pytest.mark.parametrize(
    ("text", "value"), [("+173", 173), ("-35", -35), ("减3", -3), ("增5", 5), ("－8", -8)]
)
def test_changes_carry_their_sign(text: str, value: int) -> None:
    report = (
        "第二十条第（五）项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
        f"行政许可 | 120 | {text} | 99 |\n其他对外管理服务事项 | 4 | 0 | 1 |\n"
    )
    assert stated(witness(report))["proactive.licensing.items_change"] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18.8710", "18.8710"),
        ("43.788万元", "43.788"),
        ("251000元", "25.1"),
        ("1,234.5", "1234.5"),
        ("2亿元", "20000"),
    ],
)
def test_amounts_come_out_in_ten_thousands(text: str, value: str) -> None:
    report = f"第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元） |\n行政事业性收费 | {text} |\n"
    observation = by_path(witness(report))["proactive.fees.amount"]
    assert (observation.value, observation.flags) == (Decimal(value), frozenset())


def test_the_unit_of_the_header_counts_where_the_cell_has_none() -> None:
    report = "第二十条第（八）项\n信息内容 | 本年收费金额（单位：元） |\n行政事业性收费 | 251000 |\n"
    assert stated(witness(report))["proactive.fees.amount"] == Decimal("25.1")


def test_an_amount_without_any_unit_is_kept_and_flagged() -> None:
    report = "第二十条第（八）项\n信息内容 | 本年收费金额 |\n行政事业性收费 | 8040 |\n"
    observation = by_path(witness(report))["proactive.fees.amount"]
    assert (observation.value, observation.flags) == (Decimal(8040), frozenset({"unit_assumed"}))


@pytest.mark.parametrize("sign", ["/", "-", "—", "——", "无", "空", "\\", "不涉及"])
def test_a_sign_for_nothing_to_state_is_no_number(sign: str) -> None:
    observation = by_path(witness(article_20_1(sign, "5", "6")))["proactive.regulations.issued"]
    assert (observation.status, observation.value) == (Status.NOT_APPLICABLE, None)


def test_an_empty_cell_is_blank_and_not_zero() -> None:
    found = by_path(witness(article_20_1("", "5", "6")))
    assert found["proactive.regulations.issued"].status is Status.BLANK
    assert found["proactive.regulations.issued"].spans == ()
    assert found["proactive.regulations.repealed"].value == 5


def test_a_remark_in_a_cell_is_no_number() -> None:
    observation = by_path(witness(article_20_1("本单位未制作规章", "5", "6")))["proactive.regulations.issued"]
    assert (observation.status, observation.flags) == (Status.NOT_APPLICABLE, frozenset({"remark"}))


def test_words_with_figures_are_not_taken_for_nothing_to_state() -> None:
    observation = by_path(witness(article_20_1("见附件3", "5", "6")))["proactive.regulations.issued"]
    assert (observation.status, observation.value) == (Status.AMBIGUOUS, None)


def test_a_negative_count_is_flagged() -> None:
    assert by_path(witness(article_20_1("-3", "5", "6")))["proactive.regulations.issued"].flags == {
        "negative"
    }


def test_a_fraction_of_a_count_is_no_count() -> None:
    observation = by_path(witness(article_20_1("3.5", "5", "6")))["proactive.regulations.issued"]
    assert (observation.status, observation.value) == (Status.AMBIGUOUS, None)


def test_a_number_cut_behind_its_point_is_one() -> None:
    report = "第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n行政事业性收费\n7730.\n28\n"
    assert stated(witness(report))["proactive.fees.amount"] == Decimal("7730.28")


@pytest.mark.parametrize("write", [l1, l2, l5])
def test_a_township_that_reports_only_zeros_and_slashes(write: object) -> None:
    tables = articles_2021("/", "/", "/", 0, 0, 0, "/", 0, "/", "/")
    found = by_path(witness(text_of(tables, write)))  # type: ignore[arg-type]
    assert found["proactive.regulations.in_force"].status is Status.NOT_APPLICABLE
    assert found["proactive.normative_documents.in_force"].value == 0
    assert found["proactive.penalties.decisions"].value == 0
    assert found["proactive.fees.amount"].status is Status.NOT_APPLICABLE


def test_a_township_that_leaves_every_cell_empty() -> None:
    found = witness(text_of(articles_2021(*[""] * 10), l2))
    numbers = [o for o in found.observations if o.path.startswith("proactive.")]
    assert {o.status for o in numbers} == {Status.BLANK}
    assert len(numbers) == 10


def test_a_row_with_one_label_more_has_its_cells_one_place_further_on() -> None:
    header = "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
    report = (
        f"三、收到和处理政府信息公开申请情况\n{header}"
        "一、本年新收政府信息公开申请数量 | 9 |  |  |  |  | 2 | 11 |\n"
        "二、上年结转政府信息公开申请数量 |  |  |  |  |  |  |  |\n"
        "三、本年度办理结果 | （一）予以公开 | 6 |  |  |  |  | 2 | 8 | |\n"
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 3 |  |  |  |  |  | 3 |\n"
    )
    found = stated(witness(report))
    granted = {path: value for path, value in found.items() if ".granted." in path}
    assert granted == {
        "requests.outcomes.disclosed.granted.natural_person": 6,
        "requests.outcomes.disclosed.granted.other_organization": 2,
        "requests.outcomes.disclosed.granted.total": 8,
    }


def test_a_cell_of_signs_is_no_beginning_of_the_label_below() -> None:
    report = (
        "第二十条第（五）项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
        "行政许可 | 43 | +(0) -(0) | 66 |\n其他对外管理服务事项 | 19 | 2 | 7 |\n"
    )
    found = stated(witness(report))
    assert found["proactive.licensing.decisions"] == 66
    assert found["proactive.other_services.items_last_year"] == 19
