"""Wordings of what was disclosed, and of who did it, each beside a twin that must not state it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from prose.saying import stated

TOTAL = "proactive.total_items"
WEBSITE = "proactive.channels.website"
WEIBO = "proactive.channels.weibo"
WECHAT = "proactive.channels.wechat"
MEDIA = "proactive.channels.new_media"
OTHER = "proactive.channels.other"
FULL = "resources.staff_full_time"
PART = "resources.staff_part_time"
UNDER = "二、主动公开情况\n"

TWINS: list[tuple[int, str, Mapping[str, int], str]] = [
    # All kinds together are the total, in a sentence of the year and of no outlet or field.
    (2022, "2022年，我局累计公开信息86条。", {TOTAL: 86}, "2022年，我局围绕营商环境累计公开信息86条。"),
    (2022, "全年共公开各类信息860条。", {TOTAL: 860}, "全年在县农业信息网共公开各类信息860条。"),
    (2022, "全年我县共发布政务公开信息108条。", {TOTAL: 108}, "全年我县共发布政务公开简报108条。"),
    (2022, "全年主动公开信息9856条。", {TOTAL: 9856}, "全年通过报刊、广播、电视主动公开信息9856条。"),
    (2022, "全年公开各类信息共计860条。", {TOTAL: 860}, "扶贫专栏全年公开各类信息共计860条。"),
    (2022, "全年共主动发布各类信息940条。", {TOTAL: 940}, "教育领域全年共主动发布各类信息940条。"),
    (2022, "2022年，主动公布信息94条。", {TOTAL: 94}, "2022年，在电子屏上主动公布信息94条。"),
    (
        2022,
        "通过网站、公告栏等渠道，主动公开政府信息660条。",
        {TOTAL: 660},
        "通过网站、公告栏等渠道，主动公开重点领域政府信息660条。",
    ),
    (2010, "2010年我镇政府信息公开的数量有24件。", {TOTAL: 24}, "2010年依申请政府信息公开的数量有24件。"),
    (2010, "2010年我镇政府信息公开条数为24条。", {TOTAL: 24}, "2010年我镇政府信息公开申请条数为24条。"),
    (
        2018,
        "2018年制作政府信息620条，其中主动公开信息410条，不予公开信息210条。",
        {TOTAL: 410},
        "2018年制作公文620件，其中主动公开410件，不予公开210件。",
    ),
    (2021, "全年累计公开86条信息。", {TOTAL: 86}, "村务公开不断加强，全年累计公开86条信息。"),
    (
        2021,
        "我局2021年共公开信息86条。",
        {TOTAL: 86},
        "网站建设不断加强，2021年共公开信息86条。",
    ),
    # Channels.
    (
        2012,
        "通过县政府网站向社会公开政府信息260条。",
        {WEBSITE: 260},
        "通过农机网向社会公开政府信息260条。",
    ),
    (
        2022,
        "通过县政府门户网站政务公开专栏公开信息14条。",
        {WEBSITE: 14},
        "通过县政府门户网站优化营商环境专栏公开信息14条。",
    ),
    (
        2014,
        "在省政府网站信息公开专栏发布信息50条。",
        {WEBSITE: 50},
        "在省政府网站信息公开专栏发布信息50条，总计240条。",
    ),
    (2021, "通过政府网站及局官网公开信息760条。", {WEBSITE: 760}, "通过局官网及宣传栏公开信息760条。"),
    (2014, "在县政务信息公开网上公开政府信息51条。", {WEBSITE: 51}, "在县粮食信息网上公开政府信息51条。"),
    (2018, "在门户网站发布各类文字、图片信息95条。", {WEBSITE: 95}, "在门户网站发布招聘信息95条。"),
    (
        2021,
        "在门户网站发布通知公告、工作动态等85条。",
        {WEBSITE: 85},
        "在门户网站发布通知公告、工作动态等85条，政策文件30条。",
    ),
    (
        2021,
        "在门户网站发布通知公告、工作动态等信息85条，微信公众号推送信息30条。",
        {WEBSITE: 85, WECHAT: 30},
        "在门户网站发布财政预算、决算等信息85条。",
    ),
    (
        2021,
        "门户网站共发布工作动态和其他政务信息580条。",
        {WEBSITE: 580},
        "门户网站共发布工作动态信息580条。",
    ),
    (2021, "局网站公布194条，微信公众号公布14条。", {WEBSITE: 194, WECHAT: 14}, "局网站公布热线14个。"),
    (2021, "“平安东桥”微博号发布了26条安全生产信息。", {WEIBO: 26}, "微博号关注26人。"),
    (2021, "官方微博更新509条，官方微信更新110条。", {WEIBO: 509, WECHAT: 110}, "官方微博更新栏目5个。"),
    (
        2021,
        "通过政务微信公众号“美丽东桥”公开108条信息。",
        {WECHAT: 108},
        "通过政务微信公众号“美丽东桥”征集108条信息。",
    ),
    (
        2021,
        "通过“东桥政务”微信公众号推送涉及教育、医疗的政务动态68余条。",
        {WECHAT: 68},
        "通过“东桥政务”微信公众号推送涉及教育、医疗的征求意见68余条。",
    ),
    (
        2021,
        "通过“东桥发布”微信公众号公开各类政府信息200余条。",
        {WECHAT: 200},
        "通过区政府网站、“东桥发布”微信公众号等方式公开各类政府信息200余条。",
    ),
    (2021, "通过线下方式公开信息284条。", {OTHER: 284}, "通过线下方式受理咨询284条。"),
    (2021, "其他渠道公开信息372条。", {OTHER: 372}, "政务新媒体等其他渠道公开信息372条。"),
    (
        2021,
        "政府网站、政务新媒体主动公开信息均为0条。",
        {WEBSITE: 0, MEDIA: 0},
        "通过政府网站、政务新媒体、政府公报等平台主动公开规章0件，规范性文件1件。",
    ),
    # A title, or one kind of many, does not tell what the text is about.
    (
        2021,
        "办理公开建议提案、财政预决算等信息。政务新媒体发布信息44条。",
        {MEDIA: 44},
        "办理建议提案44件。在新媒体发布信息44条。",
    ),
    (
        2021,
        "制作《民情热线》节目4期。局网站共发布信息397条。",
        {WEBSITE: 397},
        "民情热线受理诉求40件。局网站共发布信息397条。",
    ),
    # Documents.
    (
        2022,
        "2022年出台政府规章1件，废止规章2件，现行有效规章30件。",
        {
            "proactive.regulations.issued": 1,
            "proactive.regulations.repealed": 2,
            "proactive.regulations.in_force": 30,
        },
        "清理规章30件，制定规章制度5项。",
    ),
    (
        2022,
        "新发布行政规范性文件3件，继续有效的规范性文件28件。",
        {"proactive.normative_documents.issued": 3, "proactive.normative_documents.in_force": 28},
        "备案审查行政规范性文件3件，转发有效的文件28件。",
    ),
    # Response.
    (
        2022,
        "全年共举办19场市政府新闻发布活动。",
        {"response.press_conferences": 19},
        "报道19场新闻活动。",
    ),
    (2012, "局长在政府网站作了一期在线访谈。", {"response.online_interviews": 1}, "局长收看了一期在线访谈。"),
    (
        2018,
        "回应公众关注热点或重大舆情数，包括正面舆情和负面舆情共13次。",
        {"response.hot_issues": 13},
        "监测信息，包括正面报道和负面报道共13次。",
    ),
    # Staff and training.
    (
        2012,
        "全市从事政府信息公开工作人员420人。其中，专职人员90人、兼职人员330人。",
        {"resources.staff_total": 420, FULL: 90, PART: 330},
        "全市共有网格员420人。其中，专职人员90人、兼职人员330人。",
    ),
    (
        2016,
        "明确各股室7名工作人员兼职负责政务公开工作。",
        {PART: 7},
        "各股室明确1名工作人员兼职负责政务公开工作。",
    ),
    (
        2016,
        "指定办公室一名同志为信息公开专职人员。",
        {FULL: 1},
        "各科室指定一名同志为信息公开专职人员。",
    ),
    (
        2012,
        "为此配备3名兼职工作人员。",
        {PART: 3},
        "服务大厅作为查阅点，配备3名兼职工作人员。",
    ),
    (
        2015,
        "举办政府信息公开各类培训共31期。",
        {"training.sessions": 31},
        "举办网络安全各类技能培训共31期。",
    ),
    (
        2015,
        "组织开展政府信息公开工作人员业务培训会13次。",
        {"training.sessions": 13},
        "组织开展消防工作人员业务培训会13次。",
    ),
]


@pytest.mark.parametrize(("year", "text", "values"), [twin[:3] for twin in TWINS])
def test_the_sentence_states_its_indicators(year: int, text: str, values: Mapping[str, int]) -> None:
    assert stated(UNDER + text, year) == values


@pytest.mark.parametrize(("year", "values", "twin"), [(twin[0], *twin[2:]) for twin in TWINS])
def test_its_twin_states_none_of_them(year: int, values: Mapping[str, int], twin: str) -> None:
    assert not values.keys() & stated(UNDER + twin, year).keys()


@pytest.mark.parametrize("heading", ["（三）财政信息公开", "（二）网站建设", "2.行政处罚信息公开"])
def test_a_sum_under_the_heading_of_a_part_is_not_the_total(heading: str) -> None:
    text = "2021年，我局共公开信息36条。"
    assert stated(f"{UNDER}（一）主动公开\n{text}") == {TOTAL: 36}
    assert stated(f"{UNDER}{heading}。{text}") == {}
