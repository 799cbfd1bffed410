"""A report is divided by its headings, however they are printed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor import load_schema
from extractor.documents import divide, read_bytes
from extractor.values import Document
from extractor.views import reading_view

SCHEMA = load_schema("annual_report")


def divided(text: str) -> Document:
    document = read_bytes(text.encode(), "r")
    return divide(document, reading_view(document.text, SCHEMA.vocabulary), SCHEMA.headings)


def roles(text: str) -> list[str | None]:
    return [section.role for section in divided(text).sections[1:]]


def headings(text: str) -> list[str]:
    document = divided(text)
    return [section.heading.of(document.text) for section in document.sections[1:]]


LINES = """某某县2022年政府信息公开工作年度报告
一、总体情况
全年工作平稳。
二、主动公开政府信息情况
规章 | 0 | 0 | 0 |
三、收到和处理政府信息公开申请情况
收到申请3件。
四、政府信息公开行政复议、行政诉讼情况
无。
五、存在的主要问题及改进情况
一是队伍不稳。
六、其他需要报告的事项
无。
"""
ALL = ["overview", "proactive", "requests", "remedies", "problems", "other"]


def test_headings_on_lines_of_their_own() -> None:
    assert roles(LINES) == ALL
    document = divided(LINES)
    assert document.sections[0].body.of(document.text) == "某某县2022年政府信息公开工作年度报告\n"
    assert document.sections[3].heading.of(document.text) == "三、收到和处理政府信息公开申请情况"
    assert document.sections[3].body.of(document.text) == "\n收到申请3件。\n"


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("\n", "\r\n"),
        lambda t: t.replace("\n", "\n\n"),
        lambda t: t.replace("\n", " "),
        lambda t: t.replace("。\n", "。").replace("|\n", "|"),
        lambda t: t.replace("情况\n", "情况 ").replace("事项\n", "事项："),
        lambda t: t.replace("、", "."),
        lambda t: t.replace("、", "．"),
        lambda t: t.replace("、", " 、 "),
        lambda t: t.replace("\n", "\n　　"),
        lambda t: "".join(f"## {line}\n" if line[1:2] == "、" else line + "\n" for line in t.splitlines()),
        lambda t: "".join(f"**{line}**\n" if line[1:2] == "、" else line + "\n" for line in t.splitlines()),
        lambda t: t.replace("政府信息", "政府信 息"),
        lambda t: t.replace("申请情况", "申请情\n况"),
        lambda t: t.replace("收到和处理", "收到和处里").replace("主要问题", "主要问題"),
        lambda t: (
            t.replace("一、总", "第一部分 总")
            .replace("二、主", "第二部分 主")
            .replace("三、", "第三部分 ")
            .replace("四、", "第四部分 ")
            .replace("五、", "第五部分 ")
            .replace("六、", "第六部分 ")
        ),
        lambda t: (
            t.replace("一、", "（一）")
            .replace("二、", "（二）")
            .replace("三、", "（三）")
            .replace("四、", "（四）")
            .replace("五、", "（五）")
            .replace("六、", "（六）")
        ),
        lambda t: (
            t.replace("一、", "1、")
            .replace("二、", "2、")
            .replace("三、", "3、")
            .replace("四、", "4、")
            .replace("五、", "5、")
            .replace("六、", "6、")
        ),
        lambda t: (
            t.replace("一、总", "总")
            .replace("二、主", "主")
            .replace("三、", "")
            .replace("四、", "")
            .replace("五、", "")
            .replace("六、", "")
        ),
        lambda t: t.replace("四、", "三、").replace("五、", "一、"),
    ],
    ids=[
        "crlf",
        "blank lines",
        "one line",
        "no breaks before",
        "text follows",
        "dots",
        "wide dots",
        "spaces",
        "indented",
        "markdown",
        "bold",
        "spaces in titles",
        "wrapped",
        "mistyped",
        "parts",
        "brackets",
        "digits",
        "bare",
        "numbering restarts",
    ],
)
def test_variants_of_printing(change: object) -> None:
    assert callable(change)
    assert roles(change(LINES)) == ALL


def test_traditional_script() -> None:
    text = "一、總體情況\n收到申請。\n二、主動公開政府信息情況\n五、存在的主要問題及改進措施\n無。"
    assert roles(text) == ["overview", "proactive", "problems"]


def test_body_text_that_lost_its_line_break_is_body() -> None:
    text = (
        "一、总体情况我局高度重视。\n二、其他需要报告的事项无\n三、其他需要报告的事项本年度没有需要报告的事项"
    )
    assert headings(text) == ["一、总体情况", "二、其他需要报告的事项", "三、其他需要报告的事项"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("三、依申请公开政府信息和不予公开政府信息的有关情况", "requests"),
        ("四、因信息公开申请行政复议、提起行政诉讼的有关情况", "remedies"),
        ("五、政府信息公开工作机构、人员、经费等情况", "resources"),
        ("四、检索、复制、邮寄等收费及减免的情况", "fees"),
        ("七、当前工作中的主要不足与下步打算", "problems"),
        ("二、政府信息主动公开的主要内容和数量", "proactive"),
        ("八、政府信息公开工作情况统计附表", "appendix"),
        ("三、2015年重点工作完成情况", None),
    ],
)
def test_reworded_headings_are_told_by_their_words(heading: str, role: str | None) -> None:
    numbers = dict(zip("一二三四五六七八", range(8), strict=True))
    before = "".join(f"{n}、其他方面的工作{n}\n有序推进。\n" for n in list(numbers)[1 : numbers[heading[0]]])
    assert roles(f"一、概述\n有序推进。\n{before}{heading}\n有序推进。\n")[-1] == role


def test_a_heading_without_a_known_title_ends_the_section_before() -> None:
    text = "一、总体情况\n平稳。\n二、取得的成效\n显著。\n三、存在的主要问题及改进情况\n无。"
    assert roles(text) == ["overview", None, "problems"]


def test_rows_of_a_table_are_no_headings() -> None:
    rows = (
        "一、本年新收政府信息公开申请数量",
        "3",
        "三、本年度办理结果",
        "(一)予以公开",
        "3",
        "四、结转下年度继续办理",
        "0",
    )
    text = LINES.replace("收到申请3件。", "\n".join(rows))
    assert roles(text) == ALL
    assert divided(text).sections_of("requests")[0].parts == ()


def test_quoted_titles_are_no_headings() -> None:
    text = LINES.replace(
        "平稳。", "平稳,详见第二部分主动公开政府信息情况和《三、收到和处理政府信息公开申请情况》。"
    )
    assert roles(text) == ALL


def test_a_table_of_contents_does_not_divide() -> None:
    contents = "目录\n" + "".join(
        f"{line}……{page}\n" for page, line in enumerate(LINES.splitlines(), 1) if line[1:2] == "、"
    )
    document = divided(contents + LINES)
    assert [s.role for s in document.sections] == [None, *ALL]
    assert document.sections[0].body.of(document.text).startswith("目录\n一、总体情况")


def test_headings_whose_tables_are_gone_still_divide() -> None:
    titles = [line for line in LINES.splitlines() if line[1:2] == "、"]
    assert roles("\n".join(titles)) == ALL


def test_cells_of_a_table_are_no_headings() -> None:
    table = "<table><tr><td>二、主动公开政府信息情况</td><td>1</td></tr></table>"
    assert roles(f"<p>一、总体情况</p>{table}<p>三、依申请公开情况</p>") == ["overview", "requests"]


def test_subsections_are_parts_of_their_section() -> None:
    text = LINES.replace(
        "全年工作平稳。\n",
        "全年工作平稳。\n（一）主动公开情况。公开5条。\n（二）依申请公开情况\n收到3件。\n（三）平台建设\n无。\n",
    )
    document = divided(text)
    overview = document.sections[1]
    assert [part.role for part in overview.parts] == ["proactive", "requests", None]
    assert [part.level for part in overview.parts] == [2, 2, 2]
    assert overview.parts[1].body.of(document.text) == "\n收到3件。\n"
    assert document.role_at(document.text.index("收到3件")) == "requests"
    assert document.role_at(document.text.index("全年")) == "overview"
    assert document.role_at(document.text.index("无。")) == "overview"


def test_subsections_within_a_line() -> None:
    parts = "(一)深入推进主动公开 公开5条。 (二)规范依申请公开 收到3件。"
    overview = divided(f"一、总体情况 工作平稳。 {parts} 二、主动公开政府信息情况 无。").sections[1]
    assert [part.role for part in overview.parts] == ["proactive", "requests"]


@given(
    st.lists(
        st.sampled_from(
            [
                *LINES.splitlines(keepends=True),
                "(一)主动公开情况",
                "1.问题",
                "\n",
                " ",
                "目录",
                "。",
                "一、",
                "第二部分",
            ]
        ),
        min_size=1,
        max_size=30,
    ).map("".join)
)
@example("某某县2022年政府信息公开工作年度报告\n一、总体情况\n1.问题 一、总体情况\n")
def test_sections_always_cover_the_text_in_order(text: str) -> None:
    document = divided("报告" + text)
    at = 0
    for section in document.sections:
        assert section.heading.start == at or section is document.sections[0]
        assert section.body.start == section.heading.end
        at = section.body.end
        inner = section.body.start
        for part in section.parts:
            assert part.heading.start >= inner
            assert part.body.end <= section.body.end
            inner = part.body.end
    assert at == len(document.text)


def test_many_headings_are_all_sections() -> None:
    text = "".join(f"一、总体情况\n第{i}处工作平稳,制度落实到位。\n(一)主动公开情况\n" for i in range(4000))
    sections = [section for section in divided(text).sections if section.role == "overview"]
    assert len(sections) == 4000
    assert {len(section.parts) for section in sections} == {1}
