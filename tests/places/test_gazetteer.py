"""Places by name and code, with the years in which they bore them."""

from __future__ import annotations

import pytest

from extractor.places import Level, Place, find_addresses, gazetteer


def codes(name: str) -> list[str]:
    return [place.code for place in gazetteer().named(name)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("四川省", "510000"),
        ("内蒙古自治区", "150000"),
        ("凉山彝族自治州", "513400"),
        ("凉山州", "513400"),
        ("锡林郭勒盟", "152500"),
        ("鄂伦春自治旗", "150723"),
        ("孟连傣族拉祜族佤族自治县", "530827"),
        ("孟连县", "530827"),
        ("浦东新区", "310115"),
        ("神农架林区", "429021"),
        ("石河子市", "659001"),
        ("六枝特区", "520203"),
        ("乾县", "610424"),
    ],
)
def test_a_name_finds_its_code(name: str, code: str) -> None:
    assert codes(name) == [code]


def test_a_name_that_several_places_bear_finds_them_all() -> None:
    assert codes("鼓楼区") == ["320106", "320302", "350102", "410204"]


@pytest.mark.parametrize("name", ["", "市", "某某县", "四川", "市辖区", "省直辖县级行政区划", "\t", "510000"])
def test_what_is_no_name_finds_nothing(name: str) -> None:
    assert codes(name) == []


def test_a_county_that_became_a_district_is_two_places_in_turn() -> None:
    county, district = gazetteer().named("洪泽县")[0], gazetteer().named("洪泽区")[0]
    assert (county.code, county.last, district.code, district.first) == ("320829", 2015, "320813", 2016)
    assert [district.years_from(year) for year in (2013, 2016, 2030)] == [3, 0, 0]


def test_parents_have_the_names_of_the_time() -> None:
    place = gazetteer().named("襄城区")[0]
    assert [p.name for p in gazetteer().parents(place, 2008)] == ["襄樊市", "湖北省"]
    assert [p.name for p in gazetteer().parents(place, 2020)] == ["襄阳市", "湖北省"]


@pytest.mark.parametrize(
    ("name", "parents"), [("密云县", ["北京市"]), ("济源市", ["河南省"]), ("四川省", [])]
)
def test_what_no_prefecture_governs_lies_in_its_province(name: str, parents: list[str]) -> None:
    assert [p.name for p in gazetteer().parents(gazetteer().named(name)[0], 2012)] == parents


def test_every_place_lies_in_a_province_and_within_its_parents() -> None:
    table = gazetteer()
    for place in (
        p for name in ("朝阳区", "城关区", "五指山市", "仙桃市", "昆玉市") for p in table.named(name)
    ):
        parents = table.parents(place, 2020)
        assert parents[-1].level is Level.PROVINCE
        assert all(place.within(parent) for parent in parents)


def test_the_provinces_are_those_of_the_standard() -> None:
    provinces = gazetteer().provinces
    assert len(provinces) == 34
    assert {p.level for p in provinces} == {Level.PROVINCE}


def test_a_stem_finds_the_places_of_every_kind() -> None:
    assert {p.name for p in gazetteer().stemmed("吉安")} == {"吉安市", "吉安县"}


def named(text: str) -> list[tuple[str, list[str]]]:
    return [(text[a.start : a.end], [p.code for p in a.places]) for a in find_addresses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由淮安市洪泽区人民政府编制", [("淮安市洪泽区", ["320813"])]),
        ("四川攀枝花市仁和区", [("四川攀枝花市仁和区", ["510411"])]),
        ("江苏省徐州市鼓楼区", [("江苏省徐州市鼓楼区", ["320302"])]),
        ("黄山市黄山区", [("黄山市黄山区", ["341003"])]),
        ("成都市、绵阳市", [("成都市", ["510100"]), ("绵阳市", ["510700"])]),
        ("吉林省吉林市", [("吉林省吉林市", ["220200"])]),
        ("济南市市中区", [("济南市市中区", ["370103"])]),
        ("莘县人民政府", [("莘县", ["371522"])]),
        ("苏州市昆山市", [("苏州市昆山市", ["320583"])]),
    ],
)
def test_places_are_found_in_text(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "各市和县级政府",
        "全市城区道路",
        "上海市场供应",
        "西藏区域经济",
        "推进老城区改造",
        "市中区域",
        "全国各省市县区",
        "",
        "市",
        "区县市",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert named(text) == []


def test_a_level_can_be_told_from_the_code() -> None:
    levels = [Place(code, "", "").level for code in ("510000", "510400", "510411", "419001")]
    assert levels == [Level.PROVINCE, Level.CITY, Level.COUNTY, Level.COUNTY]
