"""Which number answers which question, by the words around it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractor import load_schema
from extractor.llm.bearing import bearings
from extractor.llm.questionnaire import Question, load_questionnaire
from extractor.views import compact_view, reading_view

QUESTIONS = {q.path: q for q in load_questionnaire(load_schema("annual_report")).figures}


def answers(path: str, text: str, year: int | None = None) -> list[Decimal]:
    """The numbers of a text that may answer the question about a field."""
    question: Question = QUESTIONS[path]
    found = bearings(compact_view(reading_view(text)).text)
    return [value for b in found if b.answers(question, year) and (value := b.value(question)) is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年共收到政府信息公开申请99件。", [99]),
        ("全省共受理公开申请4027件，其中省政府办公厅125件，省政府各部门441件。", [4027]),
        ("历年累计受理申请608件，本年受理申请12件。", [12]),
        ("截至目前共受理申请608件。", []),
        ("2022年收到申请7件，2023年收到申请9件。", [9]),
        ("上半年收到申请7件。", []),
        ("其中市住建局收到申请30件。", []),
        ("未收到政府信息公开申请。", [0]),
        ("收到来信，共12件。", []),
        ("收到申请，办结率100%。", []),
        ("收到申请1千余件。", [1000]),
        ("全市各级行政机关共收到政府信息公开申请二百一十件。", [210]),
        ("根据第711号令，收到申请后20日内答复。", []),
    ],
)
def test_requests_received(text: str, expected: list[int]) -> None:
    assert answers("requests.received.total", text, 2023) == expected


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("requests.channels.letter", "共收到申请57件，其中网络申请45件，信函12件。", [12]),
        ("requests.channels.online", "共收到申请57件，其中网络申请45件，信函12件。", [45]),
        ("proactive.channels.wechat", "通过政务微信发布信息1,203条，政务微博发布信息88条。", [1203]),
        ("proactive.channels.wechat", "政务微信关注人数达1203人。", []),
        ("proactive.channels.new_media", "完善信息发布机制，全年检查网站和新媒体2460家次。", []),
        ("proactive.channels.new_media", "抽查各单位在新媒体发布信息320条。", []),
        ("requests.received.total", "申请公开的单位收到培训12场。", []),
        ("training.trainees", "举办培训班3期，培训人员1万余人次。", [10000]),
        ("training.sessions", "举办培训班3期，培训人员1万余人次。", [3]),
        ("reconsideration.total", "因政府信息公开被申请行政复议2件，提起行政诉讼1件。", [2]),
        ("litigation.total", "因政府信息公开被申请行政复议2件，提起行政诉讼1件。", [1]),
        ("requests.concluded.on_time", "按时办结数 | 件 | 25 |", [25]),
        ("requests.fees_collected", "依申请公开信息收取的费用 | 万元 | 0.5 |", [Decimal("0.5")]),
        ("requests.fees_collected", "依申请公开信息收取费用300元。", [Decimal("0.03")]),
        ("requests.outcomes.disclosed.partially_granted.total", "部分公开 2 0 0 0 0 0 2", []),
        ("requests.outcomes.disclosed.partially_granted.total", "其中部分公开2件。", [2]),
    ],
)
def test_other_fields(path: str, text: str, expected: list[Decimal]) -> None:
    assert answers(path, text) == expected


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("requests.received.total", "今年上半年，各科室共受理公开申请31件。", []),
        ("requests.received.total", "上半年受理公开申请31件，全年受理公开申请64件。", [64]),
        ("requests.received.total", "设立信息公开申请受理点，开放了3个查阅室。", []),
        ("requests.received.total", "规范申请接收流程，明确5个工作日内登记。", []),
        ("requests.outcomes.total.total", "收到申请19件，17件已经答复，2件转入明年。", [17]),
        ("requests.outcomes.refused.subtotal.total", "梳理申请目录，不予公开信息26条。", []),
        ("requests.channels.online", "受理当面和网上申请8件。", []),
        ("proactive.total_items", "依照条例第9至12条主动公开政府信息。", []),
        ("proactive.total_items", "主动公开政府信息，通过四条途径。", []),
        ("proactive.total_items", "全年主动公开各类政府信息共计570条。", [570]),
        ("proactive.channels.website", "通过局网站公开的信息中便民信息6条。", []),
        ("proactive.channels.website", "通过局网站发布政府信息86条。", [86]),
        ("proactive.channels.wechat", "通过微博、微信公开政府信息535条。", []),
        ("proactive.channels.wechat", "通过政务微信公开政府信息535条。", [535]),
    ],
)
def test_a_number_of_something_near_by_is_not_the_answer(
    path: str, text: str, expected: list[Decimal]
) -> None:
    assert answers(path, text) == expected


def test_one_long_line_takes_time_in_proportion_to_its_length() -> None:
    numbers = "收到申请9件，" * 20_000
    assert sum(1 for _ in bearings(numbers)) == 20_000
    unbroken = "申请9件" * 20_000
    assert sum(1 for _ in bearings(unbroken)) == 20_000
