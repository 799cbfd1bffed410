"""Values of the wrong kind do not enter the record, and are told of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from reconcile.testimony import NARRATIVE, Report, rules, the_finding

from extractor.values import Severity, Status, Value


@pytest.mark.parametrize(
    ("path", "said", "value"),
    [
        ("proactive.total_items", Decimal("12000"), 12000),
        ("resources.budget", 25, Decimal(25)),
        ("period_end", date(2022, 12, 31), date(2022, 12, 31)),
        ("template", "2021", "2021"),
        ("proactive.licensing.items_change", -35, -35),
        ("problems", ("一", "二"), ("一", "二")),
    ],
)
def test_values_take_the_type_of_their_field(path: str, said: Value, value: Value) -> None:
    found = Report().says(path, said).reconciled()
    assert found.fields[path].value == value
    assert type(found.fields[path].value) is type(value)
    assert found.findings == ()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("proactive.total_items", Decimal("3.5")),
        ("proactive.total_items", "很多"),
        ("proactive.total_items", True),
        ("resources.budget", Decimal("NaN")),
        ("period_end", "2022-12-31"),
        ("template", "1999"),
        ("title", " "),
        ("problems", ()),
    ],
)
def test_a_value_of_another_kind_is_left_out_and_told_of(path: str, said: Value) -> None:
    found = Report().says(path, said).reconciled()
    field = found.fields[path]
    assert (field.value, field.status, field.flags) == (None, Status.AMBIGUOUS, ("ambiguous", "invalid"))
    finding = the_finding(found, "type.value")
    assert (finding.severity, finding.paths) == (Severity.WARNING, (path,))


def test_a_value_of_the_right_kind_beside_it_counts() -> None:
    found = Report().says("training.sessions", "若干").says("training.sessions", 3, NARRATIVE).reconciled()
    assert (found.fields["training.sessions"].value, rules(found)) == (3, ["type.value"])


def test_a_count_below_zero_is_kept_as_printed_and_is_an_error() -> None:
    found = Report().says("requests.carried_forward.total", -1).reconciled()
    field = found.fields["requests.carried_forward.total"]
    assert (field.value, field.flags) == (-1, ("negative",))
    assert the_finding(found, "type.negative").severity is Severity.ERROR


def test_a_doubtful_count_below_zero_is_only_a_warning() -> None:
    found = Report().says("complaints.total", -1, support=0.6).reconciled()
    assert the_finding(found, "type.negative").severity is Severity.WARNING


def test_a_path_that_is_no_field_is_told_of() -> None:
    found = Report().says("requests.received.everybody", 3).reconciled()
    assert found.fields == {}
    assert rules(found) == ["type.path"]
