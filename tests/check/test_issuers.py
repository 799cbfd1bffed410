"""Who is the same body from year to year."""

from __future__ import annotations

from typing import Any

import pytest
from check.years import FORWARD, OVER, SCHEMA, report, rules

from extractor.check import Record, SeriesReader
from extractor.check.issuers import short

BROKEN = ["series.carried_over"]


def pair(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The findings over two reports that contradict each other if they are of one issuer."""
    return rules(report(2022, {FORWARD: 5}, **before), report(2023, {OVER: 3}, **after))


def record(**who: Any) -> Record:
    [one] = SeriesReader(SCHEMA).record(report(2023, **who), "test")
    return one


@pytest.mark.parametrize(
    "name",
    [
        "清河县人民政府",
        "邢台市清河县人民政府",
        "河北省邢台市清河县人民政府",
        "清河县政府",
        "清河縣人民政府",
        "清河县 人民政府",
        "县人民政府",
        "清河县",
        "邢台市清河县",
    ],
)
def test_a_body_is_the_same_however_its_places_are_written(name: str) -> None:
    assert pair({}, {"issuer": name}) == BROKEN


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("邢台市清河县财政局", "财政局"),
        ("县财政局", "财政局"),
        ("县政府", "人民政府"),
        ("葛仙庄镇人民政府", "葛仙庄镇"),
        ("清河县葛仙庄镇", "葛仙庄镇"),
        ("葛仙庄镇政府", "葛仙庄镇"),
        ("清河街道办事处", "清河街道"),
        ("驻北京办事处", "驻北京办事处"),
    ],
)
def test_the_short_name_of_a_body(name: str, left: str) -> None:
    assert SCHEMA.series is not None
    assert short(record(issuer=name), SCHEMA.series) == left


@pytest.mark.parametrize(
    ("before", "after"),
    [("环境保护局", "生态环境局"), ("卫计局", "卫生健康局"), ("卫生和计划生育局", "卫健局")],
)
def test_a_body_that_was_renamed_is_the_same(before: str, after: str) -> None:
    assert pair({"issuer": f"清河县{before}"}, {"issuer": f"清河县{after}"}) == BROKEN


def test_bodies_of_other_places_are_others() -> None:
    assert pair({"code": "110105"}, {"code": "220104"}) == []


def test_other_bodies_of_one_place_are_others() -> None:
    assert pair({"issuer": "清河县财政局"}, {"issuer": "清河县教育局"}) == []


def test_a_report_without_code_joins_the_only_body_of_its_name() -> None:
    assert pair({"code": None}, {}) == BROKEN


def test_a_report_without_code_joins_none_of_several() -> None:
    ours = report(2022, {FORWARD: 5}, issuer="朝阳区人民政府", code=None)
    others = [
        report(2023, {OVER: 3}, issuer="朝阳区人民政府", code=code, places=())
        for code in ("110105", "220104")
    ]
    assert rules(ours, *others) == []


def test_a_column_of_the_user_tells_issuers_apart() -> None:
    before = report(2022, {FORWARD: 5}, issuer="甲", publisher="p1")
    after = report(2023, {OVER: 3}, issuer="乙", publisher="p1")
    other = report(2023, {OVER: 4}, issuer="甲", publisher="p2")
    assert rules(before, after, other, by="publisher") == BROKEN


def test_one_issuer_takes_all_for_the_same_body() -> None:
    before, after = report(2022, {FORWARD: 5}, issuer="甲"), report(2023, {OVER: 3}, issuer=None)
    assert rules(before, after, one_issuer=True) == BROKEN
