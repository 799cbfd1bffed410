"""Problems and measures as reports enumerate them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import load_schema
from extractor.documents import divide, read_bytes
from extractor.lists import read
from extractor.values import Observation
from extractor.views import reading_view

SCHEMA = load_schema("annual_report")
HEADING = "五、存在的主要问题及改进情况\n"
AFTER = "\n六、其他需要报告的事项\n一是没有其他事项。二是无。\n"


def observations(text: str) -> dict[str, Observation]:
    document = read_bytes(text.encode(), "report")
    view = reading_view(document.text, SCHEMA.vocabulary)
    heard = read(divide(document, view, SCHEMA.headings), view, SCHEMA)
    return {o.path: o for o in heard.observations}


def lists(body: str) -> tuple[list[str], list[str]]:
    """Problems and measures in the section with this body."""
    found = observations(HEADING + body + AFTER)
    return entries(found.get("problems")), entries(found.get("improvements"))


def entries(observation: Observation | None) -> list[str]:
    if observation is None:
        return []
    assert isinstance(observation.value, tuple)
    return list(observation.value)


PROBLEMS = ["公开内容不够全面", "解读形式有待丰富"]
MEASURES = ["充实公开内容", "丰富解读形式", "加强队伍建设"]


@pytest.mark.parametrize(
    "body",
    [
        "主要问题：一是{0}；二是{1}。下一步，一是{2}；二是{3}；三是{4}。",
        "存在以下不足：第一，{0}；第二，{1}。今后，我局将：第一，{2}；第二，{3}；第三，{4}。",
        "（一）存在的主要问题\n1.{0}。\n2.{1}。\n（二）改进措施\n1.{2}。\n2.{3}。\n3.{4}。",
        "1.主要问题\n（1）{0}。\n（2）{1}。\n2.改进情况\n（1）{2}。\n（2）{3}。\n（3）{4}。",
        "存在问题：\n一是{0}。\n二是{1}。\n改进措施：\n一是{2}。\n二是{3}。\n三是{4}。",
        "问题：首先是{0}；其次是{1}。改进措施：首先，{2}；其次，{3}；最后，{4}。",
        "主要问题：①{0}；②{1}。\n改进措施：①{2}；②{3}；③{4}。",
        "问题一：{0}。\n问题二：{1}。\n措施一：{2}。\n措施二：{3}。\n措施三：{4}。",
        "2019年取得进展，但还存在差距：1.{0}。2.{1}。2020年，我市将做好以下工作：1.{2}。2.{3}。3.{4}。",
        "存在问题：一方面，{0}；另一方面，{1}。今后，一要{2}，二要{3}，三要{4}。",
        "仍存在一定差距。如{0}、{1}等。针对存在问题，下一步：一是{2}。二是{3}。三是{4}。",
        "工作中仍存在{0}、{1}等问题。将采取以下措施：（一）{2}。（二）{3}。（三）{4}。",
        "（一）存在问题：一是{0}。二是{1}。（二）改进措施：一是{2}。二是{3}。三是{4}。",
        "主要表现为一是{0}；二是{1}。改进措施为一是{2}；二是{3}；三是{4}。",
        "（一）问题与原因剖析\n1.{0}。\n2.{1}。\n（二）整改落实举措\n1.{2}。\n2.{3}。\n3.{4}。",
        "（一）我市政府信息公开工作存在的短板弱项\n一是{0}。二是{1}。\n（二）工作打算\n一是{2}。二是{3}。三是{4}。",
        "存在以下几个方面的问题：\n一、{0}。\n二、{1}。\n针对这些问题，我们将：\n一、{2}。\n二、{3}。\n三、{4}。",
        "问题亟需改进：一是{0}；二是{1}。对此，2022年采取了以下措施：一是{2}，二是{3}，三是{4}。",
    ],
)
def test_both_lists_are_found_however_they_are_numbered(body: str) -> None:
    assert lists(body.format(*PROBLEMS, *MEASURES)) == (PROBLEMS, MEASURES)


@pytest.mark.parametrize(
    "body",
    [
        "但也存在不足，主要表现在：{0}；{1}。今后将着重做好以下工作：{2}；{3}；{4}。",
        "主要问题：{0}；{1}。下一步，我局将{2}；{3}；{4}。",
        "还存在以下问题：{0}；{1}。改进措施：{2}；{3}；{4}。",
    ],
)
def test_entries_may_be_parted_by_semicolons_alone(body: str) -> None:
    assert lists(body.format(*PROBLEMS, *MEASURES)) == (PROBLEMS, MEASURES)


@pytest.mark.parametrize(
    "body",
    [
        "存在问题主要是{0}。今后将加强学习，拓宽渠道。",
        "由于人员较少，存在{0}的问题。",
        "（一）存在的问题\n{0}。\n（二）下一步措施\n健全机制，充实内容，丰富形式。",
    ],
)
def test_a_list_may_have_one_entry(body: str) -> None:
    problems, measures = lists(body.format(*PROBLEMS))
    assert [problem.removesuffix("的问题") for problem in problems] == PROBLEMS[:1]
    assert measures == []


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("存在的主要问题是{0}，下一步将充实内容，确保及时。", "充实内容，确保及时"),
        ("存在的主要问题是{0}，下步打算将进一步拓宽公开渠道。", "进一步拓宽公开渠道"),
        (
            "问题：一是{0}；二是{1}。\n下一步，我局将按照上级要求，完善栏目设置，方便群众查询。",
            "完善栏目设置，方便群众查询",
        ),
        ("由于人员较少，存在{0}的问题。下一年度，我乡要完善制度。", "完善制度"),
        ("问题：一是{0}；二是{1}。今后，我镇将配齐工作人员。", "配齐工作人员"),
    ],
)
def test_the_one_measure_may_stand_without_a_number(body: str, measure: str) -> None:
    assert lists(body.format(*PROBLEMS))[1] == [measure]


@pytest.mark.parametrize(
    "body",
    [
        "问题：一是{0}；二是{1}。\n下一步，我局将按照上级要求，完善栏目设置，配齐人员，方便群众查询。",
        "问题：一是{0}；二是{1}。\n下一步，我局将完善栏目设置，对旧信息作一次清理。",
        "问题：一是{0}；二是{1}。\n下一步，我局将继续做好政府信息公开工作。",
        "问题：一是{0}；二是{1}。\n下一步，我局将严格按照上级要求执行。",
    ],
)
def test_nobody_knows_how_many_measures_several_clauses_are(body: str) -> None:
    assert lists(body.format(*PROBLEMS)) == (PROBLEMS, [])


@pytest.mark.parametrize(
    ("body", "measures"),
    [
        (
            "问题：一是{0}；二是{1}。\n一是在充实内容上下功夫。二是对栏目作一次梳理。",
            ["在充实内容上下功夫", "对栏目作一次梳理"],
        ),
        (
            "一是{0}。二是{1}。一是加强学习，解决能力不足。二是规范公开，解决更新不及时。",
            ["加强学习，解决能力不足", "规范公开，解决更新不及时"],
        ),
        (
            "问题：一是{0}；二是{1}。\n一是针对内容不足，充实内容。二是针对形式单一，丰富形式。",
            ["针对内容不足，充实内容", "针对形式单一，丰富形式"],
        ),
        ("问题：一是{0}；二是{1}。\n1.{2}。\n2.{3}。", MEASURES[:2]),
    ],
)
def test_measures_may_follow_the_problems_without_a_word(body: str, measures: list[str]) -> None:
    assert lists(body.format(*PROBLEMS, *MEASURES)) == (PROBLEMS, measures)


def test_problems_counted_again_behind_a_word_are_problems() -> None:
    body = "公开方面的问题：一是{}；二是更新不及时。解读方面的问题：一是{}；二是方式单一。".format(*PROBLEMS)
    assert lists(body) == ([PROBLEMS[0], "更新不及时", PROBLEMS[1], "方式单一"], [])


@pytest.mark.parametrize(
    "body",
    [
        "但也存在着一些不容忽视的问题，今后我们将做好工作。",
        "存在一定的问题。",
        "还存在一些不足的问题，主要是信息量。",
        "不存在公开不及时的问题。",
    ],
)
def test_that_there_are_problems_is_no_problem_by_itself(body: str) -> None:
    assert lists(body) == ([], [])


def test_a_problem_and_its_measure_in_one_entry_are_parted() -> None:
    body = "一是{0}。下一步，将{2}。\n二是{1}。下一步，将{3}。".format(*PROBLEMS, *MEASURES)
    assert lists(body) == (PROBLEMS, ["下一步，将充实公开内容", "下一步，将丰富解读形式"])


def test_each_measure_may_follow_its_problem() -> None:
    body = "问题1：{0}。措施1：{2}。\n问题2：{1}。措施2：{3}。".format(*PROBLEMS, *MEASURES)
    assert lists(body) == (PROBLEMS, ["措施1：充实公开内容", "措施2：丰富解读形式"])


def test_a_problem_may_look_back_on_the_year() -> None:
    body = "问题：一是答复不规范。2023年，有2件超期。二是更新不及时。2023年，有3个栏目超期。"
    assert lists(body) == (["答复不规范。2023年，有2件超期", "更新不及时。2023年，有3个栏目超期"], [])


def test_only_the_outer_enumeration_counts() -> None:
    body = (
        "不足之处：（一）公开有待深化。一是内容不全；二是更新不及时。（二）答复不够规范。1.不及时；2.不准确。"
        "针对上述问题，将采取以下措施：（一）深化公开。一是梳理；二是更新。（二）规范答复。"
    )
    assert lists(body) == (
        ["公开有待深化。一是内容不全；二是更新不及时", "答复不够规范。1.不及时；2.不准确"],
        ["深化公开。一是梳理；二是更新", "规范答复"],
    )


def test_a_section_of_measures_alone() -> None:
    problems = "五、存在的问题\n（一）机制不健全。\n（二）内容不够全面。\n"
    found = observations(problems + "六、下一步工作打算\n一是健全机制。二是充实内容。\n")
    assert {path: o.value for path, o in found.items()} == {
        "problems": ("机制不健全", "内容不够全面"),
        "improvements": ("健全机制", "充实内容"),
    }


@pytest.mark.parametrize(
    "body",
    [
        "无。",
        "工作取得成效，但与群众期盼还有差距。下一步，将继续做好公开工作。",
        "存在的主要问题是意识有待提高，内容有待丰富，形式有待创新。今后将加强学习，拓宽渠道。",
        "信息公开的内容、形式、渠道还需进一步拓展。",
        "2018年第一季度、第二季度分别开展检查，共10次。",
    ],
)
def test_what_is_not_enumerated_is_no_list(body: str) -> None:
    assert lists(body) == ([], [])


def test_an_entry_is_read_over_line_breaks_and_page_numbers() -> None:
    body = (
        "2023 年，我区政府信息公开工作还存在以下问题：一是公\n开内容有待丰富，二是政策解读质量有待提高。下\n"
        "一步，将：（一）加强领导。强化责任落实，定期研究部署政务公\n- 6 -\n开工作。\n（二）加强培训。\n- 7 -"
    )
    assert lists(body) == (
        ["公开内容有待丰富", "政策解读质量有待提高"],
        ["加强领导。强化责任落实，定期研究部署政务公开工作", "加强培训"],
    )


def test_what_follows_the_last_entry_is_no_part_of_it() -> None:
    body = "措施：\n一是加强领导。\n二是加强培训。\n责任编辑：张三\n扫一扫在手机打开当前页"
    assert lists(body)[1] == ["加强领导", "加强培训"]


@pytest.mark.parametrize(
    "table",
    [
        "指标名称 | 单位 | 统计数 |\n1.主动公开政府信息数 | 条 | 12 |\n2.其他 | 条 | 3 |\n",
        "指标名称\n单位\n2018年\n1.主动公开数\n条\n12\n2.规范性文件数\n件\n3\n3.答复数\n件\n4\n",
        "扫一扫在手机打开当前页 | ||||\n1.主动公开 | 2 |\n2.依申请公开 | 3 |\n",
    ],
)
def test_a_table_behind_the_section_is_no_part_of_it(table: str) -> None:
    assert lists(f"主要问题：一是内容不全；二是更新不及时。\n{table}")[0] == ["内容不全", "更新不及时"]


def test_a_section_that_is_all_enumerators_is_reported_and_not_read() -> None:
    document = read_bytes((HEADING + "一是。" * 2000).encode(), "report")
    view = reading_view(document.text, SCHEMA.vocabulary)
    heard = read(divide(document, view, SCHEMA.headings), view, SCHEMA)
    assert heard.observations == ()
    assert [(f.rule, f.paths) for f in heard.findings] == [("lists.unread", ("problems", "improvements"))]


@pytest.mark.parametrize("end", ["", "\n", "。", " | "])
def test_the_last_entry_may_end_the_document(end: str) -> None:
    found = observations(f"{HEADING}问题：\n一是内容不全。\n二是更新不及时{end}")
    assert entries(found["problems"]) == ["内容不全", "更新不及时"]


def test_a_misprinted_number_does_not_end_a_list() -> None:
    assert lists("问题：一是内容不全；二是更新不及时；二是解读不深；四是人员不足。")[0] == [
        "内容不全",
        "更新不及时",
        "解读不深",
        "人员不足",
    ]


def test_one_line_documents_are_read_alike() -> None:
    text = (HEADING + "主要问题：一是{0}；二是{1}。 下一步，一是{2}；二是{3}。" + AFTER).replace("\n", " ")
    found = observations(text.format(*PROBLEMS, *MEASURES))
    assert found["problems"].value == tuple(PROBLEMS)
    assert found["improvements"].value == tuple(MEASURES[:2])


def test_traditional_characters_stay_in_the_entries() -> None:
    found = observations("五、存在的主要問題及改進情況\n主要問題：一是內容不夠全面；二是隊伍力量薄弱。\n")
    assert found["problems"].value == ("內容不夠全面", "隊伍力量薄弱")


WORDS = (
    "一是 二是 （一） （二） 1. 2. ① 首先 最后 第一， 问题 改进措施 下一步， 如 等 不够全面 加强领导 、 "
    "； 。 ： 存在 縣 六、"
)
PIECES = st.sampled_from([*WORDS.split(), "\n", " ", "- 3 -\n", "2024 年"])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_entry_is_the_text_of_its_span_without_line_breaks(body: str) -> None:
    text = HEADING + body
    for observation in observations(text).values():
        assert isinstance(observation.value, tuple)
        assert len(observation.value) == len(observation.spans) > 0
        for entry, span in zip(observation.value, observation.spans, strict=True):
            assert entry
            printed = span.of(text)
            assert printed == printed.strip()
            assert entry == printed if "\n" not in printed else len(entry) < len(printed)


@pytest.mark.parametrize(
    "body",
    [
        "存在问题：一是{0}，二是{1}。下一步，一是{2}，二是{3}，三是{4}。",
        "存在问题：1.{0}，2.{1}。下一步：1.{2}，2.{3}，3.{4}。",
        "不足之处有一是{0}、二是{1}。改进措施一是{2}、二是{3}、三是{4}。",
    ],
)
def test_entries_may_be_parted_by_commas(body: str) -> None:
    assert lists(body.format(*PROBLEMS, *MEASURES)) == (PROBLEMS, MEASURES)


def test_a_number_behind_a_comma_that_is_not_due_begins_no_entry() -> None:
    body = "存在问题：1.公开内容不够全面，3.5分的测评偏低；2.解读形式有待丰富。"
    assert lists(body)[0] == ["公开内容不够全面，3.5分的测评偏低", "解读形式有待丰富"]
