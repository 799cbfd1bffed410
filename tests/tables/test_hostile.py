"""Documents of nothing but pieces of tables: they are read to the end, and nothing is made of them."""

from __future__ import annotations

import pytest

from extractor import extract_document, load_schema
from extractor.documents import read_bytes
from extractor.result import Result

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
