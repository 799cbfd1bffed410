"""What was disclosed without being asked for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import stated


@pytest.mark.parametrize(
    ("year", "text", "values"),
    [
        (
            2017,
            "截至2017年12月31日，全县主动公开政府信息12345条，其中：通过政府网站公开9800条，政府公报公开120条，政务微博公开1500条，政务微信公开925条。",
            {
                "proactive.total_items": 12345,
                "proactive.channels.website": 9800,
                "proactive.channels.gazette": 120,
                "proactive.channels.weibo": 1500,
                "proactive.channels.wechat": 925,
            },
        ),
        (2018, "2018年，全区共主动公开各类政府信息3.2万余条。", {"proactive.total_items": 32000}),
        (2018, "2018年度我局主动公开政府信息共计256条，全文电子化率达100%。", {"proactive.total_items": 256}),
        (
            2021,
            "通过政府门户网站发布信息2300条，政务微信公众号推送信息450条，政务微博发布信息820条。主动公开取得实效。",
            {
                "proactive.channels.website": 2300,
                "proactive.channels.wechat": 450,
                "proactive.channels.weibo": 820,
            },
        ),
        (
            2021,
            "主动公开方面，通过政府门户网站发布信息2300条，政务微信公众号推送信息450条，政务微博发布信息820条。",
            {
                "proactive.channels.website": 2300,
                "proactive.channels.wechat": 450,
                "proactive.channels.weibo": 820,
            },
        ),
        (
            2021,
            "全年主动公开信息1208条，其中通过县政府网站公开信息1100条、微信公众号108条。",
            {
                "proactive.total_items": 1208,
                "proactive.channels.website": 1100,
                "proactive.channels.wechat": 108,
            },
        ),
        (
            2018,
            "2018年主动公开政府信息2600条，历年累计公开政府信息15800条。",
            {"proactive.total_items": 2600, "cumulative.proactive.total_items": 15800},
        ),
        (
            2018,
            "自2008年条例施行以来，累计主动公开政府信息15800条。",
            {"cumulative.proactive.total_items": 15800},
        ),
        (2017, "全年公开规范性文件23件。", {"proactive.normative_documents_disclosed": 23}),
        (
            2017,
            "2017年，共制发规范性文件15件，主动公开规范性文件15件。",
            {"proactive.normative_documents_issued": 15, "proactive.normative_documents_disclosed": 15},
        ),
        (
            2021,
            "2021年，县政府制定行政规范性文件6件，废止规范性文件3件，现行有效规范性文件42件。",
            {
                "proactive.normative_documents.issued": 6,
                "proactive.normative_documents.repealed": 3,
                "proactive.normative_documents.in_force": 42,
            },
        ),
        (2021, "全年主动公开政府信息500条，其中依申请公开转主动公开20条。", {"proactive.total_items": 500}),
        (
            2012,
            "2012年，新增主动公开政府信息15678条，全文电子化率达98.4%。",
            {"proactive.total_items": 15678},
        ),
        (
            2022,
            "今年以来，我县通过政府门户网站主动公开政府信息4321条。",
            {"proactive.channels.website": 4321},
        ),
        (
            2022,
            "全县通过政府网站、政务新媒体、公告栏等渠道主动公开政府信息3.4万条。",
            {"proactive.total_items": 34000},
        ),
        (
            2022,
            "2022年，我市作出行政许可决定12030件，行政处罚决定3560件。",
            {"proactive.licensing.decisions": 12030, "proactive.penalties.decisions": 3560},
        ),
        (2016, "全年主动公开政府信息4000余条，制作政府信息公开目录12个。", {"proactive.total_items": 4000}),
        (2016, "主动公开信息达三万五千条。", {"proactive.total_items": 35000}),
        (2016, "全县累计公开政府信息5420条。", {"proactive.total_items": 5420}),
        (
            2018,
            "政务微博、微信共发布信息1560条。公开渠道不断拓宽。主动公开成效明显。",
            {"proactive.channels.new_media": 1560},
        ),
        (2018, "主动公开信息通过政务微博、微信公众号发布1560条。", {"proactive.channels.new_media": 1560}),
        (2021, "2021年，按照省政府要求，主动公开政府信息350条。", {"proactive.total_items": 350}),
        (2021, "全市政务新媒体共发布信息45万条，总阅读量3亿次。", {"proactive.channels.new_media": 450000}),
        (
            2021,
            "“云川发布”微信公众号发布信息1254条，微博发布信息986条。",
            {"proactive.channels.wechat": 1254, "proactive.channels.weibo": 986},
        ),
        (
            2021,
            "主动公开信息5420条，其中“云川发布”微信公众号发布信息1254条，政务微博发布信息986条，其他方式公开120条。",
            {
                "proactive.total_items": 5420,
                "proactive.channels.weibo": 986,
                "proactive.channels.wechat": 1254,
                "proactive.channels.other": 120,
            },
        ),
        (2022, "县政府网站全年发布信息总数4500条。", {"proactive.channels.website": 4500}),
        (
            2022,
            "2022年，通过县政府门户网站公开政府信息4356条次，通过政务新媒体公开1200条。",
            {"proactive.channels.website": 4356, "proactive.channels.new_media": 1200},
        ),
        (
            2009,
            "2009年，市政府信息公开网站访问量120万人次，主动公开信息5.2万条，其中政府网站公开4.8万条。",
            {"proactive.total_items": 52000, "proactive.channels.website": 48000},
        ),
        (
            2012,
            "2012年新增主动公开政府信息436条，累计主动公开政府信息2356条。",
            {"proactive.total_items": 436, "cumulative.proactive.total_items": 2356},
        ),
        (
            2021,
            "全年通过县政府门户网站主动公开各类政府信息3456条，同比增长8%；通过“云川政务”微信公众号发布信息1200条，同比增长12%；通过政务微博发布信息300条。",
            {
                "proactive.channels.website": 3456,
                "proactive.channels.wechat": 1200,
                "proactive.channels.weibo": 300,
            },
        ),
        (
            2021,
            "通过政府网站、政务微博、政务微信分别公开信息3000条、200条、500条。",
            {
                "proactive.channels.website": 3000,
                "proactive.channels.weibo": 200,
                "proactive.channels.wechat": 500,
            },
        ),
        (2021, "通过各类渠道主动公开政府信息2551条。", {"proactive.total_items": 2551}),
        (2021, "以公告栏、宣传册等其他方式公开政府信息424条。", {"proactive.channels.other": 424}),
        (2021, "主动公开方面，全年主动公开政府信息888条。", {"proactive.total_items": 888}),
        (
            2017,
            "2017年，全市主动公开政府信息1243567条，其中，市政府部门主动公开政府信息235678条，区政府及其部门主动公开政府信息1007889条。",
            {"proactive.total_items": 1243567},
        ),
        (2016, "主动公开政府信息12，345条。", {"proactive.total_items": 12345}),
        (2018, "积极推进我县主动公开政府信息1200条。", {"proactive.total_items": 1200}),
    ],
)
def test_proactive(year: int, text: str, values: Mapping[str, int | Decimal]) -> None:
    assert stated(text, year) == values
