"""What a report should hold and nobody could read is said."""

from __future__ import annotations

from extractor import extract
from extractor.result import FindingResult, Result

TITLE = "定安县水务局2022年政府信息公开工作年度报告\n"
TABLE = """第二十条第（一）项 |
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 1 | 0 | 2 |
"""


def read(text: str) -> Result:
    return extract(text.encode(), "annual_report")


def said(result: Result, rule: str) -> list[FindingResult]:
    return [finding for finding in result.findings if finding.rule == rule]


def test_a_section_without_its_table_is_named() -> None:
    result = read(TITLE + "一、总体情况\n全年收到申请3件。\n二、主动公开政府信息情况\n三、其他事项\n无。\n")
    (finding,) = said(result, "table.missing")
    assert [span.text for span in finding.evidence] == ["二、主动公开政府信息情况"]
    assert finding.severity == "warning"


def test_each_section_without_its_table_is_named() -> None:
    result = read(
        TITLE
        + "一、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况\n"
        + "三、政府信息公开行政复议、行政诉讼情况\n四、其他需要报告的事项\n无。\n"
    )
    assert len(said(result, "table.missing")) == 3


def test_a_section_whose_table_was_read_is_not_named() -> None:
    result = read(TITLE + "一、主动公开政府信息情况\n" + TABLE + "二、其他需要报告的事项\n无。\n")
    assert said(result, "table.missing") == []
    assert result.fields["proactive.normative_documents.in_force"].value == 2


def test_prose_of_earlier_years_owes_no_table() -> None:
    result = read("定安县2012年政府信息公开工作年度报告\n一、主动公开情况\n全年主动公开政府信息52条。\n")
    assert said(result, "table.missing") == []


def test_a_text_of_which_nothing_was_read_says_so() -> None:
    result = read("Twelve ships left the harbour in May, and 35 came back before the storm of June.\n")
    assert [finding.rule for finding in result.findings] == ["document.unrecognised"]
    assert result.fields == {}
