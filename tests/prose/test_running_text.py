"""The running text: what is read as sentences, and what is left to the tables."""

from __future__ import annotations

from extractor.prose.text import Running, running_text
from extractor.values import Cell, Document, Grid, Source, Span
from extractor.views import reading_view


def run(text: str, *grids: Grid) -> Running:
    document = Document(text, Source("", "", "text/plain", "utf-8", len(text)), grids)
    return running_text(document, reading_view(text))


def test_lines_broken_by_the_page_are_whole_again() -> None:
    text = "为了方便群众，县政府还公布了依申请公\n开的联系方式。2023 年收到申请25 件，\n均按期答复。"
    whole = "为了方便群众,县政府还公布了依申请公开的联系方式。2023年收到申请25件,均按期答复。"
    assert run(text).text == whole


def test_a_page_number_inside_a_sentence_is_left_out() -> None:
    text = "对各单位的栏目逐月检查并通报结果，严格落实“先\n- 2 -\n审核、后发布”的要求。"
    assert run(text).text == "对各单位的栏目逐月检查并通报结果,严格落实“先审核、后发布”的要求。"


def test_a_title_is_not_joined_to_the_line_behind_it() -> None:
    text = "云川县2021年政府信息公开工作年度报告\n本报告由县政府办公室编制。"
    assert run(text).text == "云川县2021年政府信息公开工作年度报告\n本报告由县政府办公室编制。"


def test_rows_of_bars_and_columns_of_figures_are_no_sentences() -> None:
    text = "自然人 | 90 | 6 |\n行政许可\n550\n0\n0\n收到申请3件。"
    assert run(text).text == "行政许可\n收到申请3件。"


def test_a_sentence_in_a_cell_is_kept() -> None:
    text = "五、主要问题 2021年，全市收到申请三百件，成效明显。 |\n|||"
    assert run(text).text == "五、主要问题\n2021年,全市收到申请三百件,成效明显。"


def test_figures_that_white_space_parts_are_not_glued() -> None:
    assert run("自然人申请  90  6  0  共计").text == "自然人申请90 6 0共计"


def test_short_cells_of_a_declared_grid_are_left_to_the_tables() -> None:
    text = "本年收到申请数量\n收到申请三件，均已按期答复完毕。"
    cells = (Cell(Span(0, 8), text[:8]), Cell(Span(9, len(text)), text[9:]))
    assert run(text, Grid((cells,))).text == "收到申请三件,均已按期答复完毕。"


def test_every_place_is_found_again_in_the_document() -> None:
    text = "全县收到政府信息公开申请共计\n21 件，均按期答复。"
    view = run(text)
    at = view.text.index("21件")
    assert view.span(at, at + 3).of(text) == "21 件"


def test_the_marks_of_markdown_are_no_part_of_a_sentence() -> None:
    text = "## 一、总体情况\n> **（一）主动公开。** 公开政府信息 **1,234** 条。\n- 网络申请`30`件"
    assert run(text).text == "一、总体情况\n(一)主动公开。公开政府信息1,234条。\n-网络申请30件"


def test_a_number_that_copying_cut_out_of_its_sentence_is_put_back() -> None:
    text = "我区全年主动公开政府信息\n318\n条,其中网站公开\n290\n条。\n"
    assert run(text).text == "我区全年主动公开政府信息318条,其中网站公开290条。"


def test_a_number_among_the_cells_of_a_table_is_put_nowhere() -> None:
    assert "12" not in run("政策解读稿件发布数\n12\n篇\n微博微信回应事件数\n3\n次\n其他\n").text


def test_items_with_figures_behind_them_are_rows_of_a_table() -> None:
    text = "（一）予以公开 14 3 17\n1.逾期不补正、行政机关不再处理其申请 1\n2.重复申请 2 2"
    assert run(text).text == ""


def test_figures_with_units_behind_tabs_are_rows_of_a_table() -> None:
    assert run("内部事务信息\t21件\n7.属于行政执法案卷\t3\t24件").text == ""


def test_an_item_whose_unit_begins_the_next_line_is_a_sentence() -> None:
    text = "（二）依申请公开情况。云川县全年收到申请，按期答复的有 25\n件，其余的结转。"
    assert run(text).text == "(二)依申请公开情况。云川县全年收到申请,按期答复的有25件,其余的结转。"
