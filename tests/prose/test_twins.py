"""Sentences that state an indicator, each beside a twin that looks alike and must not state it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import heard, stated

TWINS: list[tuple[int, str, Mapping[str, int], str]] = [
    (
        2024,
        "我镇在县人民政府外网主动公开政府信息数27条。",
        {"proactive.channels.website": 27},
        "我镇在清河农技网主动公开政府信息数27条。",
    ),
    (
        2015,
        "通过网站、公告栏等渠道主动公开政府信息76条。",
        {"proactive.total_items": 76},
        "在清河农技网上，全年主动公开政府信息76条。",
    ),
    (
        2015,
        "通过各种形式主动公开政府信息85条。",
        {"proactive.total_items": 85},
        "利用村务展板主动公开政府信息85条。",
    ),
    (
        2015,
        "主动公开。政府公报刊登政府信息36条。",
        {"proactive.channels.gazette": 36},
        "主动公开。全年发放政府公报360份。",
    ),
    (
        2015,
        "主动公开。通过政府公报公开信息18条。",
        {"proactive.channels.gazette": 18},
        "主动公开。全年刊发《政府公报》18期，编发政府公报18份。",
    ),
    (
        2023,
        "新收政府信息公开申请31件，加上上年结转的，除去结转下年度继续办理的，共办理政府信息公开申请29件。",
        {"requests.received.total": 31, "requests.outcomes.total.total": 29},
        "加上上年结转的，除去结转下年度继续办理的，共办理行政许可申请29件。",
    ),
    (2019, "本年未收到依申请公开事项。", {"requests.received.total": 0}, "本年未公布依申请公开事项。"),
    (
        2020,
        "本年度未收到和处理政府信息公开申请事项。",
        {"requests.received.total": 0},
        "本年度未收到和处理信访投诉申请事项。",
    ),
    (
        2022,
        "新受理依申请政府信息公开6件。",
        {"requests.received.total": 6},
        "新受理依申请政府信息公开投诉6件。",
    ),
    (
        2022,
        "共受理依申请政府信息公开事项14例。",
        {"requests.received.total": 14},
        "共受理依申请办理事项14例。",
    ),
    (
        2024,
        "本局收到5件針對本部門有關政府信息公開事務的申請。",
        {"requests.received.total": 5},
        "本局收到5件針對縣住建局有關政府信息公開事務的申請。",
    ),
    (
        2024,
        "本局收到5件针对本部门有关政府信息公开事务的申请。",
        {"requests.received.total": 5},
        "本局收到5件针对本部门有关政府信息公开事务的申诉。",
    ),
    (
        2022,
        "依申请公开情况：办结公开申请4件。",
        {"requests.outcomes.total.total": 4},
        "依申请公开情况：办结许可申请4件。",
    ),
    (
        2015,
        "依申请公开情况：办结公开申请4件。",
        {"requests.concluded.total": 4},
        "依申请公开情况：未办结公开申请4件。",
    ),
    (
        2015,
        "2015年，累计主动公开政府信息达211条。",
        {"proactive.total_items": 211},
        "截至2015年底，累计主动公开政府信息达211条。",
    ),
    (
        2015,
        "1、主动公开政府信息的情况：无。",
        {"proactive.total_items": 0},
        "1、未主动公开政府信息的情况：无。",
    ),
    (
        2015,
        "1、主动公开政府信息的情况：44条。",
        {"proactive.total_items": 44},
        "1、主动公开政府信息的情况：无偿供人查阅。",
    ),
    (
        2015,
        "主動公開政府信息數不同渠道和方式公開相同信息計57條。",
        {"proactive.total_items": 57},
        "不同渠道和方式公開相同信息計57條。",
    ),
    (
        2016,
        "①參加或舉辦新聞發布會總次數1次。②政府網站在線訪談次數2次。③政策解讀稿件發布數3篇。"
        "④微博微信回應事件數4次。⑤其他方式回應事件數5次。",
        {
            "response.press_conferences": 1,
            "response.online_interviews": 2,
            "response.interpretations": 3,
            "response.social_media_responses": 4,
            "response.other_responses": 5,
        },
        "①收听新闻发布会1次。②观看网站在线访谈2次。③政策解读点击数3次。④微博微信粉丝数4个。⑤其他方式宣传5次。",
    ),
    (
        2016,
        "参加或举办新闻发布会总次数1次，政府网站在线访谈次数2次；微博微信回应事件数4次，其他方式回应事件数5次。",
        {
            "response.press_conferences": 1,
            "response.online_interviews": 2,
            "response.social_media_responses": 4,
            "response.other_responses": 5,
        },
        "微博微信回应群众4次，其他方式回应来信5件。",
    ),
    (
        2016,
        "回应公众关注热点或重大舆情7次。",
        {"response.hot_issues": 7},
        "回应公众来电热线7次。",
    ),
    (
        2016,
        "因政府信息公开产生行政复议12件和行政诉讼3件。",
        {"reconsideration.total": 12, "litigation.total": 3},
        "因政府信息公开产生行政复议和行政诉讼15件。",
    ),
    (
        2016,
        "因政府信息公开申请引发行政复议1件、引发行政诉讼2件，均维持。",
        {
            "reconsideration.total": 1,
            "reconsideration.upheld": 1,
            "litigation.total": 2,
            "litigation.upheld": 2,
        },
        "因土地征收引发行政复议1件、引发行政诉讼2件，均维持。",
    ),
    (
        2024,
        "本局2024年度及歷年政府信息公開均未收取任何費用。",
        {"requests.fees_collected": 0},
        "本局2023年度及歷年政府信息公開均未收取任何費用。",
    ),
    (
        2015,
        "依申请公开：收到申请2件，行政复议0件，收费0元。",
        {"requests.received.total": 2, "reconsideration.total": 0, "requests.fees_collected": 0},
        "依申请公开。办理停车许可2件，收费0元。",
    ),
    (
        2015,
        "主动公开。微信公众账号（1个）发布信息23条。",
        {"proactive.channels.wechat": 23},
        "主动公开。微信公众账号（1个）、微博（2个）共发布信息23条。",
    ),
    (
        2015,
        "主动公开。2015年公开信息。网站公开300条，微博公开20条。",
        {"proactive.channels.website": 300, "proactive.channels.weibo": 20},
        "截至2015年底，累计主动公开政府信息5000条。网站公开300条，微博公开20条。",
    ),
    (
        2015,
        "全区到年底累计主动公开政府信息4821条，全文电子化率达91%，其中，本年度新增主动公开政府信息1730条。",
        {"cumulative.proactive.total_items": 4821, "proactive.total_items": 1730},
        "全区到年底累计主动公开政府信息4821条，全文电子化率达91%。",
    ),
    (
        2015,
        "2015年累计主动公开政府信息482条，其中新增政策类信息17条。",
        {"proactive.total_items": 482},
        "我区累计主动公开政府信息4821条。其中，2015年新增1730条。",
    ),
    (
        2015,
        "主动公开：县政府网站公开信息500条，其中部门网站公开信息200条。",
        {"proactive.channels.website": 500},
        "主动公开：县政府网站公开信息300条，部门网站公开信息200条。",
    ),
]


@pytest.mark.parametrize(("year", "text", "values"), [twin[:3] for twin in TWINS])
def test_the_sentence_states_its_indicators_and_nothing_else(
    year: int, text: str, values: Mapping[str, int]
) -> None:
    assert stated(text, year) == {path: Decimal(value) for path, value in values.items()}


@pytest.mark.parametrize(("year", "values", "twin"), [(twin[0], *twin[2:]) for twin in TWINS])
def test_its_twin_states_none_of_them(year: int, values: Mapping[str, int], twin: str) -> None:
    assert not values.keys() & stated(twin, year).keys()


OFFICE = (
    "为贯彻落实要求，{0}严格落实条例精神，及时发布2024年度政府信息公开工作报告。"
    "本报告由{0}综合办公室编制，所列数据统计期限自2024年1月1日起至2024年12月31日止，欢迎公众查阅并提出宝贵意见。\n一、总体情况\n"
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2024年，东桥街道主动公开政府信息63条。", {"proactive.total_items": 63}),
        ("2024年，西桥街道主动公开政府信息63条。", {}),
        ("2024年街道未收到政府信息公开申请。", {"requests.received.total": 0}),
        ("2024年各街道收到政府信息公开申请9件。", {}),
    ],
)
def test_a_report_without_a_title_is_about_the_office_that_its_preface_names(
    text: str, values: Mapping[str, int]
) -> None:
    said = heard(OFFICE.format("东桥街道") + text)
    assert {o.path: o.value for o in said.observations} == values


def test_two_kinds_of_training_are_both_told_where_no_whole_is_named() -> None:
    text = "举办政务公开培训班2期。组织开展政务公开业务培训3次。"
    assert stated(text) == {"training.sessions": ("2", "3")}
