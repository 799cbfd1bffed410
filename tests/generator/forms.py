"""The official forms, written out from the notices that issued them.

国办公开办函〔2019〕60号 (reports of 2019 and 2020), 国办公开办函〔2021〕30号 (2021 on), and the statistics
table 政府信息公开情况统计表 of the years before with its provincial predecessor. Kept apart from the
schema's own data on purpose: what both say is checked by both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .sheet import Box, Kind, Row, Sheet

APPLICANTS = (
    ("natural_person", "自然人"),
    ("commercial_enterprise", "商业企业"),
    ("research_institution", "科研机构"),
    ("social_welfare_organization", "社会公益组织"),
    ("legal_service_organization", "法律服务机构"),
    ("other_organization", "其他"),
    ("total", "总计"),
)
COLUMNS = tuple(key for key, _ in APPLICANTS)

OUTCOMES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("（一）予以公开", (("disclosed.granted", ""),)),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", (("disclosed.partially_granted", ""),)),
    (
        "（三）不予公开",
        (
            ("refused.state_secret", "1.属于国家秘密"),
            ("refused.prohibited_by_law", "2.其他法律行政法规禁止公开"),
            ("refused.security_and_stability", "3.危及“三安全一稳定”"),
            ("refused.third_party_rights", "4.保护第三方合法权益"),
            ("refused.internal_affairs", "5.属于三类内部事务信息"),
            ("refused.process_information", "6.属于四类过程性信息"),
            ("refused.enforcement_files", "7.属于行政执法案卷"),
            ("refused.administrative_inquiry", "8.属于行政查询事项"),
        ),
    ),
    (
        "（四）无法提供",
        (
            ("unavailable.not_held", "1.本机关不掌握相关政府信息"),
            ("unavailable.requires_creation", "2.没有现成信息需要另行制作"),
            ("unavailable.unclear_after_correction", "3.补正后申请内容仍不明确"),
        ),
    ),
    (
        "（五）不予处理",
        (
            ("not_processed.petition_or_complaint", "1.信访举报投诉类申请"),
            ("not_processed.repeated", "2.重复申请"),
            ("not_processed.publications", "3.要求提供公开出版物"),
            ("not_processed.excessive_repetition", "4.无正当理由大量反复申请"),
            ("not_processed.confirmation_or_reissue", "5.要求行政机关确认或重新出具已获取信息"),
        ),
    ),
)
OTHER_ONE_ROW = ("（六）其他处理", (("other.subtotal", ""),))
OTHER_THREE_ROWS = (
    "（六）其他处理",
    (
        ("other.overdue_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        (
            "other.overdue_payment",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        ),
        ("other.other", "3.其他"),
    ),
)
RESULTS = ("upheld", "corrected", "other", "pending", "total")
RESULT_LABELS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def head(text: str, rows: int = 1, columns: int = 1) -> Box:
    """A column header."""
    return Box(text, Kind.HEAD, rows, columns)


def label(text: str, rows: int = 1, columns: int = 1) -> Box:
    """A row label."""
    return Box(text, Kind.LABEL, rows, columns)


def value(path: str, columns: int = 1) -> Box:
    """A place for a value, still empty."""
    return Box("", Kind.VALUE, 1, columns, path)


def article_20_of_2021() -> Sheet:
    """Section two of the form of 2021."""
    return Sheet(
        "article_20",
        (
            *_part("一", ("本年制发件数", "本年废止件数", "现行有效件数")),
            _line("规章", "proactive.regulations", ("issued", "repealed", "in_force")),
            _line("行政规范性文件", "proactive.normative_documents", ("issued", "repealed", "in_force")),
            *_part("五", ("本年处理决定数量",)),
            _line("行政许可", "proactive.licensing", ("decisions",)),
            *_part("六", ("本年处理决定数量",)),
            _line("行政处罚", "proactive.penalties", ("decisions",)),
            _line("行政强制", "proactive.coercive_measures", ("decisions",)),
            *_part("八", ("本年收费金额（单位：万元）",)),
            _line("行政事业性收费", "proactive.fees", ("amount",)),
        ),
    )


def article_20_of_2019() -> Sheet:
    """Section two of the form of 2019."""
    items = ("上一年项目数量", "本年增/减", "处理决定数量")
    keys = ("items_last_year", "items_change", "decisions")
    return Sheet(
        "article_20",
        (
            *_part("一", ("本年新制作数量", "本年新公开数量", "对外公开总数量")),
            _line("规章", "proactive.regulations", ("made", "newly_disclosed", "disclosed_total")),
            _line(
                "规范性文件",
                "proactive.normative_documents",
                ("made", "newly_disclosed", "disclosed_total"),
            ),
            *_part("五", items),
            _line("行政许可", "proactive.licensing", keys),
            _line("其他对外管理服务事项", "proactive.other_services", keys),
            *_part("六", items),
            _line("行政处罚", "proactive.penalties", keys),
            _line("行政强制", "proactive.coercive_measures", keys),
            *_part("八", items[:2]),
            _line("行政事业性收费", "proactive.fees", keys[:2]),
            *_part("九", ("采购项目数量", "采购总金额")),
            _line("政府集中采购", "proactive.procurement", ("items", "amount")),
        ),
    )


def _part(article: str, heads: Sequence[str]) -> tuple[Row, Row]:
    spans = _spread(len(heads))
    names = tuple(head(text, 1, span) for text, span in zip(heads, spans, strict=True))
    return (Box(f"第二十条第（{article}）项", Kind.CAPTION, 1, 4),), (head("信息内容"), *names)


def _line(name: str, stem: str, keys: Sequence[str]) -> Row:
    spans = _spread(len(keys))
    cells = tuple(value(f"{stem}.{key}", span) for key, span in zip(keys, spans, strict=True))
    return (label(name), *cells)


def _spread(count: int) -> tuple[int, ...]:
    """The columns each of one to three boxes spans beside a label, in a table of four columns."""
    return {1: (3,), 2: (1, 2), 3: (1, 1, 1)}[count]


def requests(*, three_rows_of_other: bool) -> Sheet:
    """Section three, common to the forms of 2019 and 2021."""
    groups = (*OUTCOMES, OTHER_THREE_ROWS if three_rows_of_other else OTHER_ONE_ROW)
    body = [row for title, rows in groups for row in _group(title, rows)]
    body.append((label("（七）总计", 1, 2), *_figures("outcomes.total")))
    body[0] = (label("三、本年度办理结果", len(body)), *body[0])
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    organisations = tuple(head(text) for _, text in APPLICANTS[1:-1])
    return Sheet(
        "requests",
        (
            (Box(note, Kind.CAPTION, 3, 3), head("申请人情况", 1, 7)),
            (head("自然人", 2), head("法人或其他组织", 1, 5), head("总计", 2)),
            organisations,
            (label("一、本年新收政府信息公开申请数量", 1, 3), *_figures("received")),
            (label("二、上年结转政府信息公开申请数量", 1, 3), *_figures("carried_over")),
            *body,
            (label("四、结转下年度继续办理", 1, 3), *_figures("carried_forward")),
        ),
    )


def _group(title: str, rows: Iterable[tuple[str, str]]) -> list[Row]:
    listed = list(rows)
    if not listed[0][1]:
        return [(label(title, 1, 2), *_figures(f"outcomes.{listed[0][0]}"))]
    made: list[Row] = [(label(text), *_figures(f"outcomes.{stem}")) for stem, text in listed]
    made[0] = (label(title, len(made)), *made[0])
    return made


def _figures(stem: str) -> Row:
    return tuple(value(f"requests.{stem}.{column}") for column in COLUMNS)


def remedies() -> Sheet:
    """Section four, common to the forms of 2019 and 2021: one row under fifteen columns."""
    stems = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
    five = tuple(head(text) for text in RESULT_LABELS)
    return Sheet(
        "remedies",
        (
            (head("行政复议", 1, 5), head("行政诉讼", 1, 10)),
            (
                *(head(text, 2) for text in RESULT_LABELS),
                head("未经复议直接起诉", 1, 5),
                head("复议后起诉", 1, 5),
            ),
            (*five, *five),
            tuple(value(f"{stem}.{result}") for stem in stems for result in RESULTS),
        ),
    )
