"""Reconsideration, litigation and complaints about disclosure; zero by denial."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from prose.saying import stated


@pytest.mark.parametrize(
    ("year", "text", "values"),
    [
        (
            2021,
            "全年没有收到依申请公开事项，未发生因政府信息公开引发的行政复议、行政诉讼。",
            {"requests.received.total": 0, "reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2021,
            "因政府信息公开引发行政复议3件，其中维持2件，纠正1件；行政诉讼2件，均维持。",
            {
                "reconsideration.total": 3,
                "reconsideration.upheld": 2,
                "reconsideration.corrected": 1,
                "litigation.total": 2,
                "litigation.upheld": 2,
            },
        ),
        (
            2021,
            "2021年，我区因政府信息公开申请行政复议、提起行政诉讼均为0件。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2021,
            "全年未发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2018,
            "2018年我局没有发生因政府信息公开引起的行政复议、行政诉讼和申诉情况。",
            {"reconsideration.total": 0, "litigation.total": 0, "complaints.total": 0},
        ),
        (
            2021,
            "无因政府信息公开被申请行政复议、提起行政诉讼情况。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2015,
            "2015年，我县未收到有关政府信息公开事务的行政复议申请、行政诉讼和举报投诉。",
            {"reconsideration.total": 0, "litigation.total": 0, "complaints.total": 0},
        ),
        (
            2021,
            "依申请公开：2021年我局未收到政府信息公开申请，无行政复议、行政诉讼。",
            {"requests.received.total": 0, "reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2021,
            "因信息公开提起行政复议1起、行政诉讼1起。",
            {"reconsideration.total": 1, "litigation.total": 1},
        ),
        (
            2012,
            "发生针对本机关有关政府信息公开事务的行政复议案3件、行政诉讼案1件，未收到有关政府信息公开的申诉。",
            {"reconsideration.total": 3, "litigation.total": 1, "complaints.total": 0},
        ),
        (
            2020,
            "2020年我镇没有收到政府信息公开申请，没有因政府信息公开被申请行政复议或提起行政诉讼。",
            {"requests.received.total": 0, "reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2022,
            "因政府信息公开被申请行政复议6件，其中结果维持4件、结果纠正1件、尚未审结1件；被提起行政诉讼3件，其中未经复议直接起诉2件，复议后起诉1件。",
            {
                "reconsideration.total": 6,
                "reconsideration.upheld": 4,
                "reconsideration.corrected": 1,
                "reconsideration.pending": 1,
                "litigation.total": 3,
                "litigation_direct.total": 2,
                "litigation_after_reconsideration.total": 1,
            },
        ),
        (
            2021,
            "信息公开类行政复议案件12件，信息公开类行政诉讼案件5件。",
            {"reconsideration.total": 12, "litigation.total": 5},
        ),
        (
            2021,
            "四、政府信息公开行政复议、行政诉讼情况\n2021年，收到行政复议2件，行政诉讼0件。",
            {"reconsideration.total": 2, "litigation.total": 0},
        ),
        (
            2020,
            "因政府信息公开引发的行政复议、行政诉讼各1件。",
            {"reconsideration.total": 1, "litigation.total": 1},
        ),
        (
            2021,
            "2021年无政府信息公开申请，无行政复议，无行政诉讼。",
            {"requests.received.total": 0, "reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2021,
            "2021年未发生行政复议、行政诉讼案件。依申请公开工作平稳。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (2021, "2021年未发生政府信息公开方面的投诉举报。", {"complaints.total": 0}),
        (
            2021,
            "四、因政府信息公开申请行政复议、提起行政诉讼情况\n行政复议：0件；行政诉讼：0件。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2018,
            "五、行政复议和行政诉讼情况\n2018年，因政府信息公开申请行政复议2件，均被维持；提起行政诉讼1件，正在审理。",
            {"reconsideration.upheld": 2, "reconsideration.total": 2, "litigation.total": 1},
        ),
        (
            2022,
            "因政府信息公开引起的行政复议、行政诉讼均为零。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2022,
            "全年实现政府信息公开零投诉、零复议、零诉讼。",
            {"complaints.total": 0, "reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2022,
            "因政府信息公开工作被申请行政复议5件，被提起行政诉讼3件。",
            {"reconsideration.total": 5, "litigation.total": 3},
        ),
        (
            2022,
            "涉政府信息公开行政复议案件5件，其中维持3件，纠错1件，其他1件。",
            {"reconsideration.total": 5, "reconsideration.upheld": 3, "reconsideration.corrected": 1},
        ),
        (
            2013,
            "本年度我局没有因政府信息公开产生的行政复议、诉讼和申诉。",
            {"reconsideration.total": 0, "litigation.total": 0, "complaints.total": 0},
        ),
        (
            2013,
            "我局2013年未发生因政府信息公开申请行政复议、提起行政诉讼和收到举报投诉的情况。",
            {"reconsideration.total": 0, "litigation.total": 0, "complaints.total": 0},
        ),
        (
            2010,
            "没有发生针对本机关有关政府信息公开事务的行政复议案、行政诉讼案和有关的申诉案。",
            {"complaints.total": 0, "reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2021,
            "全年未发生一起因政府信息公开引发的行政复议或行政诉讼案件。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2021,
            "没有引发行政复议、行政诉讼及投诉举报。",
            {"reconsideration.total": 0, "litigation.total": 0, "complaints.total": 0},
        ),
        (2021, "全年无一例行政复议和行政诉讼。", {"reconsideration.total": 0, "litigation.total": 0}),
        (
            2021,
            "我县政府信息公开行政复议案件0件、行政诉讼案件0件。",
            {"reconsideration.total": 0, "litigation.total": 0},
        ),
        (
            2021,
            "2021年共发生2起因政府信息公开引起的行政诉讼案件，1起胜诉，1起正在审理。",
            {"litigation.total": 2, "litigation.pending": 1},
        ),
        (2021, "涉及政府信息公开的行政复议、行政诉讼案件43件，结果维持31件，纠正5件。", {}),
        (
            2021,
            "涉及政府信息公开的行政复议3件、行政诉讼4件，诉讼结果维持2件。",
            {"reconsideration.total": 3, "litigation.total": 4, "litigation.upheld": 2},
        ),
        (2016, "全年收到涉及政府信息公开的举报投诉33件。", {"complaints.total": 33}),
        (
            2021,
            "因政府信息公开答复引发行政复议案件4件，其中2件维持、1件撤回、1件尚未审结。",
            {"reconsideration.total": 4, "reconsideration.upheld": 2, "reconsideration.pending": 1},
        ),
    ],
)
def test_remedies(year: int, text: str, values: Mapping[str, int | Decimal]) -> None:
    assert stated(text, year) == values
