"""Requests for information before 2019: received, by channel, answered, concluded, charged for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import stated


@pytest.mark.parametrize(
    ("year", "text", "values"),
    [
        (2017, "2017年，全县依申请公开政府信息未收取任何费用。", {"requests.fees_collected": 0}),
        (2015, "我局在提供政府信息时没有收取任何费用。", {"requests.fees_collected": 0}),
        (
            2016,
            "2016年，共收取政府信息公开检索、复制、邮寄等费用350元。",
            {"requests.fees_collected": Decimal("0.035")},
        ),
        (
            2017,
            "（一）依申请公开情况。2017年，受理申请46件，办结46件，其中按时办结44件，延期办结2件。",
            {
                "requests.received.total": 46,
                "requests.concluded.total": 46,
                "requests.concluded.on_time": 44,
                "requests.concluded.extended": 2,
            },
        ),
        (
            2008,
            "2008年5月1日至12月31日，全市共受理政府信息公开申请1287件，其中当面申请823件，占总数的63.9%；通过网站提交申请345件，占26.8%；以传真形式申请45件；以信函形式申请74件。",
            {
                "requests.received.total": 1287,
                "requests.channels.in_person": 823,
                "requests.channels.online": 345,
                "requests.channels.fax": 45,
                "requests.channels.letter": 74,
            },
        ),
        (
            2010,
            "2010年本市各级行政机关共收到政府信息公开申请1287条，其中，网上申请520条，信函申请311条，当面申请400条，传真申请56条。",
            {
                "requests.received.total": 1287,
                "requests.channels.online": 520,
                "requests.channels.letter": 311,
                "requests.channels.in_person": 400,
                "requests.channels.fax": 56,
            },
        ),
        (
            2018,
            "自2008年5月1日《条例》施行以来，我局累计收到政府信息公开申请312件。",
            {"cumulative.requests.received.total": 312},
        ),
        (
            2018,
            "二、依申请公开\n2018年收到政府信息公开申请15件，历年累计312件，其中网上申请8件，历年累计102件。",
            {
                "requests.received.total": 15,
                "cumulative.requests.received.total": 312,
                "requests.channels.online": 8,
                "cumulative.requests.channels.online": 102,
            },
        ),
        (
            2016,
            "政府信息公开申请受理总数35件，答复总数34件。",
            {"requests.received.total": 35, "requests.outcomes.total.total": 34},
        ),
        (
            2016,
            "依申请公开信息35条，其中已办结35条。",
            {"requests.received.total": 35, "requests.concluded.total": 35},
        ),
        (2018, "二〇一八年，全县共受理政府信息公开申请二十三件。", {"requests.received.total": 23}),
        (2018, "二O一八年，全县共受理政府信息公开申请23件。", {"requests.received.total": 23}),
        (2018, "云川县共受理政府信息公开申请12件。", {"requests.received.total": 12}),
        (2016, "没有向申请人收取检索、复制、邮寄费用，依申请公开工作规范。", {"requests.fees_collected": 0}),
        (
            2016,
            "全年共受理依申请公开政府信息12件，其中，以信函形式申请5件，以网络形式申请7件。",
            {"requests.received.total": 12, "requests.channels.letter": 5, "requests.channels.online": 7},
        ),
        (2013, "我局2013年度没有公民、法人或其他组织申请公开政府信息。", {"requests.received.total": 0}),
        (2013, "2013年我局未受理公民申请公开政府信息。", {"requests.received.total": 0}),
        (
            2010,
            "2010年度，本机关未对公民、法人和其他组织提供政府信息收取任何费用。",
            {"requests.fees_collected": 0},
        ),
        (2010, "本机关提供政府信息未收取检索费、复制费、邮寄费。", {"requests.fees_collected": 0}),
        (
            2010,
            "四、政府信息公开的收费及减免情况\n2010年全年没有收费和减免费用的情况。",
            {"requests.fees_collected": 0},
        ),
        (
            2014,
            "2014年，我县公开政府信息1.2万条，受理申请公开信息25条，答复25条。",
            {"requests.received.total": 25, "requests.outcomes.total.total": 25},
        ),
        (
            2016,
            "全年新收政府信息公开申请60件，加上上年结转的3件，共63件。",
            {"requests.received.total": 60, "requests.carried_over.total": 3, "requests.handled.total": 63},
        ),
        (
            2016,
            "依申请公开情况\n1.当面申请数：12件\n2.网络申请数：3件\n3.信函申请数：5件",
            {"requests.channels.in_person": 12, "requests.channels.online": 3, "requests.channels.letter": 5},
        ),
        (
            2018,
            "2018年，全省行政机关主动公开政府信息505.37万条，受理政府信息公开申请4.72万宗。",
            {"proactive.total_items": 5053700, "requests.received.total": 47200},
        ),
        (
            2018,
            "2018年，全州共受理政府信息公开申请125件（含网上申请85件），其中州本级35件，各县市90件。",
            {"requests.received.total": 125, "requests.channels.online": 85},
        ),
        (
            2016,
            "2016年，我局共收到依申请公开政府信息申请38件，比2015年增加6件。38件申请均在法定期限内办结。",
            {"requests.received.total": 38, "requests.outcomes.total.total": 38},
        ),
    ],
)
def test_requests(year: int, text: str, values: Mapping[str, int | Decimal]) -> None:
    assert stated(text, year) == values
