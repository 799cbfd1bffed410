"""Files made to exhaust a reader end in seconds, within 1 GB, in an error or an honest record."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract, load_schema
from extractor.errors import GoujiError, InputError

SCHEMA = load_schema("annual_report")

# Runs in a process of its own, so that its memory can be bounded; prints what came of the data.
READER = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from extractor.documents import read_bytes
from extractor.errors import InputError
data = eval(sys.argv[1])
try:
    document = read_bytes(data, "hostile")
except InputError as error:
    print(json.dumps({"error": error.kind}))
else:
    shown = document.text[:11], len(document.text), len(document.grids)
    print(json.dumps({"text": shown[0], "length": shown[1], "grids": shown[2],
                      "notices": [n.rule for n in document.notices]}))
"""


def outcome(data: str) -> dict[str, object]:
    """What reading gives for the value of a Python expression."""
    run = subprocess.run([sys.executable, "-c", READER, data], capture_output=True, text=True, timeout=90)
    assert run.returncode == 0, run.stderr[-500:]
    found: dict[str, object] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("b'<html>' + b'<p>a' * 15_000_000", {"error": "too_large"}, id="60 MB of unclosed tags"),
        pytest.param("b'<html>' + b'a' * 13_000_000", {"error": "too_large"}, id="more text than any report"),
        pytest.param("bytes(range(128, 256)) * 80_000", {"error": "not_text"}, id="10 MB of no text"),
        pytest.param("b'<table><tr><td>' * 100_000", {"error": "input"}, id="nested tables of nothing"),
        pytest.param(
            "b'<html><table>' + b'<tr><td colspan=1000>x<td>y' * 5000",
            {"text": "x | y\nx | y", "length": 29_999, "grids": 0, "notices": ["html.table"]},
            id="a table of five million positions",
        ),
        pytest.param(
            "b'<html><td ' + b' '.join(b'a%d=1' % n for n in range(500_000)) + b'>x'",
            {"text": "x", "length": 1, "grids": 0, "notices": []},
            id="half a million attributes",
        ),
        pytest.param(
            "b'<!DOCTYPE html [<!ENTITY a \"' + b'a' * 9999 + b'\"><!ENTITY b \"' + b'&a;' * 9999 + b'\">]>"
            "<html><p>x&b;</p>'",
            {"text": "]>\nx&b;", "length": 7, "grids": 0, "notices": []},
            id="entities of entities",
        ),
    ],
)
def test_hostile_data(data: str, expected: dict[str, object]) -> None:
    assert outcome(data) == expected


REPORT = """某某县2022年政府信息公开工作年度报告
一、总体情况
全年共收到政府信息公开申请3件，其中网络申请2件，均已按时答复。
二、主动公开政府信息情况
规章 | 0 | 0 | 0 |
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
五、存在的主要问题及改进情况
一是队伍不稳。二是经费不足。
"""
PAGE = (
    "<html><head><meta charset=gbk></head><body><p>"
    + REPORT.replace("\n", "</p><p>")
    .replace("</p><p>规章", "</p><table><tr><td>规章")
    .replace(" | ", "</td><td>")
    + "</table></body></html>"
)


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The data with some pieces cut out, doubled, or overwritten."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = draw(st.integers(start, min(len(data), start + 60)))
        new = draw(
            st.one_of(st.binary(max_size=6), st.just(data[start:stop] * 3), st.just("\u202e１〇".encode()))
        )
        data = data[:start] + new + data[stop:]
    return data


def check(data: bytes) -> None:
    try:
        result = extract(data, SCHEMA)
    except GoujiError as error:
        assert isinstance(error, InputError)
        assert str(error)
    else:
        for field in result.fields.values():
            assert field.evidence or field.status != "stated"
        json.loads(result.to_json())


@settings(max_examples=40)
@given(st.one_of(st.binary(max_size=600), st.text(max_size=300).map(str.encode)))
def test_any_bytes_end_in_an_input_error_or_a_grounded_record(data: bytes) -> None:
    check(data)


@settings(max_examples=60)
@given(
    st.sampled_from(
        [REPORT.encode(), REPORT.encode("gb18030"), REPORT.encode("utf-16"), PAGE.encode("gbk")]
    ).flatmap(damaged)
)
def test_any_damage_to_a_report_ends_in_an_input_error_or_a_grounded_record(data: bytes) -> None:
    check(data)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(str(n) for n in range(10_000)),
        "Annual report on freedom of information: 36 requests were received in 2022.\n" * 50,
        "Отчёт о доступе к информации за 2022 год. Получено 36 запросов.\n" * 50,
        "情報公開の年次報告。三十六件の請求がありました。\n" * 50,
        "\u202e\u202d\u200f" * 500 + "36",
    ],
    ids=["numbers without a label", "English", "Russian", "Japanese", "direction marks"],
)
def test_nothing_is_invented_for_what_is_no_report(text: str) -> None:
    fields = extract(text.encode(), SCHEMA).fields
    assert {path for path, field in fields.items() if field.value is not None} <= {"year", "title"}


def test_a_file_of_200_mb_is_refused_by_the_command(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    command = [
        sys.executable,
        "-c",
        "from extractor.cli import main; main()",
        "--schema",
        "annual_report",
        str(path),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout) == (3, "")
    assert "64 MB" in run.stderr
