"""The crossing sums of section three: what a consistent, a corrupted and an incomplete table give."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile.section_three import APPLICANTS, tables
from reconcile.testimony import in_year, values

from extractor.values import Severity, Status

few = settings(max_examples=40, deadline=None)


@few
@given(tables())
def test_a_consistent_table_raises_no_alarm(cells: dict[str, int]) -> None:
    found = in_year().tells(cells).reconciled()
    assert found.findings == ()
    assert [f for f in found.fields.values() if f.flags] == []


@few
@given(tables(), st.data())
def test_a_single_wrong_cell_is_named_and_left_as_printed(cells: dict[str, int], data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(cells)))
    wrong = data.draw(st.integers(0, 99).filter(lambda n: n != cells[path]))
    found = in_year().tells({**cells, path: wrong}).reconciled()

    failed = [f for f in found.findings if f.severity is Severity.ERROR]
    assert failed
    assert all(f.suspects == ((path, Decimal(cells[path])),) for f in failed)
    assert found.fields[path].value == wrong
    assert [p for p, f in found.fields.items() if "suspect" in f.flags] == [path]


@few
@given(tables(), st.data())
def test_two_wrong_cells_never_clear_the_table(cells: dict[str, int], data: st.DataObject) -> None:
    first, second = data.draw(st.lists(st.sampled_from(sorted(cells)), min_size=2, max_size=2, unique=True))
    printed = {**cells, first: cells[first] + 1, second: cells[second] + 2}
    found = in_year().tells(printed).reconciled()
    assert {f.severity for f in found.findings} == {Severity.ERROR}
    named = {path for f in found.findings for path in f.paths}
    assert {first, second} <= named


@few
@given(tables())
def test_a_row_read_as_another_one_is_doubtful_instead_of_the_agency_s_mistake(cells: dict[str, int]) -> None:
    row = "requests.outcomes.total"
    outcomes = {f"{row}.{c}": cells[f"{row}.{c}"] + 70 + i for i, c in enumerate(APPLICANTS)}
    outcomes[f"{row}.total"] = sum(outcomes.values())
    found = in_year().tells({**cells, **outcomes}).reconciled()
    assert {f.severity for f in found.findings} == {Severity.WARNING}
    assert all("可能是读取有误" in f.message for f in found.findings)
    assert all("misread" in found.fields[path].flags for path in outcomes)


@few
@given(tables(), st.data())
def test_what_is_derived_is_true(cells: dict[str, int], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted(cells)), max_size=60))
    blank = data.draw(st.booleans())
    report = in_year().tells({p: v for p, v in cells.items() if p not in gone})
    if blank:
        report.leaves_blank(*sorted(gone))
    found = report.reconciled()

    derived = values(found, Status.DERIVED)
    assert {p: v for p, v in derived.items() if p in cells and v != cells[p]} == {}
    assert found.findings == ()


@few
@given(tables(), st.data())
def test_a_single_lost_cell_comes_back(cells: dict[str, int], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(sorted(cells)))
    found = in_year().tells({p: v for p, v in cells.items() if p != gone}).reconciled()
    assert found.fields[gone].value == cells[gone]
    assert found.fields[gone].status is Status.DERIVED


@few
@given(tables(), st.data())
def test_an_ambiguous_cell_is_settled_by_its_row_and_column(
    cells: dict[str, int], data: st.DataObject
) -> None:
    doubtful = data.draw(st.sets(st.sampled_from(sorted(cells)), min_size=1, max_size=3))
    report = in_year().tells({p: v for p, v in cells.items() if p not in doubtful})
    for path in sorted(doubtful):
        other = cells[path] + data.draw(st.integers(1, 9))
        report.doubts(path, *data.draw(st.permutations([cells[path], other])))
    found = report.reconciled()
    for path in doubtful:
        field = found.fields[path]
        if field.status is Status.STATED:
            assert (field.value, field.flags) == (cells[path], ("placed_by_identity",))
        else:
            assert (field.status, field.value) == (Status.AMBIGUOUS, None)
    if len(doubtful) == 1:
        assert found.findings == ()
