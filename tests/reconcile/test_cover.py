"""Year, period and form."""

from __future__ import annotations

from datetime import date

import pytest
from reconcile.testimony import NARRATIVE, Report, in_year, rules, the_finding

from extractor.values import Severity, Status


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), []),
        (date(2022, 5, 1), date(2022, 12, 31), []),
        (date(2021, 1, 1), date(2021, 12, 31), ["period.outside", "period.outside"]),
        (date(2022, 12, 31), date(2022, 1, 1), ["period.order"]),
    ],
)
def test_the_period_lies_in_the_year(start: date, end: date, expected: list[str]) -> None:
    report = in_year(2022).says("period_start", start, NARRATIVE).says("period_end", end, NARRATIVE)
    assert rules(report.reconciled()) == expected


def test_a_year_before_the_first_is_told_of() -> None:
    finding = the_finding(in_year(2003, "pre2019").reconciled(), "period.year")
    assert finding.message == "报告年度2003早于2008年 / the year 2003 is before 2008"


@pytest.mark.parametrize(("year", "form"), [(2012, "pre2019"), (2020, "2019"), (2024, "2021")])
def test_without_a_table_the_form_follows_from_the_year(year: int, form: str) -> None:
    field = Report().says("year", year, NARRATIVE).reconciled().fields["template"]
    assert (field.value, field.status, field.method) == (form, Status.DERIVED, "derived")
    assert field.flags == ("implied",)


def test_a_form_is_less_certain_where_the_report_speaks_of_what_it_does_not_have() -> None:
    fits = Report().says("year", 2024, NARRATIVE).says("proactive.regulations.issued", 3)
    does_not = Report().says("year", 2024, NARRATIVE).says("proactive.regulations.made", 3)
    assert (
        fits.reconciled().fields["template"].confidence > does_not.reconciled().fields["template"].confidence
    )


def test_without_a_year_there_is_no_form() -> None:
    assert "template" not in Report().says("complaints.total", 3).reconciled().fields


def test_without_year_and_form_the_identities_are_those_of_the_form_that_fits_the_fields() -> None:
    cells = {
        "requests.outcomes.total.total": 21,
        "requests.outcomes.disclosed.granted.total": 4,
        "requests.outcomes.other.subtotal.total": 0,
        "requests.outcomes.unavailable.not_held.total": 17,
    }
    assert Report().tells(cells).reconciled().findings == ()


def test_the_form_of_another_year_is_worth_a_note() -> None:
    finding = the_finding(in_year(2021, "2019").reconciled(), "template.year")
    assert finding.severity is Severity.INFO
    assert finding.message == (
        "报告按2019格式编制，而2021年度应按2021格式 / "
        "the report follows the form 2019, where that for 2021 is 2021"
    )
