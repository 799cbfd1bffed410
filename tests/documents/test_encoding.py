"""Bytes become the text they were written as, in whatever encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.documents import read_bytes
from extractor.errors import GoujiError, InputError, NotTextError

SIMPLIFIED = (
    "某某市人民政府2021年政府信息公开工作年度报告\r\n一、总体情况\r\n"
    "全年共收到政府信息公开申请36件,均已按时答复;主动公开信息1,204条。\r\n"
)
TRADITIONAL = (
    "某某市人民政府2021年政府信息公開工作年度報告\r\n一、總體情況\r\n"
    "全年共收到政府信息公開申請36件,均已按時答覆;主動公開信息1,204條。\r\n"
)


@pytest.mark.parametrize(
    ("text", "encoding", "reported"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "utf-16-le", "utf-16-le"),
        ("Only ASCII: 36 requests.\n", "utf-16-le", "utf-16-le"),
        ("Rapport annuel: accès à l'information, 36 demandes.\n", "cp1252", "cp1252"),
    ],
)
def test_text_is_the_decoded_file_unchanged(text: str, encoding: str, reported: str) -> None:
    data = text.encode(encoding)
    document = read_bytes(data, "report.txt")
    assert document.text == text
    assert document.source.encoding == reported
    assert document.text == data.decode(reported)
    assert document.source.characters == len(text)
    assert document.notices == ()


@pytest.mark.parametrize(("text", "encoding"), [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")])
def test_the_encoding_is_found_behind_a_long_head_of_ascii(text: str, encoding: str) -> None:
    whole = "var visited = 1;\n" * 8000 + text
    assert read_bytes(whole.encode(encoding), "page.txt").text == whole


def test_big_endian_mark_is_dropped() -> None:
    assert read_bytes(b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "r").text == SIMPLIFIED


@pytest.mark.parametrize("text", ["政府信息公开", "规章|0|0|0|", "未收到申请。", "附表"])
def test_short_gb18030_texts_are_recognised(text: str) -> None:
    assert read_bytes(text.encode("gb18030"), "r").text == text


def test_a_broken_byte_is_replaced_and_noticed() -> None:
    data = SIMPLIFIED.encode("gb18030") + b"\xff" + SIMPLIFIED.encode("gb18030")
    document = read_bytes(data, "r")
    assert document.text == data.decode("gb18030", "replace")
    assert [n.rule for n in document.notices] == ["encoding.damaged"]


def test_a_file_cut_inside_a_character_is_still_its_encoding() -> None:
    document = read_bytes((SIMPLIFIED * 3).encode("utf-8") + "件".encode()[:2], "r")
    assert document.source.encoding == "utf-8"
    assert document.text.startswith(SIMPLIFIED * 3)


@pytest.mark.parametrize(
    ("wrong", "right"), [("gb18030", "utf-8"), ("latin-1", "utf-8"), ("latin-1", "gb18030")]
)
def test_mojibake_is_kept_and_noticed(wrong: str, right: str) -> None:
    garbled = SIMPLIFIED.encode(right).decode(wrong, "replace")
    document = read_bytes(garbled.encode("utf-8"), "r")
    assert document.text == garbled
    assert [n.rule for n in document.notices] == ["encoding.mojibake"]


def test_controls_and_direction_marks_stay_in_a_good_text() -> None:
    text = "收到\x00申请\u202e36\u202c件\x07。" + SIMPLIFIED
    assert read_bytes(text.encode("utf-8"), "r").text == text


@pytest.mark.parametrize(
    "data",
    [b"\0" * 4096, bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + b"\0" * 9 + b"\x03\x00>\x00" * 500],
    ids=["zeros", "every byte", "program"],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError):
        read_bytes(data, "r")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t ", "\u3000\n".encode()])
def test_an_empty_file_is_an_input_error(data: bytes) -> None:
    with pytest.raises(InputError):
        read_bytes(data, "r")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<")))
def test_any_utf8_text_survives(text: str) -> None:
    data = ("一、总体情况:全年无政府信息公开申请。" + text).encode("utf-8")
    assert read_bytes(data, "r").text == data.decode("utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_purposeful_error(data: bytes) -> None:
    try:
        document = read_bytes(data, "r")
    except GoujiError as error:
        assert str(error)
    else:
        assert document.text.strip()
