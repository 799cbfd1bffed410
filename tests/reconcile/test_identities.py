"""The identities of the annual report as data."""

from __future__ import annotations

import pytest
from reconcile.section_three import APPLICANTS, COLUMNS, ONE_ROW
from reconcile.testimony import ANNUAL

from extractor.declare import Identity, Relation


def of(rule: str, form: str = "2021") -> list[Identity]:
    return [i for i in ANNUAL.identities if i.rule == rule and (not i.forms or form in i.forms)]


def test_the_relation_printed_on_the_form_is_declared_for_every_column() -> None:
    assert [i.left for i in of("requests.balance")] == [
        (f"requests.received.{c}", f"requests.carried_over.{c}") for c in COLUMNS
    ]


def test_every_row_of_the_table_has_its_total() -> None:
    totals = {i.left[0]: i.right for i in of("requests.row_total")}
    for row in (*ONE_ROW, "requests.received", "requests.carried_forward", "requests.outcomes.total"):
        assert totals[f"{row}.total"] == tuple(f"{row}.{c}" for c in APPLICANTS)


def test_every_outcome_row_is_counted_once_in_the_total_of_its_column() -> None:
    parts = {i.left[0]: i.right for i in ANNUAL.identities if "2021" in i.forms and len(i.left) == 1}

    def leaves(path: str) -> list[str]:
        if path not in parts or path.endswith("other.subtotal.natural_person"):
            return [path]
        return [leaf for part in parts[path] for leaf in leaves(part)]

    counted = leaves("requests.outcomes.total.natural_person")
    assert sorted(counted) == sorted(f"{row}.natural_person" for row in ONE_ROW)


@pytest.mark.parametrize(
    ("rule", "form"),
    [
        ("requests.handled", "2021"),
        ("requests.outcomes", "pre2019"),
        ("requests.outcomes.refused", "pre2019"),
        ("requests.channels", "pre2019"),
        ("requests.concluded", "pre2019"),
        ("resources.staff", "pre2019"),
        ("reconsideration.total", "pre2019"),
        ("litigation.total", "pre2019"),
        ("reconsideration.total", "2019"),
        ("litigation_direct.total", "2019"),
        ("litigation_after_reconsideration.total", "2021"),
        ("litigation.parts", "2021"),
    ],
)
def test_the_identities_of_the_contract_are_declared(rule: str, form: str) -> None:
    assert of(rule, form) != []


def test_the_column_for_all_years_has_the_same_identities_but_for_the_balance() -> None:
    year = {i.rule for i in ANNUAL.identities if i.relation is Relation.EQUAL}
    assert {r for r in year if not r.startswith("cumulative.") and f"cumulative.{r}" not in year} == {
        "requests.balance",
        "requests.handled",
    }


def test_every_identity_says_in_both_languages_what_should_hold() -> None:
    assert [i.rule for i in ANNUAL.identities if not (i.message_zh and i.message_en)] == []
