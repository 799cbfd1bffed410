"""The title that only the head of a page has is part of its text; one that the text has is not repeated."""

from __future__ import annotations

import pytest

from extractor.documents import read_bytes


def text_of(title: str, body: str) -> str:
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return read_bytes(markup.encode(), "page.html").text


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("沁源县2023年政府信息公开工作年度报告", "沁源县2023年政府信息公开工作年度报告"),
        ("沁源县2023年政府信息公开工作年度报告_沁源县人民政府", "沁源县2023年政府信息公开工作年度报告"),
        ("沁源县2023年政府信息公开年报 - 政务公开 - 沁源县", "沁源县2023年政府信息公开年报"),
        ("中医药大学2020-2021学年信息公开年报-信息公开网", "中医药大学2020-2021学年信息公开年报"),
    ],
)
def test_a_title_that_the_text_lacks_is_its_first_line(title: str, line: str) -> None:
    assert text_of(title, "<p>一、总体情况</p>") == f"{line}\n一、总体情况"


def test_a_title_that_the_text_has_is_not_repeated() -> None:
    body = "<h3>沁源县<br>2023年政府信息公开工作年度报告</h3><p>一、总体情况</p>"
    text = text_of("沁源县2023年政府信息公开工作年度报告_沁源县人民政府", body)
    assert text == "沁源县\n2023年政府信息公开工作年度报告\n一、总体情况"


@pytest.mark.parametrize("title", ["政府信息公开年报_沁源县人民政府", "沁源县人民政府门户网站", ""])
def test_the_name_of_a_column_or_site_is_no_title(title: str) -> None:
    assert text_of(title, "<p>一、总体情况</p>") == "一、总体情况"
