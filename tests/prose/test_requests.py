"""Requests for information: received, carried over, by channel and applicant, answered, charged for."""

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
            "2022年，我区受理政府信息公开申请45件，其中上年结转3件。",
            {"requests.handled.total": 45, "requests.carried_over.total": 3},
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
        (2021, "2021年，未收取任何费用。依申请公开信息处理费为0元。", {"requests.fees_collected": 0}),
        (2021, "本年度依申请公开收取信息处理费1200元。", {"requests.fees_collected": Decimal("0.12")}),
        (2017, "2017年，全县依申请公开政府信息未收取任何费用。", {"requests.fees_collected": 0}),
        (2015, "我局在提供政府信息时没有收取任何费用。", {"requests.fees_collected": 0}),
        (
            2022,
            "按照《政府信息公开信息处理费管理办法》，2022年度未发生收取信息处理费的情况。",
            {"requests.fees_collected": 0},
        ),
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
        (2022, "2022年我乡未收到群众书面、网上依申请公开信息的申请。", {"requests.received.total": 0}),
        (2022, "我镇2022年收到依申请公开信息0条。", {"requests.received.total": 0}),
        (
            2020,
            "全年受理有效政府信息公开申请88件，均按规定时限答复。",
            {"requests.received.total": 88, "requests.outcomes.total.total": 88},
        ),
        (2020, "全年受理政府信息公开申请88件，除3件结转外均已按时答复。", {"requests.received.total": 88}),
        (
            2020,
            "本年新收政府信息公开申请数量为12件，上年结转政府信息公开申请数量为0件。",
            {"requests.received.total": 12, "requests.carried_over.total": 0},
        ),
        (
            2021,
            "全年共收到网民留言542条，办结540条，办结率99.6%。依申请公开方面，收到申请15件，答复15件。",
            {"requests.received.total": 15, "requests.outcomes.total.total": 15},
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
            2021,
            "2021年，我局收到政府信息公开申请65件，同比增加7件；答复64件，同比增加5件。",
            {"requests.received.total": 65, "requests.outcomes.total.total": 64},
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
            2020,
            "政府信息公开申请的当面、网络、信函申请分别为12件、35件、8件。",
            {
                "requests.channels.in_person": 12,
                "requests.channels.online": 35,
                "requests.channels.letter": 8,
            },
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
        (2018, "二〇一八年，全县共受理政府信息公开申请二十三件。", {"requests.received.total": 23}),
        (2018, "二O一八年，全县共受理政府信息公开申请23件。", {"requests.received.total": 23}),
        (2021, "共收到政府信息公开申请36\n件，均依法答复。", {"requests.received.total": 36}),
        (2018, "云川县共受理政府信息公开申请12件。", {"requests.received.total": 12}),
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
            "办理政府信息公开申请1560件（新收1500件，上年结转60件）。",
            {
                "requests.handled.total": 1560,
                "requests.received.total": 1500,
                "requests.carried_over.total": 60,
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
            "（一）依申请公开。收到申请15件。（二）政民互动。全年受理网民留言980件，答复975件。",
            {"requests.received.total": 15},
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
            "收到政府信息公开申请45件，涉及土地征收20件，教育5件，财政3件。",
            {"requests.received.total": 45},
        ),
        (2021, "2021年收到政府信息公开申请12件，全部予以公开。", {"requests.received.total": 12}),
        (
            2021,
            "2021年，未收到政府信息公开申请，也未发生政府信息公开收费。",
            {"requests.received.total": 0, "requests.fees_collected": 0},
        ),
        (2021, "2021年，本机关政府信息公开申请收费0元。", {"requests.fees_collected": 0}),
        (2016, "没有向申请人收取检索、复制、邮寄费用，依申请公开工作规范。", {"requests.fees_collected": 0}),
        (2021, "2021年收取政府信息公开信息处理费0.35万元。", {"requests.fees_collected": Decimal("0.35")}),
        (
            2021,
            "收到12件政府信息公开申请，办结10件。",
            {"requests.received.total": 12, "requests.outcomes.total.total": 10},
        ),
        (2021, "共有15件政府信息公开申请，已全部办结。", {"requests.received.total": 15}),
        (2020, "2020年，政府信息公开申请量为85件，答复率100%。", {"requests.received.total": 85}),
        (2020, "2020年，共收到并答复政府信息公开申请85件。", {"requests.outcomes.total.total": 85}),
        (
            2020,
            "2020年，共收到政府信息公开申请85份，答复85份，按时答复率100%。",
            {"requests.received.total": 85, "requests.outcomes.total.total": 85},
        ),
        (2021, "全年累计收到依申请公开事项17件。", {"requests.received.total": 17}),
        (2021, "收到政府信息公开申请17件，历史结转2件。", {"requests.received.total": 17}),
        (2021, "未收到涉及本单位的政府信息公开申请件。", {"requests.received.total": 0}),
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
        (2022, "2022年，我镇依申请公开件数为零。", {"requests.received.total": 0}),
        (
            2022,
            "收到依申请公开政府信息申请12宗，均按期答复。",
            {"requests.received.total": 12, "requests.outcomes.total.total": 12},
        ),
        (
            2016,
            "全年共受理依申请公开政府信息12件，其中，以信函形式申请5件，以网络形式申请7件。",
            {"requests.received.total": 12, "requests.channels.letter": 5, "requests.channels.online": 7},
        ),
        (
            2022,
            "依申请公开方面，通过依申请公开系统收到申请12件，通过信函收到申请3件。",
            {"requests.channels.online": 12, "requests.channels.letter": 3},
        ),
        (2022, "全年共答复政府信息公开申请100件，其中按期答复98件。", {"requests.outcomes.total.total": 100}),
        (
            2022,
            "收到公民、法人和其他组织向本机关提出的政府信息公开申请23件。",
            {"requests.received.total": 23},
        ),
        (2022, "2022年度共接收各类政府信息公开申请23件（次）。", {"requests.received.total": 23}),
        (2022, "全年未接到公众依申请公开政府信息事项。", {"requests.received.total": 0}),
        (2022, "全年没有公民、法人和其他组织提出依申请公开政府信息的申请。", {"requests.received.total": 0}),
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
        (
            2021,
            "2021年我镇共收到政府信息公开申请2件（均为自然人申请），办结2件。",
            {"requests.received.total": 2, "requests.outcomes.total.total": 2},
        ),
        (2021, "2021年我镇收到公民政府信息公开申请2件。", {"requests.received.total": 2}),
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
        (2021, "收到政府信息公开申请25件，同比下降16.7%（2020年为30件）。", {"requests.received.total": 25}),
        (
            2021,
            "共受理依申请公开申请25件，除1件正在办理外，其余24件均已答复。",
            {"requests.received.total": 25},
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
        (2022, "县级以上人民政府及其部门共收到政府信息公开申请120件。", {"requests.received.total": 120}),
        (2022, "全省政府系统共收到政府信息公开申请12万件。", {"requests.received.total": 120000}),
        (2022, "全市收到政府信息公开申请总量为3500件，人均0.5件。", {"requests.received.total": 3500}),
        (
            2016,
            "全年新收政府信息公开申请60件，加上上年结转的3件，共63件。",
            {"requests.received.total": 60, "requests.carried_over.total": 3, "requests.handled.total": 63},
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
            "收到政府信息公开申请63件，其中60件来自自然人，3件来自企业。",
            {
                "requests.received.total": 63,
                "requests.received.natural_person": 60,
                "requests.received.commercial_enterprise": 3,
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
            "依申请公开方面，2021年，全市共收到申请1203件，市级机关收到320件，县（市、区）收到883件。",
            {"requests.received.total": 1203},
        ),
        (2021, "通过“一网通办”平台受理申请3.4万件。依申请公开件12件。", {"requests.received.total": 12}),
        (
            2016,
            "依申请公开情况\n1.当面申请数：12件\n2.网络申请数：3件\n3.信函申请数：5件",
            {"requests.channels.in_person": 12, "requests.channels.online": 3, "requests.channels.letter": 5},
        ),
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
            "收到政府信息公开申请：36件，其中：自然人：30件；商业企业：6件。",
            {
                "requests.received.total": 36,
                "requests.received.natural_person": 30,
                "requests.received.commercial_enterprise": 6,
            },
        ),
        (2021, "——收到政府信息公开申请36件。", {"requests.received.total": 36}),
        (
            2018,
            "2018年，全省行政机关主动公开政府信息505.37万条，受理政府信息公开申请4.72万宗。",
            {"proactive.total_items": 5053700, "requests.received.total": 47200},
        ),
        (
            2020,
            "2020年，全省各级行政机关共收到政府信息公开申请38245件，同比增长12.3%，上年结转1243件。",
            {"requests.received.total": 38245, "requests.carried_over.total": 1243},
        ),
        (
            2018,
            "2018年，全州共受理政府信息公开申请125件（含网上申请85件），其中州本级35件，各县市90件。",
            {"requests.received.total": 125, "requests.channels.online": 85},
        ),
        (
            2021,
            "收到政府信息公开申请36件.其中网上申请30件.",
            {"requests.received.total": 36, "requests.channels.online": 30},
        ),
        (2021, "全年收到政府信息公开申请零件。", {"requests.received.total": 0}),
        (2021, "全年收到政府信息公开申请36件（次），全部按时答复。", {"requests.received.total": 36}),
        (
            2021,
            "受理政府信息公开申请15件，办结14件，1件正在办理中。",
            {"requests.received.total": 15, "requests.outcomes.total.total": 14},
        ),
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
        (
            2016,
            "2016年，我局共收到依申请公开政府信息申请38件，比2015年增加6件。38件申请均在法定期限内办结。",
            {"requests.received.total": 38, "requests.outcomes.total.total": 38},
        ),
        (2021, "各级各部门共收到政府信息公开申请356件。", {"requests.received.total": 356}),
        (
            2021,
            "全县共收到政府信息公开申请356件，其中县政府收到20件，县直部门收到300件，乡镇收到36件。",
            {"requests.received.total": 356},
        ),
        (2021, "依申请公开方面，县政府收到申请20件。", {"requests.received.total": 20}),
        (2021, "依法答复3件政府信息公开申请。", {"requests.outcomes.total.total": 3}),
    ],
)
def test_requests(year: int, text: str, values: Mapping[str, int | Decimal]) -> None:
    assert stated(text, year) == values
