"""Several statements of one indicator become one field."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reconcile.testimony import LLM, NARRATIVE, TABLE, Report, in_year, rules, the_finding

from extractor.reconcile import Reconciled
from extractor.values import Severity, Span, Status, Value, Witness

ITEMS = "proactive.total_items"
STAFF = "resources.staff_total"


def test_witnesses_that_agree_are_joined_with_the_evidence_of_both() -> None:
    report = Report().says(ITEMS, 99, NARRATIVE).says(ITEMS, 99, TABLE)
    field = report.reconciled().fields[ITEMS]
    assert (field.value, field.method, field.flags) == (99, "narrative+table", ())
    assert [span.of(report.text) for span in field.spans] == ["99", "99"]


def test_a_second_witness_makes_a_value_more_certain() -> None:
    once = Report().says(ITEMS, 99).reconciled().fields[ITEMS]
    twice = Report().says(ITEMS, 99).says(ITEMS, 99, NARRATIVE).reconciled().fields[ITEMS]
    assert twice.confidence > once.confidence


def conflict(*said: tuple[Value, Witness, float]) -> Reconciled:
    report = Report()
    for value, witness, support in said:
        report.says(ITEMS, value, witness, support=support)
    return report.reconciled()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ([(95, NARRATIVE, 1.0), (17, TABLE, 1.0)], 17),
        ([(95, NARRATIVE, 1.0), (17, TABLE, 0.6)], 95),
        ([(95, LLM, 1.0), (17, NARRATIVE, 0.9)], 17),
        ([(95, LLM, 1.0), (17, NARRATIVE, 0.6)], 95),
        ([(95, NARRATIVE, 0.9), (17, NARRATIVE, 1.0)], 17),
        ([(95, NARRATIVE, 1.0), (17, NARRATIVE, 1.0)], 95),
    ],
    ids=["table", "weak label", "narrative before model", "weak sentence", "better label", "first"],
)
def test_precedence_among_different_values(said: list[tuple[Value, Witness, float]], kept: int) -> None:
    field = conflict(*said).fields[ITEMS]
    assert (field.value, field.flags) == (kept, ("conflict",))


def test_a_conflict_is_a_finding_that_shows_both_values_where_they_stand() -> None:
    report = Report().says(ITEMS, 95, NARRATIVE).says(ITEMS, 17)
    finding = the_finding(report.reconciled(), "repeat")
    assert (finding.left, finding.right) == (Decimal(17), Decimal(95))
    assert finding.difference == Decimal(-78)
    assert [span.of(report.text) for span in finding.spans] == ["17", "95"]
    assert finding.paths == (ITEMS,)
    assert finding.message == (
        "主动公开政府信息数前后不一：表格为17（“17”），正文为95（“95”），相差78；记录取前者 / "
        "proactive.total_items is stated twice: the table says 17 (“17”), the text says 95 (“95”); "
        "the record holds the first"
    )


def test_text_and_table_may_speak_of_different_bodies_but_two_tables_contradict_each_other() -> None:
    apart = the_finding(conflict((17, TABLE, 1.0), (95, NARRATIVE, 1.0)), "repeat")
    within = the_finding(conflict((17, TABLE, 1.0), (95, TABLE, 1.0)), "repeat")
    assert (apart.severity, within.severity) == (Severity.WARNING, Severity.ERROR)


@pytest.mark.parametrize("exact", [40000, 43211, 49999])
def test_an_approximate_sentence_agrees_with_the_exact_cell(exact: int) -> None:
    found = Report().says(ITEMS, 40000, NARRATIVE, "approximate").says(ITEMS, exact).reconciled()
    field = found.fields[ITEMS]
    assert (field.value, field.method, field.flags) == (exact, "narrative+table", ())
    assert found.findings == ()


def test_an_approximation_too_far_from_the_cell_is_a_conflict() -> None:
    found = Report().says(ITEMS, 40000, NARRATIVE, "approximate").says(ITEMS, 53211).reconciled()
    assert (found.fields[ITEMS].value, found.fields[ITEMS].flags) == (53211, ("conflict",))


def test_an_exact_value_counts_before_an_approximate_one_of_a_table() -> None:
    found = Report().says(ITEMS, 53211, NARRATIVE).says(ITEMS, 40000, TABLE, "approximate").reconciled()
    assert found.fields[ITEMS].value == 53211


def test_an_approximation_alone_stays_flagged() -> None:
    field = Report().says(ITEMS, 40000, NARRATIVE, "approximate").reconciled().fields[ITEMS]
    assert (field.value, field.status, field.flags) == (40000, Status.STATED, ("approximate",))


def test_a_rounded_number_in_a_sentence_agrees_with_the_cell_it_rounds() -> None:
    rounded = Report().says(ITEMS, 432000, NARRATIVE).says(ITEMS, 432113).reconciled()
    wrong = Report().says(ITEMS, 433000, NARRATIVE).says(ITEMS, 432113).reconciled()
    assert (rounded.fields[ITEMS].value, rules(rounded)) == (432113, [])
    assert rules(wrong) == ["repeat"]


def test_amounts_agree_within_the_rounding_of_the_shorter() -> None:
    path = "resources.budget"
    found = Report().says(path, Decimal("4021.274")).says(path, Decimal("4021.27"), NARRATIVE).reconciled()
    assert rules(found) == []


@pytest.mark.parametrize("status", [Status.BLANK, Status.NOT_APPLICABLE])
def test_a_sentence_fills_a_cell_without_a_value(status: Status) -> None:
    found = Report().leaves_blank(ITEMS, status=status).says(ITEMS, 0, NARRATIVE).reconciled()
    field = found.fields[ITEMS]
    assert (field.value, field.status, field.method) == (0, Status.STATED, "narrative")


@pytest.mark.parametrize("status", [Status.BLANK, Status.NOT_APPLICABLE])
def test_a_cell_without_a_value_is_never_zero(status: Status) -> None:
    field = Report().leaves_blank(ITEMS, status=status).reconciled().fields[ITEMS]
    assert (field.value, field.status, field.method) == (None, status, "table")


def test_a_total_of_all_requests_is_no_rival_of_those_received() -> None:
    cells = {"requests.received.total": 95, "requests.carried_over.total": 4}
    found = in_year().tells(cells).says("requests.received.total", 99, NARRATIVE).reconciled()
    field = found.fields["requests.received.total"]
    assert (field.value, field.flags) == (95, ())
    assert [(f.rule, f.severity) for f in found.findings] == [("repeat.whole", Severity.INFO)]


def test_a_sentence_that_the_sums_confirm_wins_over_one_that_they_contradict() -> None:
    parts = {"resources.staff_full_time": 10, "resources.staff_part_time": 29}
    report = in_year(2015, "pre2019").tells(parts, NARRATIVE).says(STAFF, 93, NARRATIVE)
    field = report.says(STAFF, 39, NARRATIVE).reconciled().fields[STAFF]
    assert (field.value, field.flags) == (39, ("conflict",))


def test_a_printed_cell_stands_though_the_sums_and_the_text_contradict_it() -> None:
    parts = {"resources.staff_full_time": 10, "resources.staff_part_time": 29}
    report = in_year(2015, "pre2019").tells(parts).says(STAFF, 93).says(STAFF, 39, NARRATIVE)
    found = report.reconciled()
    assert found.fields[STAFF].value == 93
    assert sorted(rules(found)) == ["repeat", "resources.staff"]


def test_lists_and_texts_take_the_first_by_precedence_without_a_conflict() -> None:
    report = Report().says("problems", ("甲", "乙"), LLM).says("problems", ("甲",), NARRATIVE)
    report.says("title", "某市2020年政府信息公开工作年度报告", NARRATIVE).says("title", "年度报告", LLM)
    found = report.reconciled()
    assert found.fields["problems"].value == ("甲",)
    assert found.fields["title"].value == "某市2020年政府信息公开工作年度报告"
    assert found.findings == ()


def test_the_best_evidence_comes_first() -> None:
    report = Report().says(ITEMS, 99, NARRATIVE, support=0.7).says(ITEMS, 99)
    assert report.reconciled().fields[ITEMS].spans == (Span(3, 5), Span(0, 2))


def test_a_model_that_repeats_a_value_does_not_dispel_its_doubt() -> None:
    report = Report().says(ITEMS, 40000, NARRATIVE, "approximate").says(ITEMS, 40000, LLM)
    field = report.reconciled().fields[ITEMS]
    assert (field.method, field.flags) == ("llm+narrative", ("approximate",))


def test_a_number_stated_thousands_of_times_is_weighed_in_no_time() -> None:
    report = Report()
    for n in range(5000):
        report.says(ITEMS, n % 2500, NARRATIVE, *(["approximate"] if n % 3 else []))
    found = report.reconciled()
    assert found.fields[ITEMS].flags == ("conflict",)
    assert len(found.findings) == 6
    assert "另有" in found.findings[-1].message
