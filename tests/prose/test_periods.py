"""Which period a number is about: the report's year, a part of it, several years, all years so far."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from prose.saying import stated

TOTAL = "proactive.total_items"
EVER = f"cumulative.{TOTAL}"


@pytest.mark.parametrize(
    "when",
    [
        "2017年1-12月，",
        "2017年1月至12月，",
        "2017年1月1日至12月31日，",
        "2017年1月1日至2017年12月31日，",
        "截至2017年12月，",
        "截至2017年12月31日，",
        "2017年3月制定了工作要点，全年",
        "2017年，平均每月4条，共",
    ],
)
def test_the_whole_year(when: str) -> None:
    assert stated(f"{when}主动公开政府信息52条。", 2017) == {TOTAL: 52}


@pytest.mark.parametrize(
    "when",
    [
        "2017年7-12月，",
        "2017年7月至12月，",
        "2017年7月—2017年12月，",
        "2017年1月1日至6月30日，",
        "2017年1月1日至2017年6月30日，",
        "截至2017年6月底，",
        "截止2017年11月，",
        "2017年前9个月，",
        "前十个月",
        "2017年9月份",
        "2017年12月，我局",
        "10月，全局共",
        "每月",
        "平均每季度",
        "月均",
        "2016年11月至2017年10月，",
        "2015-2017年，",
        "2015年至2017年，",
    ],
)
def test_a_part_of_the_year_or_more_than_it_is_not_the_year(when: str) -> None:
    assert stated(f"{when}主动公开政府信息52条。", 2017) == {}


def test_the_first_reports_begin_with_the_duty_to_disclose() -> None:
    text = "5月1日至12月31日，我局主动公开政府信息52条。"
    assert stated(f"2008年{text}", 2008) == {TOTAL: 52}
    assert stated(f"2013年{text}", 2013) == {}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("到2017年底累计主动公开政府信息640条。", {}),
        ("至2017年末我局累计主动公开政府信息640条。", {}),
        ("截至2017年底，主动公开政府信息640条，其中2017年公开90条。", {EVER: 640}),
        ("截止2017年12月31日，我局主动公开政府信息640条，其中2017年新增90条。", {EVER: 640, TOTAL: 90}),
        ("累计公开政府信息640条。其中：2017年新增90条。", {EVER: 640}),
        ("我局主动公开政府信息640条，其中今年新增公开90条。", {}),
        ("我局主动公开政府信息640条，其中2017年3月公开政策90条。", {TOTAL: 640}),
        ("2017年，主动公开政府信息90条，累计公开政府信息640条。", {TOTAL: 90, EVER: 640}),
        ("新增主动公开政府信息90条，累计公开政府信息640条。", {TOTAL: 90, EVER: 640}),
        ("2017年，主动公开政府信息90条，通过网站等多种渠道累计公开政府信息640条。", {TOTAL: 90}),
        ("2017年，主动公开政府信息640条，累计公开政府信息90条。", {TOTAL: 640}),
    ],
)
def test_a_sum_over_years_beside_the_number_of_the_year(text: str, values: Mapping[str, int]) -> None:
    assert stated(text, 2017) == values


def test_the_website_over_all_years_and_in_the_year() -> None:
    whole = "主动公开方面。截止2017年底通过局网站公开信息640条"
    website = "proactive.channels.website"
    assert stated(f"{whole}，其中2017年公开信息90条。", 2017) == {f"cumulative.{website}": 640, website: 90}
    assert stated(f"{whole}，其中政策类信息90条。", 2017) == {website: 640}
