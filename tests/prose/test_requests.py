"""Requests for information since 2019: received, carried over and on, by applicant."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import stated


@pytest.mark.parametrize(
    ("year", "text", "values"),
    [
        (
            2022,
            "2022年，本机关共收到政府信息公开申请15件，上年结转2件，均已按期办结。",
            {"requests.received.total": 15, "requests.carried_over.total": 2},
        ),
        (
            2023,
            "2023年，全县共受理依申请公开事项36件，其中自然人申请30件，法人或其他组织申请6件。",
            {"requests.received.total": 36, "requests.received.natural_person": 30},
        ),
        (
            2022,
            "我局全年新收政府信息公开申请8件，结转下年度继续办理1件。",
            {"requests.received.total": 8, "requests.carried_forward.total": 1},
        ),
        (2021, "本年度未收到政府信息公开申请。", {"requests.received.total": 0}),
        (
            2021,
            "2021年度，我镇未收到公民、法人和其他组织提出的政府信息公开申请。",
            {"requests.received.total": 0},
        ),
        (
            2020,
            "2020年，我街道未接到公民、法人或者其他组织要求公开政府信息的申请。",
            {"requests.received.total": 0},
        ),
        (2021, "本年度收到依申请公开0件。", {"requests.received.total": 0}),
        (
            2022,
            "2022年，我区受理政府信息公开申请45件，其中上年结转3件。",
            {"requests.handled.total": 45, "requests.carried_over.total": 3},
        ),
        (2021, "收到政府信息公开申请一件，已按时答复。", {"requests.received.total": 1}),
        (2021, "全年收到信息公开申请四十余件。", {"requests.received.total": 40}),
        (
            2021,
            "2020年收到政府信息公开申请67件，2021年收到政府信息公开申请52件。",
            {"requests.received.total": 52},
        ),
        (
            2021,
            "全市共收到政府信息公开申请300件，其中市本级收到申请120件，各县区收到申请180件。",
            {"requests.received.total": 300},
        ),
        (2022, "2022年我乡未收到群众书面、网上依申请公开信息的申请。", {"requests.received.total": 0}),
        (2022, "我镇2022年收到依申请公开信息0条。", {"requests.received.total": 0}),
        (2020, "全年受理政府信息公开申请88件，除3件结转外均已按时答复。", {"requests.received.total": 88}),
        (
            2020,
            "本年新收政府信息公开申请数量为12件，上年结转政府信息公开申请数量为0件。",
            {"requests.received.total": 12, "requests.carried_over.total": 0},
        ),
        (
            2021,
            "依申请公开方面，收到申请15件。市长信箱收到来信980件，答复975件。",
            {"requests.received.total": 15},
        ),
        (
            2022,
            "2022年,县司法局收到信息公开申请10件,县公安局收到信息公开申请8件,全县共收到信息公开申请46件。",
            {"requests.received.total": 46},
        ),
        (
            2020,
            "全省共收到政府信息公开申请5200件，其中省政府收到126件，省直部门收到1450件，市县收到3624件。",
            {"requests.received.total": 5200},
        ),
        (
            2021,
            "2021年，我局收到政府信息公开申请65件，较2020年的58件增长12.1%。",
            {"requests.received.total": 65},
        ),
        (
            2020,
            "收到的政府信息公开申请中，自然人、商业企业申请分别为30件和5件。",
            {"requests.received.natural_person": 30, "requests.received.commercial_enterprise": 5},
        ),
        (2021, "共受理网上申请政务服务事项12000件，依申请公开事项20件。", {"requests.received.total": 20}),
        (2021, "全年共收到依申请公开件 25 件，其中 2 件正在办理。", {"requests.received.total": 25}),
        (2021, "截至2021年12月31日，共收到政府信息公开申请25件。", {"requests.received.total": 25}),
        (2021, "2021年底前收到政府信息公开申请25件。", {"requests.received.total": 25}),
        (2021, "该区全年共收到信息公开申请10件。", {"requests.received.total": 10}),
        (2021, "全县各部门共收到政府信息公开申请35件。", {"requests.received.total": 35}),
        (2021, "各乡镇（街道）、县直各部门共收到政府信息公开申请35件。", {"requests.received.total": 35}),
        (2021, "2021年以来，我局共收到政府信息公开申请35件。", {"requests.received.total": 35}),
        (
            2021,
            "2021年主动公开政府信息350条，比去年同期增加20条，依申请公开收到申请5件。",
            {"proactive.total_items": 350, "requests.received.total": 5},
        ),
        (2021, "2021年，全县收到政府信息公开申请35件，去年同期为28件。", {"requests.received.total": 35}),
        (2021, "2021年，全县收到政府信息公开申请35件（2020年为28件）。", {"requests.received.total": 35}),
        (
            2021,
            "2021年共收到政府信息公开申请1件，申请人为自然人，已依法答复。",
            {"requests.received.total": 1},
        ),
        (2021, "2021年共收到政府信息公开申请３６件，办结率１００％。", {"requests.received.total": 36}),
        (2021, "共收到政府信息公开申请36\n件，均依法答复。", {"requests.received.total": 36}),
        (
            2021,
            "办理政府信息公开申请1560件（新收1500件，上年结转60件）。",
            {
                "requests.handled.total": 1560,
                "requests.received.total": 1500,
                "requests.carried_over.total": 60,
            },
        ),
        (
            2021,
            "（一）依申请公开。收到申请15件。（二）政民互动。全年受理网民留言980件，答复975件。",
            {"requests.received.total": 15},
        ),
        (
            2021,
            "收到政府信息公开申请45件，涉及土地征收20件，教育5件，财政3件。",
            {"requests.received.total": 45},
        ),
        (2021, "2021年收到政府信息公开申请12件，全部予以公开。", {"requests.received.total": 12}),
        (2021, "共有15件政府信息公开申请，已全部办结。", {"requests.received.total": 15}),
        (2020, "2020年，政府信息公开申请量为85件，答复率100%。", {"requests.received.total": 85}),
        (2021, "全年累计收到依申请公开事项17件。", {"requests.received.total": 17}),
        (2021, "收到政府信息公开申请17件，历史结转2件。", {"requests.received.total": 17}),
        (2021, "未收到涉及本单位的政府信息公开申请件。", {"requests.received.total": 0}),
        (2022, "2022年，我镇依申请公开件数为零。", {"requests.received.total": 0}),
        (
            2022,
            "收到公民、法人和其他组织向本机关提出的政府信息公开申请23件。",
            {"requests.received.total": 23},
        ),
        (2022, "2022年度共接收各类政府信息公开申请23件（次）。", {"requests.received.total": 23}),
        (2022, "全年未接到公众依申请公开政府信息事项。", {"requests.received.total": 0}),
        (2022, "全年没有公民、法人和其他组织提出依申请公开政府信息的申请。", {"requests.received.total": 0}),
        (
            2021,
            "2021年新收政府信息公开申请99件(自然人90件、商业企业6件、社会公益组织2件、法律服务机构1件)。",
            {
                "requests.received.total": 99,
                "requests.received.natural_person": 90,
                "requests.received.commercial_enterprise": 6,
                "requests.received.social_welfare_organization": 2,
                "requests.received.legal_service_organization": 1,
            },
        ),
        (2021, "依申请公开方面，2020年未收到申请，2021年收到申请3件。", {"requests.received.total": 3}),
        (
            2021,
            "收到政府信息公开申请5件，不存在结转下年度的情况。",
            {"requests.received.total": 5, "requests.carried_forward.total": 0},
        ),
        (
            2021,
            "收到政府信息公开申请5件，无上年结转和结转下年度继续办理的申请。",
            {
                "requests.received.total": 5,
                "requests.carried_over.total": 0,
                "requests.carried_forward.total": 0,
            },
        ),
        (2021, "2021年我镇收到公民政府信息公开申请2件。", {"requests.received.total": 2}),
        (2021, "收到政府信息公开申请25件，同比下降16.7%（2020年为30件）。", {"requests.received.total": 25}),
        (
            2021,
            "共受理依申请公开申请25件，除1件正在办理外，其余24件均已答复。",
            {"requests.received.total": 25},
        ),
        (2022, "县级以上人民政府及其部门共收到政府信息公开申请120件。", {"requests.received.total": 120}),
        (2022, "全省政府系统共收到政府信息公开申请12万件。", {"requests.received.total": 120000}),
        (2022, "全市收到政府信息公开申请总量为3500件，人均0.5件。", {"requests.received.total": 3500}),
        (
            2021,
            "收到政府信息公开申请63件，其中60件来自自然人，3件来自企业。",
            {
                "requests.received.total": 63,
                "requests.received.natural_person": 60,
                "requests.received.commercial_enterprise": 3,
            },
        ),
        (
            2021,
            "依申请公开方面，2021年，全市共收到申请1203件，市级机关收到320件，县（市、区）收到883件。",
            {"requests.received.total": 1203},
        ),
        (2021, "通过“一网通办”平台受理申请3.4万件。依申请公开件12件。", {"requests.received.total": 12}),
        (
            2021,
            "收到政府信息公开申请：36件，其中：自然人：30件；商业企业：6件。",
            {
                "requests.received.total": 36,
                "requests.received.natural_person": 30,
                "requests.received.commercial_enterprise": 6,
            },
        ),
        (2021, "——收到政府信息公开申请36件。", {"requests.received.total": 36}),
        (
            2020,
            "2020年，全省各级行政机关共收到政府信息公开申请38245件，同比增长12.3%，上年结转1243件。",
            {"requests.received.total": 38245, "requests.carried_over.total": 1243},
        ),
        (2021, "全年收到政府信息公开申请零件。", {"requests.received.total": 0}),
        (2021, "全年收到政府信息公开申请36件（次），全部按时答复。", {"requests.received.total": 36}),
        (
            2021,
            "受理政府信息公开申请15件，其中，公民申请10件，占66.7%；法人申请5件，占33.3%。",
            {"requests.received.total": 15, "requests.received.natural_person": 10},
        ),
        (
            2021,
            "按照申请人类型统计，自然人提出政府信息公开申请10件，企业提出5件。",
            {"requests.received.natural_person": 10, "requests.received.commercial_enterprise": 5},
        ),
        (2021, "各级各部门共收到政府信息公开申请356件。", {"requests.received.total": 356}),
        (
            2021,
            "全县共收到政府信息公开申请356件，其中县政府收到20件，县直部门收到300件，乡镇收到36件。",
            {"requests.received.total": 356},
        ),
        (2021, "依申请公开方面，县政府收到申请20件。", {"requests.received.total": 20}),
    ],
)
def test_requests(year: int, text: str, values: Mapping[str, int | Decimal]) -> None:
    assert stated(text, year) == values
