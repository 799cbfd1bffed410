"""Documents of nothing but pieces of tables: they are read to the end, and nothing is made of them."""

from __future__ import annotations

import pytest

from extractor import extract_document, load_schema
from extractor.documents import read_bytes
from extractor.result import Result
from extractor.tables.limits import LONGEST_LINE, LONGEST_ZONE

from .layouts import l2, text_of
from .printed import requests

SIZE = 20_000
HEAD = "青溪县2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"

WITHOUT_VALUES = {
    "rows of zeros": "| 0 | 0 |\n",
    "one label over and over": "一、本年新收政府信息公开申请数量\n",
    "bare numbers": "7\n0\n12\n",
    "digits": "1234567890",
    "zeros in one line": "0 ",
    "lone pipes": "|\n",
    "pipes in one line": "|",
    "empty lines": "\n",
    "wide spaces": "\u3000",
    "characters of a label": "三\n、\n本\n年\n度\n",
    "labels in one line": "（七）总计",
}


def read(text: str) -> Result:
    return extract_document(read_bytes(text.encode(), "report.txt"), load_schema("annual_report"))


def values(result: Result) -> dict[str, object]:
    return {path: entry.value for path, entry in result.fields.items() if path.startswith("requests.")}


@pytest.mark.parametrize("piece", WITHOUT_VALUES.values(), ids=WITHOUT_VALUES.keys())
def test_pieces_of_tables_state_nothing(piece: str) -> None:
    assert values(read(HEAD + piece * (SIZE // len(piece)))) == {}


def test_of_very_many_unreadable_rows_the_first_are_told_and_the_others_counted() -> None:
    rows = "".join(
        f"1.信访举报投诉类申请\n{n}\n2.重复申请\n{n}\n0\n3.要求提供公开出版物\n{n}\n" for n in range(1, 300)
    )
    findings = [f for f in read(HEAD + rows).findings if f.rule.startswith("table.")]
    assert len(findings) < 100
    assert sum("more rows of figures" in finding.message for finding in findings) == 1


def told_too_long(result: Result) -> list[str]:
    return [f.evidence[0].text for f in result.findings if f.rule == "table.too_long"]


def test_what_is_too_long_for_a_table_is_not_read_as_one_and_that_is_said() -> None:
    result = read(HEAD + "2.重复申请\n3\n" * (LONGEST_ZONE // 2 + 1))
    assert values(result) == {}
    assert len(told_too_long(result)) == 1


def test_a_line_that_is_too_long_is_not_read_as_a_table_and_that_is_said() -> None:
    result = read(HEAD + "2.重复申请 3 0 0 0 0 0 3 " * (LONGEST_LINE // 20))
    assert values(result) == {}
    (beginning,) = told_too_long(result)
    assert beginning.startswith("2.重复申请 3")


def test_a_table_beside_a_line_that_is_too_long_is_read() -> None:
    table = HEAD + text_of([requests({"received": 3})], l2)
    beside = values(read(table + "\n" + "1234567890" * (LONGEST_LINE // 10 + 1)))
    assert beside["requests.received.total"] == 3
