"""Records of one issuer against each other."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from check.years import FORWARD, OVER, RECEIVED, check, field, growth, report, rules

COLUMNS = [
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "social_welfare_organization",
    "legal_service_organization",
    "other_organization",
    "total",
]


@pytest.mark.parametrize("column", COLUMNS)
def test_what_one_year_carries_forward_the_next_has_carried_over(column: str) -> None:
    before = report(2022, {f"requests.carried_forward.{column}": 5})
    after = report(2023, {f"requests.carried_over.{column}": 3})
    [finding] = check(before, after)
    assert (finding.rule, finding.severity) == ("series.carried_over", "error")
    assert (finding.left, finding.right, finding.difference) == (Decimal(3), Decimal(5), Decimal(-2))
    assert finding.years == (2022, 2023)
    assert finding.reports == ("清河县人民政府-2022", "清河县人民政府-2023")
    assert finding.paths == (f"requests.carried_over.{column}", f"requests.carried_forward.{column}")


def test_the_message_says_both_sides_in_both_languages() -> None:
    [finding] = check(report(2022, {FORWARD: 5}), report(2023, {OVER: 3}))
    chinese, english = finding.message.split(" / ")
    assert "2023年上年结转政府信息公开申请数量 · 总计 3" in chinese
    assert "2022年" in chinese and " 5，相差2" in chinese
    assert f"{OVER} (2023) 3, but {FORWARD} (2022) 5, off by 2" in english


def test_equal_figures_are_no_finding() -> None:
    assert rules(report(2022, {FORWARD: 5}), report(2023, {OVER: 5})) == []


@pytest.mark.parametrize("missing", [{}, {FORWARD: field(None, status="blank")}])
def test_a_figure_that_is_not_there_is_not_compared(missing: dict[str, object]) -> None:
    assert rules(report(2022, missing), report(2023, {OVER: 3})) == []


def test_a_figure_in_doubt_makes_the_finding_a_warning() -> None:
    before = report(2022, {FORWARD: field(5, ("conflict",))})
    [finding] = check(before, report(2023, {OVER: 3}))
    assert finding.severity == "warning"
    assert "存疑" in finding.message


@pytest.mark.parametrize("document", ["regulations", "normative_documents"])
def test_documents_in_force_follow_from_those_issued_and_repealed(document: str) -> None:
    def of(year: int, in_force: int) -> dict[str, object]:
        stem = f"proactive.{document}"
        return report(year, {f"{stem}.in_force": in_force, f"{stem}.issued": 4, f"{stem}.repealed": 1})

    assert rules(of(2021, 10), of(2022, 13)) == []
    [finding] = check(of(2021, 10), of(2022, 12))
    assert (finding.rule, finding.left, finding.right) == ("series.in_force", Decimal(12), Decimal(13))
    assert "10 + " in finding.message and "- proactive" in finding.message


@pytest.mark.parametrize("service", ["licensing", "other_services", "penalties", "coercive_measures", "fees"])
def test_items_of_last_year_follow_from_the_report_of_that_year(service: str) -> None:
    stem = f"proactive.{service}"
    before = report(2019, {f"{stem}.items_last_year": 20, f"{stem}.items_change": -3})
    assert rules(before, report(2020, {f"{stem}.items_last_year": 17})) == []
    assert rules(before, report(2020, {f"{stem}.items_last_year": 20})) == ["series.items"]


def test_a_cumulative_figure_grows_by_that_of_the_year() -> None:
    def of(year: int, total: int, ever: int) -> dict[str, object]:
        return report(year, {RECEIVED: total, f"cumulative.{RECEIVED}": ever})

    assert rules(of(2015, 3, 10), of(2016, 5, 15)) == []
    assert rules(of(2015, 3, 10), of(2016, 5, 14)) == ["series.cumulative"]


def test_years_in_between_that_are_missing_are_named() -> None:
    [finding] = check(report(2019), report(2022))
    assert (finding.rule, finding.severity, finding.years) == ("series.missing_year", "warning", (2020, 2021))


def test_figures_are_not_compared_over_a_gap() -> None:
    assert rules(report(2020, {FORWARD: 5}), report(2022, {OVER: 3})) == ["series.missing_year"]


def test_two_reports_of_one_year_that_differ_are_an_error() -> None:
    first, second = report(2023, {RECEIVED: 17, OVER: 1}), report(2023, {RECEIVED: 95, FORWARD: 2})
    [finding] = check(first, second)
    assert (finding.rule, finding.severity, finding.paths) == ("series.differs", "error", (RECEIVED,))
    assert "17与95" in finding.message


def test_the_same_report_twice_is_only_noted() -> None:
    [finding] = check(report(2023, {RECEIVED: 17}), report(2023, {RECEIVED: 17}))
    assert (finding.rule, finding.severity) == ("series.repeated", "info")


def test_two_reports_of_one_year_of_which_one_says_more_are_noted_with_that() -> None:
    [finding] = check(report(2023, {RECEIVED: 17}), report(2023, {RECEIVED: 17, OVER: 1}))
    assert finding.rule == "series.repeated"
    assert "另有1处只见于其中一份" in finding.message


def test_a_relation_that_one_of_two_reports_of_a_year_keeps_is_kept() -> None:
    before, corrected = report(2022, {FORWARD: 5}), report(2022, {FORWARD: 3})
    assert rules(before, corrected, report(2023, {OVER: 3})) == ["series.differs"]


@pytest.mark.parametrize(
    ("words", "agrees"),
    [
        ("增长50%", True),
        ("增长50.0%", True),
        ("增长49.9%", True),
        ("增长48%", False),
        ("下降50%", False),
        ("增加10件", True),
        ("增加11件", False),
        ("減少10件", False),
    ],
)
def test_a_stated_change_agrees_with_both_years(words: str, agrees: bool) -> None:
    after = report(2023, {RECEIVED: 30}, findings=[growth(RECEIVED, words)])
    assert rules(report(2022, {RECEIVED: 20}), after) == ([] if agrees else ["series.growth"])


def test_a_rate_is_right_within_its_rounding() -> None:
    def found(words: str) -> list[str]:
        return rules(
            report(2022, {RECEIVED: 3}), report(2023, {RECEIVED: 4}, findings=[growth(RECEIVED, words)])
        )

    assert found("增长33.33%") == found("增长33.3%") == found("增长33%") == found("增长33.34%") == []
    assert found("增长33.5%") == ["series.growth"]


def test_a_change_against_a_named_year_is_held_against_that_year() -> None:
    years = [report(2020, {RECEIVED: 40}), report(2021), report(2022, {RECEIVED: 20})]
    for words, found in (("较2020年下降25%", []), ("较2020年增长50%", ["series.growth"])):
        assert rules(*years, report(2023, {RECEIVED: 30}, findings=[growth(RECEIVED, words)])) == found


def test_a_change_against_a_later_year_is_none_of_the_year_itself() -> None:
    after = report(2023, {RECEIVED: 30}, findings=[growth(RECEIVED, "较2023年增长50%")])
    assert rules(report(2022, {RECEIVED: 20}), after) == []


def test_a_change_is_checked_for_any_field() -> None:
    path = "training.trainees"
    after = report(2016, {path: 30}, findings=[growth(path, "增长20%")])
    assert rules(report(2015, {path: 20}), after) == ["series.growth"]


def test_a_stated_change_that_fails_says_what_it_is() -> None:
    after = report(2023, {RECEIVED: 30}, findings=[growth(RECEIVED, "增长20%")])
    [finding] = check(report(2022, {RECEIVED: 20}), after)
    assert (finding.left, finding.right) == (Decimal(20), Decimal("50.00"))
    assert "2022年为20、2023年为30" in finding.message


@pytest.mark.parametrize("whole", [report(2023, issuer=None), report(None)])
def test_a_report_without_issuer_or_year_is_said_to_be_in_no_series(whole: dict[str, Any]) -> None:
    assert rules(whole) == ["series.unplaced"]


def test_a_failed_report_is_left_out() -> None:
    failed = {"id": "x", "schema": "annual_report", "error": {"kind": "input", "message": "m", "input": "x"}}
    assert rules(failed, report(2023)) == []
