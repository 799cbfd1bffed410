"""Zeros that a text states by denying, each beside a twin that denies another thing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from prose.saying import stated

RECEIVED = {"requests.received.total": 0}
FEES = {"requests.fees_collected": 0}
REMEDIES = {"reconsideration.total": 0, "litigation.total": 0}

TWINS: list[tuple[str, Mapping[str, int], str]] = [
    ("本年没有新收政府信息公开申请。", RECEIVED, "本年没有新收信访申请。"),
    ("全年未发生依申请公开受理事项。", RECEIVED, "全年未发生行政许可受理事项。"),
    ("我局未收到依申请公开信息办理件。", RECEIVED, "我局未完成依申请公开信息办理。"),
    ("无外单位向我局申请公开信息。", RECEIVED, "无外单位向我局申请场地使用。"),
    ("本年度没有网友和商户申请政府信息公开。", RECEIVED, "本年度没有网友和商户申请营业执照。"),
    ("无人申请公开政府信息。", RECEIVED, "无人申请住房补贴。"),
    ("未接到居民、业主依申请公开政府信息的申请。", RECEIVED, "未接到居民、业主依法成立业委会的申请。"),
    ("未收到社会各界要求获取政府信息的申请。", RECEIVED, "未收到社会各界要求公开财政信息的提案。"),
    ("我乡未收到任何形式的依申请公开请求。", RECEIVED, "我乡上半年未收到任何形式的依申请公开请求。"),
    ("尚无公民提出信息公开请求。", RECEIVED, "2014年尚无公民提出信息公开请求。"),
    ("依申请公开政府信息数为零。", RECEIVED, "依申请公开政府信息超期数为零。"),
    (
        "未出现依申请公开政府信息和不予公开政府信息的情况。",
        {**RECEIVED, "requests.outcomes.refused.subtotal.total": 0},
        "未收到依申请公开政府信息和不予公开政府信息的投诉。",
    ),
    ("未发生信息公开收费和费用减免情况。", FEES, "未发生信息公开减免费用情况。"),
    ("全年未出现政府信息公开的收费及减免情况。", FEES, "全年未出现政府信息公开的乱收费情况。"),
    ("没有因政务信息公开收取或减免费用。", FEES, "没有因政务信息公开减免费用。"),
    ("我委未收取依申请公开方面的各项费用。", FEES, "我委未产生信息公开方面的印刷费用。"),
    ("未产生依申请信息打印、邮递等成本费用。", FEES, "未产生公报打印、邮递等成本费用。"),
    (
        "全镇没有向依申请公开对象收取复印、传真、递送等任何费用。",
        FEES,
        "全镇没有向办证群众收取复印、传真、递送等任何费用。",
    ),
    ("政府信息公开没有进行收费。", FEES, "行政许可没有进行收费。"),
    ("政府信息公开收费金额为零。", FEES, "行政审批收费金额为零。"),
    ("我局政府信息公开工作不涉及收费。", FEES, "政府信息公开目录不涉及收费。"),
    ("不涉及依申请公开收费及减免。", FEES, "行政许可事项不涉及收费及减免。"),
    ("不涉及政府信息公开行政复议、行政诉讼。", REMEDIES, "信访事项均不涉及政府信息公开申请。"),
    (
        "未接到有关举报、投诉和复议、诉讼请求。",
        {"complaints.total": 0, **REMEDIES},
        "未接到有关举报、投诉和复议、诉讼请求的转办函。",
    ),
    ("无人因政府信息公开申请行政复议。", {"reconsideration.total": 0}, "无人因土地征收申请行政许可。"),
    ("全年政府信息公开工作未收到投诉。", {"complaints.total": 0}, "全年政务服务大厅未收到投诉。"),
    ("未发生因政府信息公开申请或公开不及时引发的行政复议。", {}, "未发生公开不及时的情况。"),
    ("未发生因信息公开申请或依申请公开引发的行政复议。", {"reconsideration.total": 0}, "未发生超期答复。"),
]


@pytest.mark.parametrize(("text", "values"), [twin[:2] for twin in TWINS])
def test_what_is_denied_is_zero(text: str, values: Mapping[str, int]) -> None:
    assert stated(text, 2015) == values


@pytest.mark.parametrize(("values", "twin"), [twin[1:] for twin in TWINS])
def test_its_twin_denies_another_thing(values: Mapping[str, int], twin: str) -> None:
    assert not values.keys() & stated(twin, 2015).keys()


@pytest.mark.parametrize(
    "text",
    [
        "全年办理行政复议案件12件，均不涉及政府信息公开申请。",
        "收到信访件3件，不涉及政府信息公开。",
        "下一步，争取不发生因政府信息公开引发的行政复议、诉讼请求。",
        "县自然资源局未收到政府信息公开请求。",
    ],
)
def test_who_is_not_concerned_states_no_request(text: str) -> None:
    assert "requests.received.total" not in stated(text, 2015)
