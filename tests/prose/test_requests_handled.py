"""Requests for information since 2019: by which channel they came, how many were answered, the fees."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import stated


@pytest.mark.parametrize(
    ("year", "text", "values"),
    [
        (
            2021,
            "（二）依申请公开情况。2021年，我局共收到书面申请3件，其中当面申请1件，信函申请2件，已全部答复。",
            {"requests.received.total": 3, "requests.channels.in_person": 1, "requests.channels.letter": 2},
        ),
        (
            2021,
            "依申请公开方面，2021年共收到申请128件，办结125件，结转下年度3件。",
            {
                "requests.received.total": 128,
                "requests.outcomes.total.total": 125,
                "requests.carried_forward.total": 3,
            },
        ),
        (
            2022,
            "全市各级行政机关共收到政府信息公开申请1,203件，比2021年增加14.5%，其中网络申请856件，当面申请102件，信函申请245件。",
            {
                "requests.received.total": 1203,
                "requests.channels.online": 856,
                "requests.channels.in_person": 102,
                "requests.channels.letter": 245,
            },
        ),
        (
            2022,
            "2022年共收到政府信息公开申请45件（含上年结转3件），办结44件。",
            {
                "requests.handled.total": 45,
                "requests.carried_over.total": 3,
                "requests.outcomes.total.total": 44,
            },
        ),
        (
            2022,
            "2022年我市新收政府信息公开申请512件，2021年结转23件，共办结520件，结转2023年15件。",
            {
                "requests.received.total": 512,
                "requests.carried_over.total": 23,
                "requests.outcomes.total.total": 520,
                "requests.carried_forward.total": 15,
            },
        ),
        (2021, "2021年，未收取任何费用。依申请公开信息处理费为0元。", {"requests.fees_collected": 0}),
        (2021, "本年度依申请公开收取信息处理费1200元。", {"requests.fees_collected": Decimal("0.12")}),
        (
            2022,
            "按照《政府信息公开信息处理费管理办法》，2022年度未发生收取信息处理费的情况。",
            {"requests.fees_collected": 0},
        ),
        (
            2019,
            "我委2019年度共收到政府信息公开申请56件（其中网上申请40件，信函申请16件），上年结转2件。本年度办理答复54件，结转下年度4件。",
            {
                "requests.received.total": 56,
                "requests.channels.online": 40,
                "requests.channels.letter": 16,
                "requests.carried_over.total": 2,
                "requests.outcomes.total.total": 54,
                "requests.carried_forward.total": 4,
            },
        ),
        (
            2020,
            "全年受理有效政府信息公开申请88件，均按规定时限答复。",
            {"requests.received.total": 88, "requests.outcomes.total.total": 88},
        ),
        (
            2021,
            "全年共收到网民留言542条，办结540条，办结率99.6%。依申请公开方面，收到申请15件，答复15件。",
            {"requests.received.total": 15, "requests.outcomes.total.total": 15},
        ),
        (
            2021,
            "2021年，我局收到政府信息公开申请65件，同比增加7件；答复64件，同比增加5件。",
            {"requests.received.total": 65, "requests.outcomes.total.total": 64},
        ),
        (
            2020,
            "政府信息公开申请的当面、网络、信函申请分别为12件、35件、8件。",
            {
                "requests.channels.in_person": 12,
                "requests.channels.online": 35,
                "requests.channels.letter": 8,
            },
        ),
        (
            2021,
            "2021年，全市各级行政机关共办理政府信息公开申请1560件，其中新收1500件，上年结转60件；办结1530件，结转下年30件。",
            {
                "requests.handled.total": 1560,
                "requests.received.total": 1500,
                "requests.carried_over.total": 60,
                "requests.outcomes.total.total": 1530,
                "requests.carried_forward.total": 30,
            },
        ),
        (
            2021,
            "收到政府信息公开申请45件（其中网上申请30件、信函申请10件、当面申请5件），内容主要涉及征地拆迁。",
            {
                "requests.received.total": 45,
                "requests.channels.online": 30,
                "requests.channels.letter": 10,
                "requests.channels.in_person": 5,
            },
        ),
        (
            2021,
            "依申请公开受理渠道方面，网上受理30件，占66.7%；信函受理10件，占22.2%；现场受理5件，占11.1%。",
            {
                "requests.channels.online": 30,
                "requests.channels.letter": 10,
                "requests.channels.in_person": 5,
            },
        ),
        (
            2021,
            "一、依申请公开\n收到申请15件，答复15件。\n二、互动交流\n受理留言980件，答复975件，办结5件。",
            {"requests.received.total": 15, "requests.outcomes.total.total": 15},
        ),
        (
            2021,
            "全年收到建议提案78件，答复78件。收到政府信息公开申请8件，答复8件。",
            {"requests.received.total": 8, "requests.outcomes.total.total": 8},
        ),
        (
            2021,
            "2021年，未收到政府信息公开申请，也未发生政府信息公开收费。",
            {"requests.received.total": 0, "requests.fees_collected": 0},
        ),
        (2021, "2021年，本机关政府信息公开申请收费0元。", {"requests.fees_collected": 0}),
        (2021, "2021年收取政府信息公开信息处理费0.35万元。", {"requests.fees_collected": Decimal("0.35")}),
        (
            2021,
            "收到12件政府信息公开申请，办结10件。",
            {"requests.received.total": 12, "requests.outcomes.total.total": 10},
        ),
        (2020, "2020年，共收到并答复政府信息公开申请85件。", {"requests.outcomes.total.total": 85}),
        (
            2020,
            "2020年，共收到政府信息公开申请85份，答复85份，按时答复率100%。",
            {"requests.received.total": 85, "requests.outcomes.total.total": 85},
        ),
        (2022, "本年度发出收费通知0件，总金额0元，实际收取总金额0元。", {"requests.fees_collected": 0}),
        (
            2022,
            "按照《政府信息公开信息处理费管理办法》收取信息处理费的情况：2022年度发出收费通知的件数为0件，总金额为0元，实际收取的总金额为0元。",
            {"requests.fees_collected": 0},
        ),
        (2022, "本年度没有产生信息公开处理费。", {"requests.fees_collected": 0}),
        (
            2022,
            "2022年，我局依据《政府信息公开信息处理费管理办法》收取信息处理费0元。",
            {"requests.fees_collected": 0},
        ),
        (
            2022,
            "收到依申请公开政府信息申请12宗，均按期答复。",
            {"requests.received.total": 12, "requests.outcomes.total.total": 12},
        ),
        (
            2022,
            "依申请公开方面，通过依申请公开系统收到申请12件，通过信函收到申请3件。",
            {"requests.channels.online": 12, "requests.channels.letter": 3},
        ),
        (2022, "全年共答复政府信息公开申请100件，其中按期答复98件。", {"requests.outcomes.total.total": 100}),
        (
            2021,
            "2021年我镇共收到政府信息公开申请2件（均为自然人申请），办结2件。",
            {"requests.received.total": 2, "requests.outcomes.total.total": 2},
        ),
        (
            2021,
            "主动公开政府信息320条，其中县政府网站公开210条、微信公众号公开110条；依申请公开3件。",
            {
                "proactive.total_items": 320,
                "proactive.channels.website": 210,
                "proactive.channels.wechat": 110,
                "requests.received.total": 3,
            },
        ),
        (
            2021,
            "收到依申请公开25件，已答复24件，1件结转下一年度办理。",
            {
                "requests.received.total": 25,
                "requests.outcomes.total.total": 24,
                "requests.carried_forward.total": 1,
            },
        ),
        (
            2022,
            "三、收到和处理政府信息公开申请情况\n全年新收申请120件，上年结转3件，办结118件，结转下年度5件。",
            {
                "requests.received.total": 120,
                "requests.carried_over.total": 3,
                "requests.outcomes.total.total": 118,
                "requests.carried_forward.total": 5,
            },
        ),
        (
            2021,
            "共收到政府信息公开申请63件，其中52件为网络申请，8件为信函申请，3件为当面申请。",
            {
                "requests.received.total": 63,
                "requests.channels.online": 52,
                "requests.channels.letter": 8,
                "requests.channels.in_person": 3,
            },
        ),
        (
            2021,
            "政务服务窗口受理12000件。依申请公开方面，窗口受理申请3件。",
            {"requests.channels.in_person": 3},
        ),
        (2021, "全年依申请公开未收取费用。", {"requests.fees_collected": 0}),
        (
            2021,
            "依申请公开中，网络申请：30件、信函申请：10件、当面申请：5件。",
            {
                "requests.channels.online": 30,
                "requests.channels.letter": 10,
                "requests.channels.in_person": 5,
            },
        ),
        (
            2021,
            "收到政府信息公开申请36件.其中网上申请30件.",
            {"requests.received.total": 36, "requests.channels.online": 30},
        ),
        (
            2021,
            "受理政府信息公开申请15件，办结14件，1件正在办理中。",
            {"requests.received.total": 15, "requests.outcomes.total.total": 14},
        ),
        (2021, "依法答复3件政府信息公开申请。", {"requests.outcomes.total.total": 3}),
    ],
)
def test_requests(year: int, text: str, values: Mapping[str, int | Decimal]) -> None:
    assert stated(text, year) == values
