"""The generator of reports is right about its own reports."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from generator import FORMS, LAYOUTS, PAPER_LAYOUTS, PROSE_LAYOUTS, Plan, generate, realize
from generator import forms as official
from generator.compose import compose
from generator.gold import contract_paths, equations_of
from generator.identities import Equation, consequences
from generator.ink import Ink
from generator.layouts import Flat, flatten
from generator.sheet import Box, Kind, Sheet
from generator.values import split

SEEDS = range(40)


@pytest.mark.parametrize("form", FORMS)
def test_the_values_of_a_report_obey_its_identities(form: str) -> None:
    for seed in SEEDS:
        plan = Plan.draw(seed, form)
        values = compose(plan).world.values
        checked = [e for e in equations_of(plan) if all(p in values for p in e.coefficients())]
        assert checked
        assert [e for e in checked if not e.holds(values)] == []


def test_only_changes_of_items_may_be_negative() -> None:
    negative = {
        path
        for form in FORMS
        for seed in SEEDS
        for path, value in compose(Plan.draw(seed, form)).world.values.items()
        if value < 0
    }
    assert all(path.endswith(".items_change") for path in negative)


OFFICIAL_SHEETS = (
    official.article_20_of_2019(),
    official.article_20_of_2021(),
    official.requests(three_rows_of_other=True),
    official.remedies(),
)


@pytest.mark.parametrize("sheet", OFFICIAL_SHEETS)
def test_the_boxes_of_a_form_cover_its_grid_exactly(sheet: Sheet) -> None:
    grid = sheet.grid()
    area = sum(box.rows * box.columns for box in sheet.boxes())
    assert area == len(grid) * len(grid[0])


def test_every_cell_of_the_official_forms_is_a_path_of_the_contract() -> None:
    assert {path for sheet in OFFICIAL_SHEETS for path in sheet.paths()} <= set(contract_paths())


def test_a_seed_always_stands_for_the_same_report() -> None:
    assert generate(7) == generate(7)
    assert generate(7).data != generate(8).data


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if not layout.startswith("html")])
def test_stated_values_stand_where_the_truth_says(layout: str) -> None:
    for seed in range(12):
        case = generate(seed, layout=layout)
        assert case.text is not None and case.gold.places is not None
        for path in case.gold.cells:
            printed = [span.of(case.text) for span in case.gold.places[path]]
            assert any(c.isdigit() for text in printed for c in text), (seed, path, printed)


def test_a_file_decodes_to_the_text_the_places_refer_to() -> None:
    for seed in SEEDS:
        case = generate(seed, layout="L2")
        decoded = {e: case.data.decode(e, "replace") for e in (case.plan.encoding, "utf-8")}
        assert case.text in decoded.values()


def test_no_value_is_both_required_and_forbidden() -> None:
    for form in FORMS:
        for seed in SEEDS:
            gold = generate(seed, form).gold
            assert not gold.must_be_null & (gold.values.keys() | gold.optional.keys())
            assert not gold.blank & gold.values.keys()


def test_a_planted_misprint_breaks_an_identity() -> None:
    planted = 0
    for seed in range(150):
        plan = Plan.draw(seed)
        mistake = compose(plan).mistake
        if mistake is None or mistake.kind not in ("cell", "total", "remedy", "sum"):
            continue
        values = compose(plan).world.values | mistake.misprints
        broken = [
            e
            for e in equations_of(plan)
            if all(p in values for p in e.coefficients()) and not e.holds(values)
        ]
        assert any(mistake.paths & e.coefficients().keys() for e in broken), plan
        planted += 1
    assert planted > 5


def test_prose_only_reports_come_in_the_layouts_of_prose() -> None:
    assert {Plan.draw(seed, "pre2019-prose").layout for seed in SEEDS} <= {*PROSE_LAYOUTS, *PAPER_LAYOUTS}


def test_a_report_is_as_long_as_its_plan_demands() -> None:
    plan = Plan(1, "2021", "L2", Plan.draw(1).tier, 2023, length=12000)
    text = realize(plan).text
    assert text is not None and 12000 <= len(text) < 15000


def small_sheet() -> Sheet:
    """Two rows of two values, one of them blank."""
    rows = (
        (Box("信息内容", Kind.HEAD), Box("甲", Kind.HEAD), Box("乙", Kind.HEAD)),
        (Box("规章", Kind.LABEL), Box("1", Kind.VALUE, path="a"), Box("", Kind.VALUE, path="b")),
        (Box("许可", Kind.LABEL), Box("3", Kind.VALUE, path="c"), Box("4", Kind.VALUE, path="d")),
    )
    return Sheet("small", rows)


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("L2", ["信息内容 | 甲 | 乙 |", "规章 | 1 |  |", "许可 | 3 | 4 |"]),
        ("L3", ["规章", "|", "1", "|", "|", "许可", "|", "3", "|", "4", "|"]),
        ("L4", ["规章", "", "1", "", "许可", "", "3", "", "4", ""]),
        ("L5", ["规章", "1", "许可", "3", "4"]),
        ("L7", ["规章 | 1 |", "|", "许可 | 3 | 4 |"]),
    ],
)
def test_a_layout_writes_rows_as_described(layout: str, expected: list[str]) -> None:
    flat = Flat()
    flatten(small_sheet(), layout, Random(0), flat)
    assert flat.lines[-len(expected) :] == expected


def test_values_beside_a_blank_that_the_layout_swallows_have_no_sure_place() -> None:
    flat = Flat()
    flatten(small_sheet(), "L5", Random(0), flat)
    assert flat.unsure == {"a", "b"}


def test_marks_give_the_places_of_values() -> None:
    ink = Ink()
    text, places = ink.reveal(f"收到{ink.mark('12', 'received')}件，{ink.mark('均未', 'a', 'b')}发生")
    assert text == "收到12件，均未发生"
    assert {path: [span.of(text) for span in spans] for path, spans in places.items()} == {
        "received": ["12"],
        "a": ["均未"],
        "b": ["均未"],
    }


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"total": 5, "a": 2}, {"b"}),
        ({"total": 0}, {"a", "b"}),
        ({"total": 5}, set()),
        ({"a": 1, "b": 2, "c": 4}, {"total", "sum"}),
    ],
)
def test_consequences_are_the_values_with_one_solution(known: dict[str, int], expected: set[str]) -> None:
    equations = [Equation(("total",), ("a", "b")), Equation(("sum",), ("total", "c"))]
    assert consequences(known, equations) == expected


def test_equations_are_solved_together() -> None:
    equations = [Equation(("x", "y"), ("s",)), Equation(("x",), ("y", "d"))]
    assert consequences({"s": Decimal(10), "d": Decimal(2)}, equations) == {"x", "y"}


@pytest.mark.parametrize("amount", [0, 1, 57, 400, 401, 40000])
def test_a_split_amount_keeps_its_sum(amount: int) -> None:
    parts = split(Random(3), amount, (5, 0.5, 2, 1))
    assert sum(parts) == amount and min(parts) >= 0
