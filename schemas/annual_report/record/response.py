"""Part two of the statistics table up to 2018: answers to public concern, and interpretation."""

from __future__ import annotations

from extractor.declare import described

from .base import PRE2019, Part


class Response(Part):
    """Public concern answered, policies interpreted."""

    hot_issues: int | None = described("回应公众关注热点或重大舆情数", "次", PRE2019)
    press_conferences: int | None = described("参加或举办新闻发布会总次数", "次", PRE2019)
    press_conferences_by_leaders: int | None = described("其中:主要负责同志参加新闻发布会次数", "次", PRE2019)
    online_interviews: int | None = described("政府网站在线访谈次数", "次", PRE2019)
    online_interviews_by_leaders: int | None = described(
        "其中:主要负责同志参加政府网站在线访谈次数", "次", PRE2019
    )
    interpretations: int | None = described("政策解读稿件发布数", "篇", PRE2019)
    social_media_responses: int | None = described("微博微信回应事件数", "次", PRE2019)
    other_responses: int | None = described("其他方式回应事件数", "次", PRE2019)
