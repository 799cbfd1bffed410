"""Confidence is a probability, and its order is that of the support a value has."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile.testimony import LLM, NARRATIVE, TABLE, Report, in_year

from extractor.values import Status, Witness

STAFF = "resources.staff_total"


def of(report: Report, path: str = STAFF) -> float:
    return report.reconciled().fields[path].confidence


def test_table_before_narrative_before_model() -> None:
    table, narrative, model = (of(Report().says(STAFF, 39, w)) for w in (TABLE, NARRATIVE, LLM))
    assert table > narrative > model


def test_a_better_label_is_more_certain() -> None:
    assert of(Report().says(STAFF, 39, support=0.95)) > of(Report().says(STAFF, 39, support=0.7))


def test_a_sum_that_holds_makes_its_terms_more_certain() -> None:
    alone = of(in_year(2016, "pre2019").says(STAFF, 39))
    parts = {"resources.staff_full_time": 10, "resources.staff_part_time": 29}
    assert of(in_year(2016, "pre2019").says(STAFF, 39).tells(parts)) > alone


def test_a_sum_of_zeros_says_little() -> None:
    parts = {"resources.staff_full_time": 0, "resources.staff_part_time": 0}
    zeros = of(in_year(2016, "pre2019").says(STAFF, 0).tells(parts))
    parts = {"resources.staff_full_time": 0, "resources.staff_part_time": 5}
    assert zeros < of(in_year(2016, "pre2019").says(STAFF, 5).tells(parts))


def test_doubts_cap_it_whatever_else_speaks_for_the_value() -> None:
    report = Report().says(STAFF, 39).says(STAFF, 39, NARRATIVE).says(STAFF, 40, LLM)
    assert of(report) == 0.65


def test_an_ambiguous_reading_without_a_value_has_none() -> None:
    assert of(Report().doubts(STAFF, 3, 7)) == 0.0


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 50),
            st.sampled_from(Witness),
            st.sampled_from([Status.STATED, Status.AMBIGUOUS, Status.BLANK, Status.NOT_APPLICABLE]),
            st.floats(0, 1),
            st.sets(st.sampled_from(["approximate", "scope", "conflict"])),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_it_is_always_a_probability(
    said: list[tuple[int, Witness, Status, float, set[str]]],
) -> None:
    report = Report()
    for value, witness, status, support, flags in said:
        has_value = status in (Status.STATED, Status.AMBIGUOUS)
        report.says(STAFF, value if has_value else None, witness, *flags, status=status, support=support)
    field = report.reconciled().fields[STAFF]
    assert 0 <= field.confidence <= 1
    assert (field.value is None) or field.spans
