"""The whole record, and the column 历年累计 beside it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from extractor.declare import described

from .base import ALL, SINCE_2019, Part
from .proactive import Proactive
from .remedies import Complaints, Remedy
from .requests import Requests
from .resources import Resources, Training
from .response import Response


class Region(Part):
    """The place that the issuer governs, by GB/T 2260."""

    province: str | None = described("省级行政区", "", ALL, "full name, e.g. 四川省")
    city: str | None = described("地级行政区", "", ALL)
    county: str | None = described("县级行政区", "", ALL)
    adcode: str | None = described("行政区划代码(GB/T 2260)", "", ALL, "six digits of the lowest level named")


class Opening(Part):
    """What stands before the figures: who reports, on what place and time, on which form."""

    title: str | None = described("报告标题", "", ALL)
    issuer: str | None = described("编制机关(标题所称的政府或部门)", "", ALL, "as written, without the year")
    region: Region = Part.holding(Region)
    year: int | None = described("报告年度", "", ALL)
    period_start: date | None = described("统计期限起", "", ALL)
    period_end: date | None = described("统计期限止", "", ALL)
    template: Literal["pre2019", "2019", "2021"] | None = described(
        "报告格式",
        "",
        ALL,
        "pre2019 | 2019 | 2021: which official format the report follows",
    )


class Figures(Part):
    """Every indicator that is a number."""

    proactive: Proactive = Part.holding(Proactive)
    response: Response = Part.holding(Response)
    requests: Requests = Part.holding(Requests)
    reconsideration: Remedy = Part.holding(Remedy, "行政复议")
    litigation: Remedy = Part.holding(Remedy, "行政诉讼")
    litigation_direct: Remedy = Part.holding(Remedy, "行政诉讼 未经复议直接起诉", SINCE_2019)
    litigation_after_reconsideration: Remedy = Part.holding(Remedy, "行政诉讼 复议后起诉", SINCE_2019)
    complaints: Complaints = Part.holding(Complaints)
    resources: Resources = Part.holding(Resources)
    training: Training = Part.holding(Training)


class AnnualReport(Figures, Opening):
    """政府信息公开工作年度报告: one report of one body for one year.

    Pydantic takes fields from the last base first, so the opening comes before the figures.
    """

    problems: list[str] | None = described(
        "存在的主要问题", "", ALL, "one entry per problem the report names, in its order"
    )
    improvements: list[str] | None = described("改进措施", "", ALL, "one entry per measure")
    cumulative: Figures = Part.holding(Figures, "历年累计")
