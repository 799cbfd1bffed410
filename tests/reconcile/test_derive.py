"""What is computed, and what is not."""

from __future__ import annotations

import pytest
from reconcile.testimony import NARRATIVE, in_year, rules, values

from extractor.values import Finding, Severity, Span, Status

RECEIVED = "requests.received."


def test_sentences_that_make_up_the_whole_leave_the_other_applicants_at_zero() -> None:
    said = {
        f"{RECEIVED}total": 99,
        f"{RECEIVED}natural_person": 90,
        f"{RECEIVED}commercial_enterprise": 6,
        f"{RECEIVED}social_welfare_organization": 2,
        f"{RECEIVED}legal_service_organization": 1,
        "requests.carried_over.total": 1,
        "requests.outcomes.total.total": 100,
    }
    found = in_year().tells(said, NARRATIVE).reconciled()
    assert values(found, Status.DERIVED) == {
        f"{RECEIVED}research_institution": 0,
        f"{RECEIVED}other_organization": 0,
        "requests.handled.total": 100,
        "requests.carried_forward.total": 0,
    }


def test_a_derived_value_shows_what_it_was_computed_from() -> None:
    report = in_year().tells({f"{RECEIVED}total": 95, "requests.carried_over.total": 4}, NARRATIVE)
    field = report.reconciled().fields["requests.handled.total"]
    assert (field.value, field.method, field.flags) == (99, "derived", ())
    assert [span.of(report.text) for span in field.spans] == ["95", "4"]
    assert field.confidence < report.reconciled().fields[f"{RECEIVED}total"].confidence


def test_a_value_computed_in_steps_shows_the_cells_at_the_bottom() -> None:
    results = {"upheld": 1, "corrected": 2, "other": 0, "pending": 0}
    report = in_year().tells({f"litigation_direct.{k}": v for k, v in results.items()})
    report.leaves_blank("litigation_direct.total").says("litigation_after_reconsideration.total", 4)
    field = report.reconciled().fields["litigation.total"]
    assert field.value == 7
    assert [span.of(report.text) for span in field.spans] == ["1", "2", "0", "0", "4"]


def test_a_value_computed_from_table_and_sentence_is_flagged() -> None:
    report = in_year().says(f"{RECEIVED}total", 95).says("requests.carried_over.total", 4, NARRATIVE)
    field = report.reconciled().fields["requests.handled.total"]
    assert (field.value, field.flags) == (99, ("mixed_witnesses",))


def test_a_whole_follows_from_all_its_parts() -> None:
    groups = {"disclosed": 16864, "refused": 1509, "unavailable": 8412, "not_processed": 1190, "other": 1595}
    said = {f"requests.outcomes.{group}.subtotal.total": n for group, n in groups.items()}
    found = in_year(2019, "2019").tells(said, NARRATIVE).reconciled()
    assert values(found, Status.DERIVED) == {"requests.outcomes.total.total": 29570}


def test_a_sentence_that_none_was_received_implies_no_table() -> None:
    found = in_year().tells({f"{RECEIVED}total": 0, "litigation.total": 0}, NARRATIVE).reconciled()
    assert values(found, Status.DERIVED) == {}


def test_a_list_in_sentences_implies_nothing_of_replies_it_does_not_name() -> None:
    said = {
        "requests.outcomes.total.total": 192,
        "requests.outcomes.disclosed.granted.total": 59,
        "requests.outcomes.other.subtotal.total": 133,
        "reconsideration.total": 5,
        "reconsideration.upheld": 5,
    }
    found = in_year(2018, "pre2019").tells(said, NARRATIVE).reconciled()
    assert values(found, Status.DERIVED) == {}


def test_blank_totals_are_filled_in_and_stay_apart_from_printed_ones() -> None:
    report = in_year(2019, "2019").tells({"reconsideration.upheld": 2, "reconsideration.corrected": 1})
    report.tells({"reconsideration.other": 0, "reconsideration.pending": 0})
    found = report.leaves_blank("reconsideration.total").reconciled()
    field = found.fields["reconsideration.total"]
    assert (field.value, field.status, field.method) == (3, Status.DERIVED, "derived")


def test_two_blanks_that_several_values_would_fit_stay_blank() -> None:
    report = in_year().tells({"reconsideration.total": 3, "reconsideration.upheld": 1})
    report.says("reconsideration.corrected", 0)
    found = report.leaves_blank("reconsideration.other", "reconsideration.pending").reconciled()
    assert found.fields["reconsideration.other"].status is Status.BLANK
    assert values(found, Status.DERIVED) == {}


def test_blanks_beside_parts_that_make_up_the_whole_are_zero() -> None:
    report = in_year().tells({"reconsideration.total": 3, "reconsideration.upheld": 3})
    found = report.leaves_blank("reconsideration.corrected", "reconsideration.other").reconciled()
    assert values(found, Status.DERIVED)["reconsideration.other"] == 0


def test_a_row_that_the_form_has_but_the_report_does_not_is_left_out() -> None:
    row = {"requests.outcomes.other.subtotal.natural_person": 0, "requests.outcomes.other.subtotal.total": 0}
    found = in_year().tells(row).reconciled()
    assert [path for path in found.fields if "overdue" in path] == []


def test_a_lost_row_comes_back_unless_figures_without_a_row_are_left_over() -> None:
    cells = {"requests.received.natural_person": 4, "requests.carried_over.natural_person": 1}
    cells |= {f"requests.outcomes.{group}.subtotal.natural_person": 1 for group in ("disclosed", "refused")}
    cells |= {
        "requests.outcomes.unavailable.subtotal.natural_person": 1,
        "requests.outcomes.not_processed.subtotal.natural_person": 1,
        "requests.outcomes.total.natural_person": 5,
    }
    lost = "requests.outcomes.other.subtotal.natural_person"
    report = in_year().tells(cells)
    assert report.reconciled().fields[lost].value == 1
    report.findings.append(Finding("table.unknown_row", Severity.WARNING, "", spans=(Span(0, 1),)))
    assert lost not in report.reconciled().fields


def test_only_fields_of_the_form_in_use_are_derived() -> None:
    said = {"litigation_direct.total": 2, "litigation_after_reconsideration.total": 1}
    assert values(in_year().tells(said).reconciled(), Status.DERIVED) == {"litigation.total": 3}
    assert values(in_year(2018, "pre2019").tells(said).reconciled(), Status.DERIVED) == {}


def test_nothing_is_computed_from_a_sum_that_fails() -> None:
    direct = {"upheld": 0, "corrected": 0, "other": 0, "pending": 0, "total": 0}
    after = {"upheld": 5, "corrected": 0, "other": 0, "pending": 0, "total": 0}
    cells = {f"litigation_direct.{k}": v for k, v in direct.items()}
    cells |= {f"litigation_after_reconsideration.{k}": v for k, v in after.items()}
    found = in_year().tells(cells).reconciled()
    assert [path for path in found.fields if path.startswith("litigation.")] == []


@pytest.mark.parametrize("flag", ["approximate", "conflict"])
def test_nothing_is_computed_from_a_doubtful_value(flag: str) -> None:
    report = (
        in_year()
        .says(f"{RECEIVED}total", 90, NARRATIVE, flag)
        .says("requests.carried_over.total", 4, NARRATIVE)
    )
    assert values(report.reconciled(), Status.DERIVED) == {}


def test_nothing_is_computed_from_two_values_in_conflict() -> None:
    report = in_year().says(f"{RECEIVED}total", 17).says(f"{RECEIVED}total", 95, NARRATIVE)
    found = report.says("requests.carried_over.total", 4).reconciled()
    assert values(found, Status.DERIVED) == {}


def test_a_value_that_two_identities_give_differently_is_a_finding_and_no_value() -> None:
    cells = {
        "requests.received.total": 21,
        "requests.carried_over.total": 0,
        "requests.carried_forward.total": 1,
        "requests.outcomes.disclosed.subtotal.total": 10,
        "requests.outcomes.refused.subtotal.total": 5,
        "requests.outcomes.unavailable.subtotal.total": 0,
        "requests.outcomes.not_processed.subtotal.total": 0,
        "requests.outcomes.other.subtotal.total": 0,
    }
    found = in_year().tells(cells).leaves_blank("requests.outcomes.total.total").reconciled()
    assert found.fields["requests.outcomes.total.total"].status is Status.BLANK
    assert "requests.balance" in rules(found)


def test_sums_that_disagree_over_a_value_the_report_leaves_out() -> None:
    parts = {"upheld": 2, "corrected": 1, "other": 0, "pending": 0}
    cells = {f"litigation.{k}": v for k, v in parts.items()}
    cells |= {"litigation_direct.total": 1, "litigation_after_reconsideration.total": 1}
    found = in_year().tells(cells).reconciled()
    assert "litigation.total" not in found.fields
    assert [(f.rule, f.severity) for f in found.findings] == [("litigation.parts", Severity.WARNING)]
    assert set(cells) <= set(found.findings[0].paths)


def test_a_computed_value_below_zero_is_a_finding_and_no_value() -> None:
    said = {"requests.handled.total": 10, "requests.received.total": 12}
    found = in_year().tells(said).leaves_blank("requests.carried_over.total").reconciled()
    assert found.fields["requests.carried_over.total"].value is None
    assert rules(found) == ["requests.handled"]


def test_channels_are_checked_and_never_computed() -> None:
    said = {"requests.received.total": 10, "requests.channels.letter": 4, "requests.channels.online": 6}
    assert values(in_year(2018, "pre2019").tells(said).reconciled(), Status.DERIVED) == {}
