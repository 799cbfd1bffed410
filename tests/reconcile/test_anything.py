"""Whatever the witnesses say, the record holds only what was said or follows from it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile.testimony import ANNUAL, Report

from extractor.reconcile import Reconciled
from extractor.values import Status, Value, Witness

GROUPS = ("requests.received", "requests.outcomes.total", "requests.carried", "litigation", "resources")
PATHS = [
    *(path for path in ANNUAL.fields if path.startswith(GROUPS)),
    *("year", "template", "period_start", "period_end", "requests.handled.total", "problems", "title"),
    "nowhere",
]

VALUES: st.SearchStrategy[Value] = st.one_of(
    st.integers(-3, 30),
    st.sampled_from([2009, 2020, 2023]),
    st.decimals(-5, 50, places=2),
    st.sampled_from(["2019", "2021", "pre2019", "", "某市"]),
    st.dates(date(2018, 1, 1), date(2024, 1, 1)),
    st.sampled_from([(), ("一", "二")]),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    report = Report()
    for _ in range(draw(st.integers(0, 60))):
        status = draw(st.sampled_from([Status.STATED, Status.STATED, *Status]))
        empty = status in (Status.BLANK, Status.NOT_APPLICABLE)
        report.says(
            draw(st.sampled_from(PATHS)),
            None if empty else draw(VALUES),
            draw(st.sampled_from(Witness)),
            *draw(st.sets(st.sampled_from(["approximate", "header_lost", "negative"]), max_size=1)),
            status=status,
            support=draw(st.sampled_from([0.3, 0.8, 1.0])),
            alternatives=tuple(draw(st.lists(VALUES, max_size=2))) if status is Status.AMBIGUOUS else (),
        )
    return report


@settings(max_examples=80, deadline=None)
@given(reports())
def test_every_value_was_said_or_follows(report: Report) -> None:
    found = report.reconciled()
    said = {path: set[Value]() for path in PATHS}
    for o in report.observations:
        said[o.path] |= {v for v in (o.value, *o.alternatives) if v is not None}
    for path, field in found.fields.items():
        assert 0 <= field.confidence <= 1
        if field.status in (Status.BLANK, Status.NOT_APPLICABLE):
            assert field.value is None
        elif field.status is Status.STATED:
            assert field.value in said[path]
            assert field.spans
        elif field.status is Status.DERIVED and isinstance(field.value, int | Decimal):
            assert field.value >= 0 or field.value in said[path]
    assert list(found.fields) == [path for path in ANNUAL.fields if path in found.fields]


@settings(max_examples=30, deadline=None)
@given(reports())
def test_the_same_testimony_gives_the_same_record(report: Report) -> None:
    def shown(found: Reconciled) -> tuple[object, ...]:
        return tuple(found.fields.values()), found.findings

    assert shown(report.reconciled()) == shown(report.reconciled())


@settings(max_examples=30, deadline=None)
@given(reports())
def test_every_doubt_that_stays_is_named(report: Report) -> None:
    found = report.reconciled()
    named = {path for finding in found.findings for path in finding.paths}
    for path, field in found.fields.items():
        if field.status is Status.AMBIGUOUS:
            assert "ambiguous" in field.flags
            assert path in named
        if {"conflict", "suspect", "unbalanced", "misread"} & set(field.flags):
            assert path in named
