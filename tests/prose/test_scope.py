"""Numbers of the body that reports, and of its parts."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from prose.saying import stated


@pytest.mark.parametrize(
    ("year", "issuer", "text", "values"),
    [
        (
            2018,
            "洪山区人民政府办公室",
            "2018年度，区政府办公室依申请公开受理12件。",
            {"requests.received.total": 12},
        ),
        (
            2018,
            "宁川市教育局",
            "2018年度，市教育局共受理政府信息公开申请12件。",
            {"requests.received.total": 12},
        ),
        (
            2018,
            "宁川市教育局",
            "我局共受理政府信息公开申请12件，局机关受理8件，下属单位受理4件。",
            {"requests.received.total": 12},
        ),
        (
            2022,
            "宁川市市场监督管理局",
            "宁川市市场监管局受理政府信息公开申请11件。",
            {"requests.received.total": 11},
        ),
        (
            2022,
            "宁川市发展和改革委员会",
            "市发改委受理政府信息公开申请11件。",
            {"requests.received.total": 11},
        ),
        (2022, "宁川市发展和改革委员会", "市农业局受理政府信息公开申请11件。", {}),
        (2022, "宁川区人民政府东街街道办事处", "区政府办受理政府信息公开申请11件。", {}),
        (2018, "龙泉镇人民政府", "龙泉镇受理政府信息公开申请12件。", {"requests.received.total": 12}),
        (2021, "宁川市教育局", "我局收到上级转办的政府信息公开申请3件。", {}),
        (
            2021,
            "川东省财政厅",
            "2021年，省财政厅共收到政府信息公开申请356件，答复350件。",
            {"requests.received.total": 356, "requests.outcomes.total.total": 350},
        ),
        (2021, "宁川市教育局", "我局机关未收到政府信息公开申请，下属单位收到2件。", {}),
        (
            2021,
            "宁川市",
            "（一）市本级情况\n2021年共收到政府信息公开申请58件，办结57件。\n（二）全市情况\n2021年共收到政府信息公开申请356件。",
            {"requests.received.total": 356},
        ),
        (
            2021,
            "农业部",
            "2021年，我部共收到政府信息公开申请1234件，答复1200件。",
            {"requests.received.total": 1234, "requests.outcomes.total.total": 1200},
        ),
        (
            2021,
            "宁川市发展和改革委员会",
            "2021年，我委收到政府信息公开申请15件。其中，通过网上申请系统提交10件，通过邮寄方式提交5件。",
            {"requests.received.total": 15, "requests.channels.online": 10, "requests.channels.letter": 5},
        ),
        (2021, "龙泉街道办事处", "街道收到政府信息公开申请3件。", {"requests.received.total": 3}),
        (2021, "宁川市教育局", "2021年，我局机关及下属单位共收到政府信息公开申请12件。", {}),
        (2013, "川东省", "省政府及省直单位主动公开信息1490条；各市主动公开信息399条。", {}),
        (
            2013,
            "川东省",
            "全省受理政府信息公开申请4110件。市、县政府及其部门和乡镇政府受理政府信息公开申请3493件，答复3489件。",
            {"requests.received.total": 4110},
        ),
    ],
)
def test_an_organ_that_reports_for_itself_is_the_whole(
    year: int, issuer: str, text: str, values: Mapping[str, int]
) -> None:
    assert stated(text, year, issuer) == values
