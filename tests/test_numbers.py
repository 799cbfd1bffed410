"""Numbers as official reports write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.numbers import Kind, Quantity, find_quantities, parse_number, parse_numeral, parse_quantity

FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1113", "1113"),
        ("1,113", "1113"),
        ("1，113", "1113"),
        ("１１１３", "1113"),
        ("18.8710", "18.8710"),
        ("+173", "173"),
        ("-35", "-35"),
        ("－35", "-35"),
        ("减3", "-3"),
        ("增5", "5"),
        ("54.74万", "547400"),
        ("1.4亿", "140000000"),
        ("3万5千", "35000"),
        ("1亿2000万", "120000000"),
    ],
)
def test_a_whole_string_of_figures_is_a_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", " ", "/", "—", "无", "12,34", "1 113", "3件", "3-5", "5千3万", "1.", "一", "万"]
)
def test_anything_else_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1),
        ("十一", 11),
        ("四十", 40),
        ("百", 100),
        ("一百零二", 102),
        ("两千三百", 2300),
        ("一千零五十", 1050),
        ("三万五千", 35000),
        ("一亿零五", 100000005),
        ("二〇一八", 2018),
        ("二○一○", 2010),
        ("二O一八", 2018),
    ],
)
def test_chinese_characters_write_numbers(text: str, value: int) -> None:
    assert parse_numeral(text) == value
    assert parse_number(text, numerals=True) == value


@pytest.mark.parametrize("text", ["", "一百二", "百十", "十百", "万万", "零十", "一件", "三万五", "十O"])
def test_colloquial_or_broken_numerals_are_not_guessed(text: str) -> None:
    assert parse_numeral(text) is None


@given(st.integers(min_value=0, max_value=10**17), st.booleans(), st.booleans())
def test_every_way_to_write_a_count_gives_it_back(number: int, grouped: bool, wide: bool) -> None:
    text = f"{number:,}" if grouped else str(number)
    assert parse_number(text.translate(FULL_WIDTH) if wide else text) == number


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_numerals_are_read_back(number: int) -> None:
    assert parse_numeral(in_characters(number)) == number


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(["件", "条", "人次", "万元", "个"]))
def test_a_count_in_a_sentence_is_found_where_it_stands(number: int, unit: str) -> None:
    text = f"全年共收到申请{number}{unit}，"
    (found,) = find_quantities(text)
    assert (int(found.value), found.unit, found.kind) == (number, unit, Kind.COUNT)
    assert text[found.start : found.end] == str(number)
    assert text[found.start : found.stop] == f"{number}{unit}"


@given(st.text(alphabet="0123456789,.，一二十百千万亿余多约件条元%年月第号(){}-—· \n收到", max_size=60))
def test_any_text_gives_ordered_numbers_that_do_not_overlap(text: str) -> None:
    at = 0
    for found in find_quantities(text):
        assert at <= found.start < found.end <= max(found.end, found.stop) <= len(text)
        at = found.end
        assert found.value >= 0 and found.step > 0


def only(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1万余人次", 10000, "人次"),
        ("43万余条", 430000, "条"),
        ("20余万条", 200000, "条"),
        ("四十余条", 40, "条"),
        ("近300件", 300, "件"),
        ("约13373人", 13373, "人"),
        ("300件以上", 300, "件"),
        ("上千条", 1000, "条"),
    ],
)
def test_a_rounded_amount_is_marked(text: str, value: int, unit: str) -> None:
    found = only(text)
    assert (int(found.value), found.unit, found.approximate) == (value, unit, True)


def test_an_exact_amount_is_not_marked() -> None:
    assert not only("收到申请一件").approximate
    assert not only("公开1,113条").approximate


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("91%", "91", "1"),
        ("99.20％", "99.20", "0.01"),
        ("54.74万条", "547400", "100"),
        ("64606件", "64606", "1"),
    ],
)
def test_the_last_printed_digit_gives_the_precision(text: str, value: str, step: str) -> None:
    found = only(text)
    assert (found.value, found.step) == (Decimal(value), Decimal(step))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("国办发〔2021〕12号", [Kind.CODE, Kind.CODE]),
        ("国令第711号", [Kind.ORDINAL]),
        ("第二十条第（一）项", [Kind.ORDINAL]),
        ("2018年1月1日至12月31日", [Kind.YEAR, Kind.DATE, Kind.DATE, Kind.DATE, Kind.DATE]),
        ("二○一八年", [Kind.YEAR]),
        ("20241月1日至202412月31日", [Kind.DATE] * 4),
        ("2016-03-08 09:15", [Kind.DATE, Kind.CODE, Kind.CODE]),
        ("0551-62600000", [Kind.CODE, Kind.CODE]),
        ("邮编:223100", [Kind.CODE]),
        ("12345热线", [Kind.CODE]),
        ("办理12345诉求3051件", [Kind.CODE, Kind.COUNT]),
        ("5·15政务公开日", [Kind.CODE, Kind.CODE]),
        ("3-5件", [Kind.CODE, Kind.CODE]),
        ("1.当面申请2件", [Kind.ORDINAL, Kind.COUNT]),
        ("2.2018年收到3件", [Kind.YEAR, Kind.COUNT]),
        ("提高5.3个百分点", [Kind.POINTS]),
        ("占55%", [Kind.PERCENT]),
    ],
)
def test_figures_that_count_nothing_are_told_apart(text: str, kinds: list[Kind]) -> None:
    assert [found.kind for found in find_quantities(text)] == kinds


def test_money_keeps_the_unit_that_is_printed() -> None:
    assert (only("4021.27万元").value, only("4021.27万元").unit) == (Decimal("4021.27"), "万元")
    assert (only("251000元").value, only("251000元").unit) == (Decimal(251000), "元")
    assert (only("1万余元").unit, only("1万余元").approximate) == ("万元", True)


def test_a_cell_with_a_unit_is_one_quantity() -> None:
    cell = parse_quantity("43.788万元")
    assert cell is not None and (cell.value, cell.unit) == (Decimal("43.788"), "万元")
    assert parse_quantity("22(其中修订16件)") is None
    assert parse_quantity("本单位未制作规章") is None


def test_a_figure_of_a_million_digits_is_no_amount() -> None:
    (found,) = find_quantities("1" * 10**6 + "件")
    assert found.kind is Kind.CODE


def in_characters(number: int) -> str:
    """The usual way to write a number in Chinese characters."""
    if number == 0:
        return "零"
    text = ""
    for factor, rank in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, factor)
        if part:
            gap = "零" if text and part < 1000 else ""
            text += gap + _four_digits(part) + rank
    return text


def _four_digits(number: int) -> str:
    text = ""
    gap = False
    for digit, rank in zip(f"{number:04d}", ("千", "百", "十", ""), strict=True):
        if digit == "0":
            gap = bool(text)
            continue
        text += ("零" if gap else "") + "零一二三四五六七八九"[int(digit)] + rank
        gap = False
    return text
