"""Section four of the forms: administrative reconsideration, litigation; and complaints up to 2018."""

from __future__ import annotations

from extractor.declare import described

from .base import ALL, PRE2019, SINCE_2019, Part


class Remedy(Part):
    """Cases by result."""

    upheld: int | None = described("结果维持 / 维持具体行政行为或驳回诉讼请求", "件", ALL)
    corrected: int | None = described("结果纠正 / 被依法纠错", "件", ALL)
    other: int | None = described("其他结果 / 其他情形", "件", ALL)
    pending: int | None = described("尚未审结", "件", SINCE_2019)
    total: int | None = described("总计", "件", ALL)


class Complaints(Part):
    """Complaints and reports about disclosure."""

    total: int | None = described("举报投诉数量", "件", PRE2019)
