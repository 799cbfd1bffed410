"""What became of requests, in the words of the forms before and since 2019."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import stated


@pytest.mark.parametrize(
    ("year", "text", "values"),
    [
        (
            2022,
            "依申请公开情况：2022年收到申请20件，较去年减少5件，其中，予以公开12件，部分公开3件，不予公开1件，无法提供4件。",
            {
                "requests.received.total": 20,
                "requests.outcomes.disclosed.granted.total": 12,
                "requests.outcomes.disclosed.partially_granted.total": 3,
                "requests.outcomes.refused.subtotal.total": 1,
                "requests.outcomes.unavailable.subtotal.total": 4,
            },
        ),
        (
            2017,
            "2017年，受理申请46件，办结46件，按时办结44件，延期办结2件。依申请公开答复46件，其中同意公开30件，同意部分公开5件，不同意公开3件，不属于本行政机关公开4件，申请信息不存在4件。",
            {
                "requests.outcomes.total.total": 46,
                "requests.outcomes.disclosed.granted.total": 30,
                "requests.outcomes.disclosed.partially_granted.total": 5,
                "requests.outcomes.refused.subtotal.total": 3,
                "requests.outcomes.unavailable.not_this_agency.total": 4,
                "requests.outcomes.unavailable.does_not_exist.total": 4,
            },
        ),
        (
            2017,
            "依申请公开答复中，不同意公开3件（涉及国家秘密1件、商业秘密1件、个人隐私1件）。",
            {
                "requests.outcomes.refused.subtotal.total": 3,
                "requests.outcomes.refused.state_secret.total": 1,
                "requests.outcomes.refused.commercial_secret.total": 1,
                "requests.outcomes.refused.personal_privacy.total": 1,
            },
        ),
        (
            2012,
            "（三）依申请公开办理情况。从处理情况看，已答复1250件，其中“同意公开”的780件，占62.4%；“同意部分公开”的23件；“不予公开”的95件；“信息不存在”的180件；“非本机关政府信息”的90件。",
            {
                "requests.outcomes.total.total": 1250,
                "requests.outcomes.disclosed.granted.total": 780,
                "requests.outcomes.disclosed.partially_granted.total": 23,
                "requests.outcomes.refused.subtotal.total": 95,
                "requests.outcomes.unavailable.does_not_exist.total": 180,
                "requests.outcomes.unavailable.not_this_agency.total": 90,
            },
        ),
        (
            2020,
            "政府信息公开申请予以公开、部分公开、不予公开分别为30件、5件、2件。",
            {
                "requests.outcomes.disclosed.granted.total": 30,
                "requests.outcomes.disclosed.partially_granted.total": 5,
                "requests.outcomes.refused.subtotal.total": 2,
            },
        ),
        (
            2020,
            "收到政府信息公开申请40件，其中予以公开20件，不予处理8件（信访举报投诉类申请5件，重复申请3件），其他处理2件。",
            {
                "requests.received.total": 40,
                "requests.outcomes.disclosed.granted.total": 20,
                "requests.outcomes.not_processed.subtotal.total": 8,
                "requests.outcomes.not_processed.petition_or_complaint.total": 5,
                "requests.outcomes.not_processed.repeated.total": 3,
                "requests.outcomes.other.subtotal.total": 2,
            },
        ),
        (
            2021,
            "办结政府信息公开申请98件，其中：予以公开45件，占45.9%；部分公开6件，占6.1%；不予公开7件，占7.1%；无法提供30件，占30.6%；不予处理5件，占5.1%；其他处理5件，占5.1%。",
            {
                "requests.outcomes.total.total": 98,
                "requests.outcomes.disclosed.granted.total": 45,
                "requests.outcomes.disclosed.partially_granted.total": 6,
                "requests.outcomes.refused.subtotal.total": 7,
                "requests.outcomes.unavailable.subtotal.total": 30,
                "requests.outcomes.not_processed.subtotal.total": 5,
                "requests.outcomes.other.subtotal.total": 5,
            },
        ),
        (
            2021,
            "政府信息公开申请中，无法提供16件：本机关不掌握相关政府信息12件，没有现成信息需要另行制作3件，补正后申请内容仍不明确1件。",
            {
                "requests.outcomes.unavailable.subtotal.total": 16,
                "requests.outcomes.unavailable.not_held.total": 12,
                "requests.outcomes.unavailable.requires_creation.total": 3,
                "requests.outcomes.unavailable.unclear_after_correction.total": 1,
            },
        ),
        (2021, "没有不予公开的政府信息公开申请。", {"requests.outcomes.refused.subtotal.total": 0}),
        (
            2023,
            "（二）依申请公开。2023年，全县共收到政府信息公开申请67件，与上年相比增长21.8%，其中自然人申请58件、法人或其他组织申请9件。上年度结转申请3件。本年度办理完结68件，结转下年度继续办理2件。在已办结的申请中，予以公开23件，部分公开8件，不予公开5件，无法提供27件，不予处理2件，其他处理3件。",
            {
                "requests.received.total": 67,
                "requests.received.natural_person": 58,
                "requests.carried_over.total": 3,
                "requests.outcomes.total.total": 68,
                "requests.carried_forward.total": 2,
                "requests.outcomes.disclosed.granted.total": 23,
                "requests.outcomes.disclosed.partially_granted.total": 8,
                "requests.outcomes.refused.subtotal.total": 5,
                "requests.outcomes.unavailable.subtotal.total": 27,
                "requests.outcomes.not_processed.subtotal.total": 2,
                "requests.outcomes.other.subtotal.total": 3,
            },
        ),
        (
            2017,
            "依申请公开答复中，同意公开12件（含部分公开3件）。",
            {"requests.outcomes.disclosed.partially_granted.total": 3},
        ),
        (
            2021,
            "全年收到政府信息公开申请5件，予以公开3件，不予公开2件，无结转。",
            {
                "requests.received.total": 5,
                "requests.outcomes.disclosed.granted.total": 3,
                "requests.outcomes.refused.subtotal.total": 2,
            },
        ),
        (
            2016,
            "依申请公开工作有序，在答复的23件申请中，同意公开20件，占87.0%。",
            {"requests.outcomes.total.total": 23, "requests.outcomes.disclosed.granted.total": 20},
        ),
        (
            2021,
            "收到政府信息公开申请63件，其中40件予以公开，5件部分公开，3件不予公开，15件无法提供。",
            {
                "requests.received.total": 63,
                "requests.outcomes.disclosed.granted.total": 40,
                "requests.outcomes.disclosed.partially_granted.total": 5,
                "requests.outcomes.refused.subtotal.total": 3,
                "requests.outcomes.unavailable.subtotal.total": 15,
            },
        ),
        (
            2021,
            "全年共收到依申请公开2件，1件予以公开，1件转为咨询答复。",
            {"requests.received.total": 2, "requests.outcomes.disclosed.granted.total": 1},
        ),
        (
            2021,
            "在全部办结的政府信息公开申请中，予以公开8件，部分公开2件，不予公开1件（属于国家秘密1件），无法提供3件（本机关不掌握相关政府信息2件，没有现成信息需要另行制作1件），其他处理1件。",
            {
                "requests.outcomes.disclosed.granted.total": 8,
                "requests.outcomes.disclosed.partially_granted.total": 2,
                "requests.outcomes.refused.subtotal.total": 1,
                "requests.outcomes.refused.state_secret.total": 1,
                "requests.outcomes.unavailable.subtotal.total": 3,
                "requests.outcomes.unavailable.not_held.total": 2,
                "requests.outcomes.unavailable.requires_creation.total": 1,
                "requests.outcomes.other.subtotal.total": 1,
            },
        ),
    ],
)
def test_outcomes(year: int, text: str, values: Mapping[str, int | Decimal]) -> None:
    assert stated(text, year) == values
