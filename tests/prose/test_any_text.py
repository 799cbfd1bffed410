"""Whatever the text, the witness answers with evidence, and no more of it for being repeated."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prose.saying import heard

PIECES = """
收到 受理 政府信息公开申请 依申请公开 其中 分别为 均为 共 未 没有 无 行政复议 行政诉讼 和 、 , 。 ; : ( ) (
2021年 去年
历年累计 12件 3.5万条 90% 占 办结率 主动公开政府信息 市教育局 全市 上年结转 《 》 | 一件 100余件 1,234件 0 7 9
"""
WORDS = (*PIECES.split(), " ", "\n", "\n- 2 -\n")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map("".join))
def test_every_observation_has_the_number_in_its_evidence(text: str) -> None:
    for observation in heard(text).observations:
        assert observation.value is not None and observation.value >= 0  # type: ignore[operator]
        assert 0 < observation.support <= 1


@pytest.mark.parametrize(
    "piece",
    [
        "收到政府信息公开申请1件,",
        "未收到提出的",
        "分别1件、",
        "(1件)",
        "一二三",
        "1,111",
        "依申请公开12345热线收到申请1件,",
        "收到1000件,办结960件,办结率97%。",
        "公民、法人或其他组织",
        "《",
    ],
)
def test_repetition_says_nothing_new(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (4_000, 32_000))
    assert {o.path for o in heard(long).observations} == {o.path for o in heard(short).observations}
