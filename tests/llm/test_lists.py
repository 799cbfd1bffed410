"""Which passages belong to a list: what a report admits, and what it means to do about it."""

from __future__ import annotations

import pytest

from extractor import load_schema
from extractor.declare import Schema
from extractor.documents import read_bytes
from extractor.llm.grounding import Discarded, Grounds
from extractor.llm.questionnaire import load_questionnaire
from extractor.llm.reading import Reading
from extractor.values import Span
from extractor.views import reading_view


@pytest.fixture(scope="module")
def annual() -> Schema:
    return load_schema("annual_report")


def listed(annual: Schema, path: str, item: str, rest: str = "") -> object:
    """What becomes of one passage as an item of a list: its text, or why it does not count."""
    text = f"五、存在的主要问题及改进情况\n{item}{rest}\n"
    view = reading_view(text, annual.vocabulary)
    question = next(q for q in load_questionnaire(annual).lists if q.path == path)
    grounds = Grounds(Reading(read_bytes(text.encode(), "x"), view), annual, Span(0, len(text)), None)
    (outcome,) = grounds.check(question, [item])
    return outcome.reason if isinstance(outcome, Discarded) else outcome.value


LACKS = [
    "个别科室主动公开的意识不强。",
    "1.基层站所信息更新滞后，",
    "政策解读形式较单一",
    "专职人员变动频繁",
    "各单位仍需加深对条例的认识",
]
MEASURES = [
    "加强培训。不断提高经办人员的业务水平。",
    "（二）进一步完善审查制度，不留死角；",
    "2.将推进政策文件库建设。",
]


@pytest.mark.parametrize("item", LACKS)
def test_a_lack_is_a_problem(annual: Schema, item: str) -> None:
    assert listed(annual, "problems", item) == (item,)


@pytest.mark.parametrize("item", MEASURES)
def test_a_measure_is_no_problem_but_an_improvement(annual: Schema, item: str) -> None:
    assert listed(annual, "problems", item) == "other_list"
    assert listed(annual, "improvements", item) == (item,)


@pytest.mark.parametrize("item", ["个别科室重视不够。", "公开的时效有待提升", "基层力量薄弱，"])
def test_a_lack_alone_is_no_improvement(annual: Schema, item: str) -> None:
    assert listed(annual, "improvements", item) == "other_list"


@pytest.mark.parametrize(
    ("item", "rest", "counts"),
    [
        ("基层信息更新不够及时", "。二是人手不足。", True),
        ("基层信息更新不够及时，", "公众查找不便。", True),
        ("基层信息更新不够", "及时。", False),
        ("更新不及时的有住建、", "水务等单位。", False),
    ],
)
def test_a_passage_that_breaks_off_within_a_clause_does_not_count(
    annual: Schema, item: str, rest: str, counts: bool
) -> None:
    assert listed(annual, "problems", item, rest) == ((item,) if counts else "cut")
