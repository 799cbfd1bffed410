"""Years and periods as reports print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.cover.dates import find_periods, year_of


def periods(text: str) -> list[tuple[date | None, date | None]]:
    return [(p.first, p.last) for p in find_periods(text)]


YEAR_2023 = [(date(2023, 1, 1), date(2023, 12, 31))]


@pytest.mark.parametrize(
    "text",
    [
        "2023年1月1日至2023年12月31日",
        "2023年1月1日至12月31日",
        "自2023年1月1日起至2023年12月31日止",
        "20231月1日至202312月31日",
        "2023年1月1日-12月31日",
        "2023年1月1日—2023年12月31日",
        "2023年1月至12月",
        "2023年度(1月1日至12月31日)",
        "2023.1.1-2023.12.31",
        "2023年1月1日《条例》施行之日起,至2023年12月31日",
        "2023-01-01至2023-12-31",
        "二〇二三年一月一日至十二月三十一日",
        "二O二三年一月一日至二O二三年十二月三十一日",
    ],
)
def test_a_year_is_recognised_however_it_is_written(text: str) -> None:
    assert periods(text) == YEAR_2023


def test_a_closing_day_alone_has_no_beginning() -> None:
    assert periods("截至2012年12月31日") == [(None, date(2012, 12, 31))]


@pytest.mark.parametrize(
    "cue", ["截止期为", "截止日期：", "截止日期是", "截止时间为", "截至", "截止到", "截止"]
)
def test_a_closing_day_is_named_in_several_ways(cue: str) -> None:
    text = cue.replace("：", ":") + "2012年12月31日"
    assert periods(text) == [(None, date(2012, 12, 31))]


@pytest.mark.parametrize("end", ["202020年12月31日", "20200年12月31日", "20201年12月"])
def test_the_first_day_stands_though_the_last_is_damaged(end: str) -> None:
    assert periods(f"自2020年1月1日起至{end}止") == [(date(2020, 1, 1), None)]


@pytest.mark.parametrize("text", ["自202311日起至20231231日止", "2023101日至20231231日"])
def test_a_whole_year_may_have_lost_the_signs_of_year_and_month(text: str) -> None:
    assert periods(text) == YEAR_2023


@pytest.mark.parametrize("text", ["自202311日起至20241231日止", "202321日至20231231日", "电话2023111日"])
def test_other_days_without_signs_are_none(text: str) -> None:
    assert periods(text) == []


def test_a_year_may_begin_in_may() -> None:
    assert periods("2008年5月1日起至2008年12月31日") == [(date(2008, 5, 1), date(2008, 12, 31))]


@pytest.mark.parametrize(
    "text",
    [
        "2019年2月1日至2019年2月30日",
        "2019年13月1日至2019年14月1日",
        "2019年12月31日至2019年1月1日",
        "12019年1月1日至12月31日",
        "2019年",
        "1月1日至12月31日",
    ],
)
def test_what_no_calendar_has_is_no_period(text: str) -> None:
    assert periods(text) == []


@pytest.mark.parametrize(
    ("text", "year"), [("2018", 2018), ("二〇一八", 2018), ("二O一○", 2010), ("二0一一", 2011)]
)
def test_years_in_figures_and_characters(text: str, year: int) -> None:
    assert year_of(text) == year


@given(st.dates(date(2008, 1, 1), date(2034, 12, 30)), st.integers(1, 400))
def test_every_period_is_read_as_it_was_written(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    text = f"{first.year}年{first.month}月{first.day}日至{last.year}年{last.month}月{last.day}日"
    assert periods(text) == [(first, last)]
