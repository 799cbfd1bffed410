"""Interpretation and response, offices, staff, money, meetings, training."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import stated


@pytest.mark.parametrize(
    ("year", "text", "values"),
    [
        (
            2017,
            "2017年共发布政策解读稿件86篇，召开新闻发布会12场，其中主要负责同志参加新闻发布会3次。",
            {
                "response.interpretations": 86,
                "response.press_conferences": 12,
                "response.press_conferences_by_leaders": 3,
            },
        ),
        (
            2021,
            "全年召开新闻发布会3次，开展在线访谈5期，发布解读材料22篇。",
            {
                "response.interpretations": 22,
                "response.press_conferences": 3,
                "response.online_interviews": 5,
            },
        ),
        (
            2017,
            "全县从事政府信息公开工作人员156人，其中专职人员23人，兼职人员133人。",
            {"resources.staff_total": 156, "resources.staff_full_time": 23, "resources.staff_part_time": 133},
        ),
        (
            2016,
            "设立政府信息公开查阅点35个，配备专职人员2名、兼职人员20名负责政府信息公开工作。",
            {"resources.reading_points": 35, "resources.staff_full_time": 2, "resources.staff_part_time": 20},
        ),
        (
            2017,
            "全年召开政府信息公开工作会议4次，举办政府信息公开培训班3期，培训人员260人次。",
            {"training.meetings": 4, "training.sessions": 3, "training.trainees": 260},
        ),
        (2017, "落实政府信息公开专项经费35万元。", {"resources.budget": 35}),
        (2017, "落实政府信息公开工作经费50000元。", {"resources.budget": 5}),
        (
            2021,
            "2021年，全市共召开新闻发布会56场，其中市政府新闻办召开新闻发布会20场。",
            {"response.press_conferences": 56},
        ),
        (
            2017,
            "全年共组织政务公开业务培训3次，培训420人次。",
            {"training.sessions": 3, "training.trainees": 420},
        ),
        (2017, "市级财政安排政府信息公开专项经费20万元，用于政府公报印刷。", {"resources.budget": 20}),
        (
            2016,
            "全县设立政府信息公开工作机构38个，查阅点45个。",
            {"resources.dedicated_offices": 38, "resources.reading_points": 45},
        ),
        (
            2016,
            "全市设有政府信息查阅场所168个，其中档案馆12个、图书馆15个。",
            {"resources.reading_points": 168},
        ),
        (
            2016,
            "目前，我局从事政府信息公开工作人员3名，其中专职人员1名，兼职人员2名。",
            {"resources.staff_total": 3, "resources.staff_full_time": 1, "resources.staff_part_time": 2},
        ),
        (
            2018,
            "我县负责政府信息公开的都是兼职，共有政府信息公开工作人员27名。",
            {"resources.staff_total": 27, "resources.staff_part_time": 27},
        ),
        (2021, "全年发布政策解读30篇，其中文字解读20篇、图解10篇。", {"response.interpretations": 30}),
        (2021, "在县政府网站发布政策解读信息56条。", {"response.interpretations": 56}),
        (
            2018,
            "召开政务公开领导小组会议2次，专题会议3次，举办培训班5期，培训人员320人次。",
            {"training.meetings": 2, "training.sessions": 5, "training.trainees": 320},
        ),
        (
            2018,
            "全市共举办各类政府信息公开培训班126期，接受培训人员1.2万人次。",
            {"training.sessions": 126, "training.trainees": 12000},
        ),
        (
            2016,
            "全县政府信息公开工作人员共45人，专职5人，兼职40人。",
            {"resources.staff_total": 45, "resources.staff_full_time": 5, "resources.staff_part_time": 40},
        ),
        (
            2014,
            "共配备信息公开专职人员5名，兼职人员20名。",
            {"resources.staff_full_time": 5, "resources.staff_part_time": 20},
        ),
        (
            2014,
            "举办全市政府信息公开工作培训班2期，培训各级信息公开工作人员300余人次。",
            {"training.sessions": 2, "training.trainees": 300},
        ),
        (2014, "召开全市政府信息公开工作会议1次。", {"training.meetings": 1}),
        (2014, "投入政府信息公开专项经费12.5万元。", {"resources.budget": Decimal("12.5")}),
        (2021, "发布政策解读材料45篇（其中文字解读25篇、图片解读20篇）。", {"response.interpretations": 45}),
        (
            2021,
            "举办政府开放日活动12场，召开新闻发布会15场（次），在线访谈8期。",
            {"response.press_conferences": 15, "response.online_interviews": 8},
        ),
        (2021, "主要负责人带头解读政策，参加在线访谈3次。", {"response.online_interviews": 3}),
        (
            2017,
            "全年举办新闻发布会6次，主要负责同志出席发布会3次。",
            {"response.press_conferences": 6, "response.press_conferences_by_leaders": 3},
        ),
        (2021, "“在线访谈”栏目全年开展访谈活动8期。", {"response.online_interviews": 8}),
    ],
)
def test_resources(year: int, text: str, values: Mapping[str, int | Decimal]) -> None:
    assert stated(text, year) == values
