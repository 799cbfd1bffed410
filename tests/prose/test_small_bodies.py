"""How townships, streets and bureaus word their short reports."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import heard, stated

from extractor.values import Value


@pytest.mark.parametrize(
    ("year", "text", "values"),
    [
        (2016, "本年度我乡没有接到村民主动要求公开政府信息的申请。", {"requests.received.total": 0}),
        (2016, "我局未收到申请公开政府信息的要求。", {"requests.received.total": 0}),
        (2016, "全年没有收到要求政府信息公开的申请。", {"requests.received.total": 0}),
        (2022, "2022年，未收到依申请公开事项.", {"requests.received.total": 0}),
        (2022, "未收到网络、信函依申请公开信息的申请。", {"requests.received.total": 0}),
        (2022, "2022年全市共收到政府信息申请公开件46件。", {"requests.received.total": 46}),
        (
            2022,
            "全年依申请公开共收到群众网上申请31件，快递4件，合计35件，已回复35件。",
            {
                "requests.received.total": 35,
                "requests.channels.online": 31,
                "requests.channels.letter": 4,
                "requests.outcomes.total.total": 35,
            },
        ),
        (
            2022,
            "共收到6份政府信息公开申请，均为自然人申请。无下年度结转。",
            {
                "requests.received.total": 6,
                "requests.received.natural_person": 6,
                "requests.carried_forward.total": 0,
            },
        ),
        (
            2016,
            "三、依申请公开情况\n共受理申请8件，主要涉及行政审批等方面。在已经答复的8件申请中，“同意公开”的6件，属行政审批类信息；“不予公开”的2件。",
            {
                "requests.received.total": 8,
                "requests.outcomes.total.total": 8,
                "requests.outcomes.disclosed.granted.total": 6,
                "requests.outcomes.refused.subtotal.total": 2,
            },
        ),
        (
            2016,
            "三、依申请公开情况\n答复9件，其中公开5件，部分公开1件，不予公开1件，不存在2件。",
            {
                "requests.outcomes.total.total": 9,
                "requests.outcomes.disclosed.granted.total": 5,
                "requests.outcomes.disclosed.partially_granted.total": 1,
                "requests.outcomes.refused.subtotal.total": 1,
                "requests.outcomes.unavailable.does_not_exist.total": 2,
            },
        ),
        (
            2016,
            "三、依申请公开和不予公开情况\n本年度未收到信息公开的申请和未涉及不予公开的政府信息。",
            {"requests.received.total": 0, "requests.outcomes.refused.subtotal.total": 0},
        ),
        (
            2016,
            "依申请公开收取检索费、复制费、邮寄费共计48元。",
            {"requests.fees_collected": Decimal("0.0048")},
        ),
        (2016, "依申请公开收取复制费18元，邮寄费30元。", {}),
        (
            2016,
            "全年未发生因政府信息公开产生申请行政复议或者提起行政诉讼的情况。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2016,
            "截至2016年底，累计主动公开政府信息4200条，其中2016年新增310条。",
            {"cumulative.proactive.total_items": 4200, "proactive.total_items": 310},
        ),
        (
            2016,
            "一、政府信息公开概况\n为此，配备了3名兼职工作人员，开辟了2个公共查阅点。",
            {"resources.staff_part_time": 3, "resources.reading_points": 2},
        ),
        (
            2016,
            "一、政务公开概况\n本镇共设立1个政府信息公开查阅场所，明确1名专职人员。",
            {"resources.reading_points": 1, "resources.staff_full_time": 1},
        ),
        (
            2016,
            "四、政府信息公开的收费及减免情况\n无\n五、因政府信息公开申请行政复议、提起行政诉讼的情况\n无。\n六、其他需要报告的事项\n无",
            {"requests.fees_collected": 0, "reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2022,
            "1、依申请公开政府信息的数量：无。2、因政府信息公开申请行政复议、提起行政诉讼的情况：无。",
            {"requests.received.total": 0, "reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2016,
            "未发生针对本部门有关政府信息公开事务的行政复议、行政诉讼、行政申诉案。",
            {"reconsideration.total": 0, "litigation.total": 0, "complaints.total": 0},
        ),
        (2016, "1、主动公开政府信息的情况：46条，涉及预算等。", {"proactive.total_items": 46}),
        (
            2018,
            "举办新闻发布会5次，主要负责同志参加2次；开展在线访谈8次，主要负责同志参加1次。",
            {
                "response.press_conferences": 5,
                "response.press_conferences_by_leaders": 2,
                "response.online_interviews": 8,
                "response.online_interviews_by_leaders": 1,
            },
        ),
        (
            2022,
            "全年制定规范性文件5件，清理废止2件，现行有效38件。",
            {
                "proactive.normative_documents.issued": 5,
                "proactive.normative_documents.repealed": 2,
                "proactive.normative_documents.in_force": 38,
            },
        ),
        (
            2022,
            "收到自然人政府信息公开申请12件，法人申请1件。",
            {"requests.received.natural_person": 12},
        ),
        (
            2011,
            "一、政府信息公开概述\n专门配备了2名全职工作人员，0名兼职工作人员，开辟了14个公安政府信息查阅点。",
            {"resources.staff_full_time": 2, "resources.staff_part_time": 0, "resources.reading_points": 14},
        ),
        (2011, "依申请公开共收取检索、复印、邮递等成本费用共计0元。", {"requests.fees_collected": 0}),
        (2021, "收到政府信息依申请公开办理事项2件。", {"requests.received.total": 2}),
        (2021, "我乡未收到和处理政府信息公开申请。", {"requests.received.total": 0}),
        (
            2021,
            "全年未发生针对青山乡有关政府信息公开事务的行政复议案件、行政诉讼案件和举报申诉件。",
            {"reconsideration.total": 0, "litigation.total": 0, "complaints.total": 0},
        ),
        (2021, "政府信息公开行政复议、行政诉讼0条。", {"reconsideration.total": 0, "litigation.total": 0}),
        (
            2021,
            "依申请公开办理结果如下：部分予以公开1件；不予公开2件，其中1件因涉及第三方合法权益，1件属于政府内部事务信息。",
            {
                "requests.outcomes.disclosed.partially_granted.total": 1,
                "requests.outcomes.refused.subtotal.total": 2,
                "requests.outcomes.refused.third_party_rights.total": 1,
                "requests.outcomes.refused.internal_affairs.total": 1,
            },
        ),
        (
            2021,
            "全年受理依申请公开信息6条，全部在规定时间内进行了答复和说明。收到行政复议2条，1条正在办理中。",
            {
                "requests.received.total": 6,
                "requests.outcomes.total.total": 6,
                "reconsideration.total": 2,
                "reconsideration.pending": 1,
            },
        ),
        (
            2010,
            "我局主动公开政府信息历年累计52条，其中2010年新增主动公开政府信息14条。",
            {"cumulative.proactive.total_items": 52, "proactive.total_items": 14},
        ),
        (2010, "我局全年累计共主动向社会公开信息24条。", {"proactive.total_items": 24}),
        (
            2021,
            "全年通过门户网站、微信公众号、微博等渠道公开各类信息812条。",
            {"proactive.total_items": 812},
        ),
        (
            2022,
            "办理政府信息公开申请24宗（含2021年度结转5宗），公民申请13宗，法人申请11宗。",
            {"requests.handled.total": 24, "requests.carried_over.total": 5},
        ),
        (
            2022,
            "我局未制发、废止、修改行政规范性文件。",
            {"proactive.normative_documents.issued": 0, "proactive.normative_documents.repealed": 0},
        ),
        (2008, "我局2008年度依申请受理信息公开申请：无。", {"requests.received.total": 0}),
        (2018, "积极回应社会关切12次。", {"response.hot_issues": 12}),
        (2018, "回应热点舆情3件，没有发生回应不当的情况。", {"response.hot_issues": 3}),
        (2018, "建有政府信息公开公共查阅点6处。", {"resources.reading_points": 6}),
        (2018, "群众提出政府信息公开申请7件，未出现超期。", {"requests.received.total": 7}),
        (2018, "为重要文件配发解读材料30篇。", {"response.interpretations": 30}),
        (
            2018,
            "举办政府信息公开培训两场次，59人次参加。",
            {"training.sessions": 2, "training.trainees": 59},
        ),
        (2018, "年内公开政府信息总量为420条。", {"proactive.total_items": 420}),
        (2022, "我局共受理依申请政府信息公开事项7例。", {"requests.received.total": 7}),
        (2018, "我局未涉及到要求政府信息公开的申请。", {"requests.received.total": 0}),
        (2016, "年初、年中两次举办政务公开工作培训。", {"training.sessions": 2}),
        (2016, "二、主动公开情况\n微博微信公开信息850条。", {"proactive.channels.new_media": 850}),
        (
            2022,
            "二、主动公开情况\n通过政府门户网站信息公开平台共发布政府信息930条。",
            {"proactive.channels.website": 930},
        ),
    ],
)
def test_short_reports(year: int, text: str, values: Mapping[str, Value]) -> None:
    assert stated(text, year) == values


@pytest.mark.parametrize(
    ("year", "text"),
    [
        (2022, "我镇未收到网络依申请公开。"),
        (2022, "以县政府名义印发规范性文件5件，以部门名义印发12件。"),
        (2010, "2008年5月1日至2010年12月31日，共主动公开政府信息9万条。"),
        (2022, "通过县政府网站和信函受理依申请公开申请13件。"),
        (2022, "五、存在的主要问题及改进情况\n无\n六、其他需要报告的事项\n无"),
        (2016, "行政复议数量\n无\n"),
        (2016, "依申请公开申请\n件\n无\n"),
        (2022, "二、上年结转政府信息公开申请数量\n|\n无\n|\n无\n|\n"),
        (2022, "二、上年结转政府信息公开申请数量\n无\n无\n3\n"),
        (2016, "信息公开目录中主动公开类260条，依申请公开类18条，不予公开类3条。"),
        (2022, "二、主动公开情况\n全年共刊发《政府公报》9期。"),
        (2022, "二、主动公开情况\n法定主动公开信息16条，重点领域信息13条。"),
        (2016, "本单位到目前累计主动公开政府信息700条。"),
        (2016, "我镇到年底累计主动公开政府信息812条。"),
        (2022, "县政府作为复议机关，收到政府信息公开类行政复议申请9件，已审结8件，其中维持6件。"),
        (2016, "县政务公开办公室共有工作人员6人，其中专职4人。"),
        (2016, "一、政务公开概况\n安排1名兼职人员负责查阅服务工作。"),
    ],
)
def test_numbers_that_are_something_else(year: int, text: str) -> None:
    assert stated(text, year) == {}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("现将我局2022年情况报告如下。\n2022年，县工信局收到政府信息公开申请4件。", (4,)),
        ("现将我办2022年情况报告如下。\n2022年，区政府办公室收到政府信息公开申请4件。", (4,)),
        ("现将我县2022年情况报告如下。\n2022年，县工信局收到政府信息公开申请4件。", ()),
        ("现将我局2022年情况报告如下。\n2022年，县政府办公室收到政府信息公开申请4件。", ()),
        ("2022年，云川县住建局高度重视。\n2022年，云川县住建局收到政府信息公开申请4件。", (4,)),
        ("2022年，县教育局高度重视。\n2022年，县住建局收到政府信息公开申请4件。", ()),
        ("2022年，县教育局高度重视。\n2022年，全县工作有序。县教育局收到政府信息公开申请4件。", ()),
        ("现将我县和我局2022年情况报告如下。\n2022年，各局收到政府信息公开申请4件。", ()),
    ],
)
def test_a_body_that_no_title_names(text: str, values: tuple[int, ...]) -> None:
    observations = heard(text).observations
    assert tuple(o.value for o in observations if o.path == "requests.received.total") == values
