"""Ambiguous cells: settled by the sums, or left open and said to be."""

from __future__ import annotations

from reconcile.testimony import NARRATIVE, in_year, rules, the_finding

from extractor.values import Severity, Status

RESULTS = {"reconsideration.upheld": 3, "reconsideration.corrected": 1, "reconsideration.other": 0}
PENDING, TOTAL = "reconsideration.pending", "reconsideration.total"


def test_a_cell_is_placed_where_only_one_reading_fits_its_sum() -> None:
    found = in_year().tells({**RESULTS, TOTAL: 6}).doubts(PENDING, 7, 2, 0).reconciled()
    field = found.fields[PENDING]
    assert (field.value, field.status, field.flags) == (2, Status.STATED, ("placed_by_identity",))
    assert found.findings == ()


def test_a_placed_cell_keeps_its_evidence_and_is_less_certain_than_a_plain_one() -> None:
    report = in_year().tells({**RESULTS, TOTAL: 6}).doubts(PENDING, 2, 7)
    fields = report.reconciled().fields
    assert [span.of(report.text) for span in fields[PENDING].spans] == ["2"]
    assert fields[PENDING].confidence < fields["reconsideration.other"].confidence


def test_two_cells_that_may_be_exchanged_stay_ambiguous_and_are_named() -> None:
    report = in_year().tells({"reconsideration.upheld": 3, "reconsideration.other": 0, TOTAL: 6})
    found = report.doubts("reconsideration.corrected", 1, 2).doubts(PENDING, 2, 1).reconciled()
    finding = the_finding(found, "ambiguous")
    assert finding.severity is Severity.WARNING
    assert finding.paths == ("reconsideration.corrected", PENDING)
    for path in finding.paths:
        field = found.fields[path]
        assert (field.value, field.status, field.flags) == (None, Status.AMBIGUOUS, ("ambiguous",))


def test_one_settled_cell_settles_the_next() -> None:
    direct = {"upheld": 1, "corrected": 0, "other": 0, "total": 3}
    report = in_year().tells({f"litigation_direct.{k}": v for k, v in direct.items()})
    report.doubts("litigation_direct.pending", 2, 5)
    report.doubts("litigation_after_reconsideration.pending", 4, 1).says("litigation.pending", 6)
    found = report.reconciled()
    assert found.fields["litigation_direct.pending"].value == 2
    assert found.fields["litigation_after_reconsideration.pending"].value == 4


def test_a_sum_that_no_reading_fits_settles_nothing() -> None:
    found = in_year().tells({**RESULTS, TOTAL: 9}).doubts(PENDING, 2, 7).reconciled()
    assert found.fields[PENDING].status is Status.AMBIGUOUS
    assert rules(found) == ["ambiguous"]


def test_a_reading_that_is_clearly_likelier_is_given_but_never_without_a_warning() -> None:
    found = in_year().doubts(PENDING, 2, 7, support=0.9).reconciled()
    field = found.fields[PENDING]
    assert (field.value, field.status, field.flags) == (2, Status.AMBIGUOUS, ("ambiguous",))
    assert field.confidence <= 0.5
    assert rules(found) == ["ambiguous"]


def test_an_unreadable_cell_is_derived_where_the_sum_gives_it() -> None:
    found = in_year().tells({**RESULTS, TOTAL: 6}).doubts(PENDING).reconciled()
    assert (found.fields[PENDING].value, found.fields[PENDING].status) == (2, Status.DERIVED)


def test_a_stated_value_decides_over_an_ambiguous_cell() -> None:
    found = in_year().doubts("complaints.total", 3, 7).says("complaints.total", 7, NARRATIVE).reconciled()
    field = found.fields["complaints.total"]
    assert (field.value, field.status) == (7, Status.STATED)


def test_too_many_combinations_are_left_alone() -> None:
    report = in_year().says("requests.received.total", 30)
    for column in ("natural_person", "commercial_enterprise", "research_institution"):
        report.doubts(f"requests.received.{column}", *range(20))
    for column in ("social_welfare_organization", "legal_service_organization", "other_organization"):
        report.doubts(f"requests.received.{column}", *range(20))
    found = report.reconciled()
    assert found.fields["requests.received.natural_person"].status is Status.AMBIGUOUS
