"""The official tables of a report as rows of cells, filled with figures, to be laid out by the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "social_welfare_organization",
    "legal_service_organization",
    "other_organization",
    "total",
)

Row = list[str]

# Path, the heading cell before the label (spanning several rows), the label.
REQUEST_ROWS: tuple[tuple[str, str, str], ...] = (
    ("received", "", "一、本年新收政府信息公开申请数量"),
    ("carried_over", "", "二、上年结转政府信息公开申请数量"),
    ("outcomes.disclosed.granted", "三、本年度办理结果", "（一）予以公开"),
    (
        "outcomes.disclosed.partially_granted",
        "",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    ),
    ("outcomes.refused.state_secret", "（三）不予公开", "1.属于国家秘密"),
    ("outcomes.refused.prohibited_by_law", "", "2.其他法律行政法规禁止公开"),
    ("outcomes.refused.security_and_stability", "", "3.危及“三安全一稳定”"),
    ("outcomes.refused.third_party_rights", "", "4.保护第三方合法权益"),
    ("outcomes.refused.internal_affairs", "", "5.属于三类内部事务信息"),
    ("outcomes.refused.process_information", "", "6.属于四类过程性信息"),
    ("outcomes.refused.enforcement_files", "", "7.属于行政执法案卷"),
    ("outcomes.refused.administrative_inquiry", "", "8.属于行政查询事项"),
    ("outcomes.unavailable.not_held", "（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("outcomes.unavailable.requires_creation", "", "2.没有现成信息需要另行制作"),
    ("outcomes.unavailable.unclear_after_correction", "", "3.补正后申请内容仍不明确"),
    ("outcomes.not_processed.petition_or_complaint", "（五）不予处理", "1.信访举报投诉类申请"),
    ("outcomes.not_processed.repeated", "", "2.重复申请"),
    ("outcomes.not_processed.publications", "", "3.要求提供公开出版物"),
    ("outcomes.not_processed.excessive_repetition", "", "4.无正当理由大量反复申请"),
    ("outcomes.not_processed.confirmation_or_reissue", "", "5.要求行政机关确认或重新出具已获取信息"),
    (
        "outcomes.other.overdue_correction",
        "（六）其他处理",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    (
        "outcomes.other.overdue_payment",
        "",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    ("outcomes.other.other", "", "3.其他"),
    ("outcomes.total", "", "（七）总计"),
    ("carried_forward", "", "四、结转下年度继续办理"),
)

ONE_ROW_OTHER = ("outcomes.other.subtotal", "", "（六）其他处理")
"""其他处理 as the form of 2019 prints it, in place of its three rows."""

REQUEST_HEADER: list[Row] = [
    ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
    ["自然人", "法人或其他组织", "总计"],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
]

REMEDY_HEADER: list[Row] = [
    ["行政复议", "行政诉讼"],
    ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"],
    ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2,
]

REMEDIES = tuple(
    f"{kind}.{result}"
    for kind in ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
    for result in ("upheld", "corrected", "other", "pending", "total")
)


@dataclass(frozen=True)
class Line:
    """One row of a table: the cells before the figures, and the figures."""

    labels: Row
    figures: Row


@dataclass(frozen=True)
class Printed:
    """A table: rows without figures, then rows with them; and what is to be read from it."""

    header: list[Row]
    lines: list[Line]
    truth: Mapping[str, int]

    def without_line(self, label: str) -> Printed:
        """The table without the row of that label; what it stated is no longer to be read."""
        lost = [line for line in self.lines if line.labels[-1] == label]
        kept = [line for line in self.lines if line not in lost]
        return Printed(self.header, kept, self.truth)


def requests(natural: Mapping[str, int], others: Mapping[str, Sequence[int]] | None = None) -> Printed:
    """Section three with these requests of natural persons, and of organisations by row (six figures).

    Rows are named by their last part (`state_secret`); outcomes and totals are computed.
    """
    rows = {path: [0] * 6 for path, _, _ in REQUEST_ROWS}
    for path in rows:
        name = path.rsplit(".", 1)[-1]
        if path != "outcomes.total":
            rows[path] = [natural.get(name, 0), *((others or {}).get(name, (0, 0, 0, 0, 0)))]
    outcomes = [values for path, values in rows.items() if path.startswith("outcomes.")]
    rows["outcomes.total"] = [sum(column) for column in zip(*outcomes, strict=True)]
    whole = {path: [*values, sum(values)] for path, values in rows.items()}
    truth = {
        f"requests.{path}.{column}": value
        for path, values in whole.items()
        for column, value in zip(APPLICANTS, values, strict=True)
    }
    lines = [
        Line([heading, label] if heading else [label], [str(value) for value in whole[path]])
        for path, heading, label in REQUEST_ROWS
    ]
    return Printed(REQUEST_HEADER, lines, truth)


def remedies(*figures: int) -> Printed:
    """Section four: fifteen figures under a grouped header."""
    truth = dict(zip(REMEDIES, figures, strict=True))
    return Printed(REMEDY_HEADER, [Line([], [str(figure) for figure in figures])], truth)


def articles_2021(*figures: int | str) -> list[Printed]:
    """Section two of the form of 2021: rules, normative documents, licences, penalties, coercion, fees."""
    texts = [str(figure) for figure in figures]
    columns = ["issued", "repealed", "in_force"]
    paths = [f"proactive.{kind}.{c}" for kind in ("regulations", "normative_documents") for c in columns]
    paths += [f"proactive.{kind}.decisions" for kind in ("licensing", "penalties", "coercive_measures")]
    truth = {path: int(text) for path, text in zip(paths, texts, strict=False) if text.isdigit()}
    decisions = ["信息内容", "本年处理决定数量"]
    return [
        Printed(
            [["第二十条第（一）项"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]],
            [Line(["规章"], texts[:3]), Line(["行政规范性文件"], texts[3:6])],
            truth,
        ),
        Printed([["第二十条第（五）项"], decisions], [Line(["行政许可"], texts[6:7])], truth),
        Printed(
            [["第二十条第（六）项"], decisions],
            [Line(["行政处罚"], texts[7:8]), Line(["行政强制"], texts[8:9])],
            truth,
        ),
        Printed(
            [["第二十条第（八）项"], ["信息内容", "本年收费金额（单位：万元）"]],
            [Line(["行政事业性收费"], texts[9:10])],
            truth,
        ),
    ]
