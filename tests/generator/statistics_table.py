"""The statistics table of reports up to 2018, in the national edition and an older provincial one."""

from __future__ import annotations

from .forms import head, label, value
from .sheet import Box, Kind, Row, Sheet

_REFUSALS = (
    ("1.涉及国家秘密", "state_secret"),
    ("2.涉及商业秘密", "commercial_secret"),
    ("3.涉及个人隐私", "personal_privacy"),
    ("4.危及国家安全、公共安全、经济安全和社会稳定", "security_and_stability"),
    ("5.不是《条例》所指政府信息", "not_government_information"),
    ("6.法律法规规定的其他情形", "other"),
)

Entry = tuple[str, str, str]
"""Label, unit and path; a heading has neither unit nor path."""

NATIONAL: tuple[Entry, ...] = (
    ("一、主动公开情况", "", ""),
    ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "proactive.total_items"),
    ("其中：主动公开规范性文件数", "条", "proactive.normative_documents_disclosed"),
    ("制发规范性文件总数", "件", "proactive.normative_documents_issued"),
    ("（二）通过不同渠道和方式公开政府信息的情况", "", ""),
    ("1.政府公报公开政府信息数", "条", "proactive.channels.gazette"),
    ("2.政府网站公开政府信息数", "条", "proactive.channels.website"),
    ("3.政务微博公开政府信息数", "条", "proactive.channels.weibo"),
    ("4.政务微信公开政府信息数", "条", "proactive.channels.wechat"),
    ("5.其他方式公开政府信息数", "条", "proactive.channels.other"),
    ("二、回应解读情况", "", ""),
    (
        "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
        "次",
        "response.hot_issues",
    ),
    ("（二）通过不同渠道和方式回应解读的情况", "", ""),
    ("1.参加或举办新闻发布会总次数", "次", "response.press_conferences"),
    ("其中：主要负责同志参加新闻发布会次数", "次", "response.press_conferences_by_leaders"),
    ("2.政府网站在线访谈次数", "次", "response.online_interviews"),
    ("其中：主要负责同志参加政府网站在线访谈次数", "次", "response.online_interviews_by_leaders"),
    ("3.政策解读稿件发布数", "篇", "response.interpretations"),
    ("4.微博微信回应事件数", "次", "response.social_media_responses"),
    ("5.其他方式回应事件数", "次", "response.other_responses"),
    ("三、依申请公开情况", "", ""),
    ("（一）收到申请数", "件", "requests.received.total"),
    ("1.当面申请数", "件", "requests.channels.in_person"),
    ("2.传真申请数", "件", "requests.channels.fax"),
    ("3.网络申请数", "件", "requests.channels.online"),
    ("4.信函申请数", "件", "requests.channels.letter"),
    ("（二）申请办结数", "件", "requests.concluded.total"),
    ("1.按时办结数", "件", "requests.concluded.on_time"),
    ("2.延期办结数", "件", "requests.concluded.extended"),
    ("（三）申请答复数", "件", "requests.outcomes.total.total"),
    ("1.属于已主动公开范围数", "件", "requests.outcomes.disclosed.already_public.total"),
    ("2.同意公开答复数", "件", "requests.outcomes.disclosed.granted.total"),
    ("3.同意部分公开答复数", "件", "requests.outcomes.disclosed.partially_granted.total"),
    ("4.不同意公开答复数", "件", "requests.outcomes.refused.subtotal.total"),
    *(
        (("其中：" if n == 0 else "") + text, "件", f"requests.outcomes.refused.{key}.total")
        for n, (text, key) in enumerate(_REFUSALS)
    ),
    ("5.不属于本行政机关公开数", "件", "requests.outcomes.unavailable.not_this_agency.total"),
    ("6.申请信息不存在数", "件", "requests.outcomes.unavailable.does_not_exist.total"),
    ("7.告知作出更改补充数", "件", "requests.outcomes.other.amendment_requested.total"),
    ("8.告知通过其他途径办理数", "件", "requests.outcomes.other.referred_elsewhere.total"),
    ("四、行政复议数量", "件", "reconsideration.total"),
    ("（一）维持具体行政行为数", "件", "reconsideration.upheld"),
    ("（二）被依法纠错数", "件", "reconsideration.corrected"),
    ("（三）其他情形数", "件", "reconsideration.other"),
    ("五、行政诉讼数量", "件", "litigation.total"),
    ("（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "litigation.upheld"),
    ("（二）被依法纠错数", "件", "litigation.corrected"),
    ("（三）其他情形数", "件", "litigation.other"),
    ("六、举报投诉数量", "件", "complaints.total"),
    ("七、依申请公开信息收取的费用", "万元", "requests.fees_collected"),
    ("八、机构建设和保障经费情况", "", ""),
    ("（一）政府信息公开工作专门机构数", "个", "resources.dedicated_offices"),
    ("（二）设置政府信息公开查阅点数", "个", "resources.reading_points"),
    ("（三）从事政府信息公开工作人员数", "人", "resources.staff_total"),
    (
        "1.专职人员数（不包括政府公报及政府网站工作人员数）",
        "人",
        "resources.staff_full_time",
    ),
    ("2.兼职人员数", "人", "resources.staff_part_time"),
    (
        "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        "万元",
        "resources.budget",
    ),
    ("九、政府信息公开会议和培训情况", "", ""),
    ("（一）召开政府信息公开工作会议或专题会议数", "次", "training.meetings"),
    ("（二）举办各类培训班数", "次", "training.sessions"),
    ("（三）接受培训人员数", "人次", "training.trainees"),
)

PROVINCIAL: tuple[Entry, ...] = (
    ("主动公开文件数", "条", "proactive.total_items"),
    ("其中：1.政府网站公开数", "条", "proactive.channels.website"),
    ("2.政府公报公开数", "条", "proactive.channels.gazette"),
    ("受理政府信息公开申请总数", "件", "requests.received.total"),
    ("其中：1.当面申请数", "件", "requests.channels.in_person"),
    ("2.网络申请数", "件", "requests.channels.online"),
    ("3.信函、传真申请数", "件", "requests.channels.letter_and_fax"),
    ("对申请的答复总数", "件", "requests.outcomes.total.total"),
    ("其中：1.同意公开答复数", "件", "requests.outcomes.disclosed.granted.total"),
    ("2.同意部分公开答复数", "件", "requests.outcomes.disclosed.partially_granted.total"),
    ("3.不予公开答复数", "件", "requests.outcomes.refused.subtotal.total"),
    ("4.其他类型答复数", "件", "requests.outcomes.other.subtotal.total"),
    ("接受行政申诉、举报数", "件", "complaints.total"),
    ("行政复议数", "件", "reconsideration.total"),
    ("行政诉讼数", "件", "litigation.total"),
)


Heads = tuple[str, str, str]
HEADS: tuple[Heads, ...] = (
    ("统计指标", "单位", "统计数"),
    ("指标名称", "单位", "统计数"),
    ("统计指标", "计量单位", "数量"),
    ("指标名称", "单位", "本年度"),
)
"""What agencies write above labels, units and figures."""


def national(*, cumulative: bool = False, heads: Heads = HEADS[0]) -> Sheet:
    """政府信息公开情况统计表 of the State Council's office, used from 2013 to 2018."""
    corner, unit, figures = heads
    return _table("statistics", corner, NATIONAL, (figures, "历年累计") if cumulative else (figures,), unit)


def provincial(year: int) -> Sheet:
    """A provincial table of 2008 to 2018: this year beside the sum of all years."""
    return _table("statistics", "指标名称", PROVINCIAL, (f"{year}年", "历年累计"))


def _table(
    name: str, corner: str, entries: tuple[Entry, ...], figures: tuple[str, ...], unit: str = "单位"
) -> Sheet:
    heads: Row = (head(corner), head(unit), *(head(text) for text in figures))
    return Sheet(name, (heads, *(_row(entry, len(figures)) for entry in entries)))


def _row(entry: Entry, figures: int) -> Row:
    text, unit, path = entry
    if not path:
        return (label(text), *(Box("", Kind.VOID) for _ in range(figures + 1)))
    cells = tuple(value(f"{prefix}{path}") for prefix in ("", "cumulative.")[:figures])
    return (label(text), Box(unit, Kind.UNIT), *cells)
