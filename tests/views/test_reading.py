"""The reading view: half width, simplified, mainland words; the document keeps its characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import load_schema
from extractor.views import compact_view, reading_view

VOCABULARY = load_schema("annual_report").vocabulary


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("收到１３６件（其中：网络申请２件）", "收到136件(其中:网络申请2件)"),
        ("⼀、总体情况", "一、总体情况"),
        ("二○一○年、二〇一〇年", "二○一○年、二〇一〇年"),
        ("㈠主动公开⑵申请⒊诉讼", "(一)主动公开(2)申请3.诉讼"),
        ("①2023年,面积5m²", "①2023年,面积5m²"),
        ("收\u200b到\u202e36\u202c件\ufeff", "收到36件"),
        ("收到\x00\x0736件", "收到  36件"),
        ("第1页\x0c第2页", "第1页\n第2页"),
        ("表格 | 0\u3000|\xa05\r\n", "表格 | 0 | 5\r\n"),
    ],
)
def test_simplified_texts(printed: str, read: str) -> None:
    assert reading_view(printed, VOCABULARY).text == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("全年共收到依申請公開信件99件,辦結率100%", "全年共收到依申请公开信件99件,办结率100%"),
        ("行政規範性檔案45件,區檔案館查閱點", "行政规范性文件45件,区档案馆查阅点"),
        ("受理申請(qǐng)12件，辦結(jié)率100%，網(wǎng)絡(luò)(3件)", "受理申请12件,办结率100%,网络(3件)"),
        ("網際網路申請、線上訪談、線上線下培訓", "互联网申请、在线访谈、线上线下培训"),
        ("行政複議、行政覆議與答覆、回復、回覆", "行政复议、行政复议与答复、回复、回复"),
        ("政府資訊公開條例、乾縣", "政府信息公开条例、乾县"),
    ],
)
def test_texts_in_traditional_script(printed: str, read: str) -> None:
    assert reading_view(printed, VOCABULARY).text == read


def test_converted_words_are_only_looked_for_in_traditional_script() -> None:
    assert reading_view("清理档案,方便民众", VOCABULARY).text == "清理档案,方便民众"


def test_a_simplified_text_keeps_its_names_and_loses_its_strays() -> None:
    text = "乾县全年收到政府信息公开申请三件,均已答复。" * 5
    assert reading_view(text + "國").text == text + "国"


def test_words_are_not_replaced_without_a_vocabulary() -> None:
    assert reading_view("規範性檔案").text == "规范性档案"


def test_evidence_stays_in_the_original_characters() -> None:
    text = "市政府網際網路平台公開檔案69件"
    view = reading_view(text, VOCABULARY)
    start = view.text.index("互联网")
    assert view.span(start, start + 3).of(text) == "網際網路"
    start = view.text.index("文件69件")
    assert view.span(start, start + 5).of(text) == "檔案69件"


@given(st.text(alphabet="网網际際路檔案馆館文件１2（(㈠\u200b\x00 \n⼀乾", max_size=40))
def test_every_range_maps_to_characters_that_read_the_same(text: str) -> None:
    view = reading_view(text)
    assert all(
        character in reading_view(view.span(at, at + 1).of(text)).text
        for at, character in enumerate(view.text)
        if character not in "网际档馆干"
    )
    assert view.span(0, len(view.text)).end <= len(text)


def test_compacting_joins_what_was_broken_over_lines() -> None:
    view = compact_view(reading_view("2023 年1 月收到申\n请 21 件\n0\n0\n"))
    assert view.text == "2023年1月收到申请21件0 0"


def test_question_marks_that_stand_for_spaces_are_left_out() -> None:
    lines = ["??一、总体情况?", "全年收到3件。?", "规章?", "12?", "规范性文件?", "?0 | 5? |"]
    assert reading_view("\n".join(lines)).text.split("\n") == [
        "一、总体情况",
        "全年收到3件。",
        "规章",
        "12",
        "规范性文件",
        "0 | 5 |",
    ]


def test_a_question_stays_a_question() -> None:
    text = "如何申请公开?\n向本机关提出申请。\n何时答复?\n二十个工作日内。\n"
    assert reading_view(text).text == text
