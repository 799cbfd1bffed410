"""Parts eight and nine of the statistics table up to 2018: offices, staff, money, training."""

from __future__ import annotations

from decimal import Decimal

from extractor.declare import described

from .base import PRE2019, Part


class Resources(Part):
    """Offices, reading points, staff and budget."""

    dedicated_offices: int | None = described("政府信息公开工作专门机构数", "个", PRE2019)
    reading_points: int | None = described("设置政府信息公开查阅点数", "个", PRE2019)
    staff_total: int | None = described("从事政府信息公开工作人员数", "人", PRE2019)
    staff_full_time: int | None = described("专职人员数", "人", PRE2019)
    staff_part_time: int | None = described("兼职人员数", "人", PRE2019)
    budget: Decimal | None = described("政府信息公开专项经费", "万元", PRE2019)


class Training(Part):
    """Meetings and training."""

    meetings: int | None = described("召开政府信息公开工作会议或专题会议数", "次", PRE2019)
    sessions: int | None = described("举办各类培训班数", "次", PRE2019)
    trainees: int | None = described("接受培训人员数", "人次", PRE2019)
