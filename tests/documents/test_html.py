"""A saved page becomes readable text, and its tables become grids over that text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.documents import read_bytes
from extractor.values import Document, Grid


def page(body: str) -> Document:
    return read_bytes(f"<html><body>{body}</body></html>".encode(), "page.html")


def rows(grid: Grid) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in row] for row in grid.rows]


def test_each_block_is_a_line() -> None:
    text = page("<h1>年度报告</h1><p>一、总体情况</p><div>收到<b>3</b>件<br>已答复</div>").text
    assert text == "年度报告\n一、总体情况\n收到3件\n已答复"


def test_white_space_collapses_and_indentation_goes() -> None:
    assert page("<p>&nbsp;&nbsp;\u3000 收到\n  3件 </p>").text == "收到 3件"


def test_preformatted_lines_stay_lines() -> None:
    assert page("<pre>一、总体情况\n收到3件</pre>").text == "一、总体情况\n收到3件"


def test_a_number_split_over_spans_is_whole() -> None:
    markup = "<p class=MsoNormal><span lang=EN-US style='mso-x:y'>1</span><span>36</span>件<o:p></o:p></p>"
    assert page(markup).text == "136件"


def test_each_row_of_a_table_is_a_line_and_cells_know_their_place() -> None:
    document = page(
        "<p>前</p><table><tr><td>规章</td><td>0</td><td>&nbsp;</td><td>5</td></tr></table><p>后</p>"
    )
    assert document.text == "前\n规章 | 0 |  | 5\n后"
    (grid,) = document.grids
    assert rows(grid) == [["规章", "0", "", "5"]]
    assert all(cell.span.of(document.text) == cell.text for cell in grid.rows[0] if cell)


def test_rowspan_and_colspan_cover_positions() -> None:
    (grid,) = page(
        "<table><tr><td rowspan=2>结果</td><td colspan=2>复议</td></tr><tr><td>1</td><td>2</td></tr></table>"
    ).grids
    assert rows(grid) == [["结果", "复议", None], [None, "1", "2"]]
    anchor = grid.rows[0][0]
    assert anchor is not None
    assert (anchor.rowspan, anchor.colspan) == (2, 1)


def test_empty_placeholder_cells_are_blank_not_covered() -> None:
    (grid,) = page("<table><tr><td>结果</td><td>1</td></tr><tr><td></td><td>2</td></tr></table>").grids
    assert rows(grid) == [["结果", "1"], ["", "2"]]


def test_a_label_broken_inside_its_cell_stays_in_one_row() -> None:
    (grid,) = page("<table><tr><td><p>商业</p><p>企业</p></td><td>其<br>他</td></tr></table>").grids
    assert rows(grid) == [["商业 企业", "其 他"]]


def test_hidden_placeholder_cells_do_not_count() -> None:
    markup = "<table><tr><td colspan=2>复议</td><td style='display: none'></td><td>1</td></tr></table>"
    (grid,) = page(markup).grids
    assert rows(grid) == [["复议", None, "1"]]


def test_ragged_rows_are_filled_with_none() -> None:
    (grid,) = page("<table><tr><td>a<td>b<td>c<tr><td>d</table>").grids
    assert rows(grid) == [["a", "b", "c"], ["d", None, None]]


def test_a_nested_table_is_a_grid_of_its_own_and_its_text_stands_once() -> None:
    document = page(
        "<table><tr><td>页首<table><tr><td>规章</td><td>0</td></tr></table>页尾</td></tr></table>"
    )
    assert document.text == "页首\n规章 | 0\n页尾"
    assert [rows(grid) for grid in document.grids] == [[["规章", "0"]]]


def test_a_table_around_data_keeps_its_own_cells() -> None:
    document = page(
        "<table><tr><td>一</td><td>1</td></tr><tr><td>二</td><td>2</td></tr>"
        "<tr><td>三</td><td><table><tr><td>x</td><td>3</td></tr></table></td></tr></table>"
    )
    assert [rows(grid) for grid in document.grids] == [
        [["一", "1"], ["二", "2"], ["三", ""]],
        [["x", "3"]],
    ]
    assert document.text.count("3") == 1


def test_a_table_of_paragraphs_is_text() -> None:
    paragraph = "全年工作稳步推进。" * 50
    document = page(f"<table><tr><td>一、总体情况</td><td>{paragraph}</td></tr></table>")
    assert document.grids == ()
    assert document.text == f"一、总体情况\n{paragraph}"


def test_scripts_styles_and_hidden_parts_are_not_read() -> None:
    markup = (
        "<script>var a=1</script><style>p{}</style><noscript>2</noscript><template>3</template>"
        "<p style='DISPLAY:none'>4</p><p hidden>5</p><nav>6</nav><footer>7</footer>"
        "<select><option>8</select>9"
    )
    assert page(markup).text == "9"


def test_values_of_form_fields_are_read() -> None:
    (grid,) = page("<table><tr><td>规章</td><td><input value=12></td></tr></table>").grids
    assert rows(grid) == [["规章", "12"]]


def test_attachments_are_named_and_not_read() -> None:
    document = page(
        "<p>附件:<a href='/files/2021/P0123.xlsx'>政府信息公开情况统计表</a></p>"
        "<a href='a/%E9%99%84%E8%A1%A8.doc?x=1'></a><a href=/download?id=7>附表.pdf</a>"
        "<a href='/x.html'>首页</a>"
    )
    assert document.source.attachments == ("政府信息公开情况统计表.xlsx", "附表.doc", "附表.pdf")


def test_files_that_the_page_offers_beside_its_content_are_no_attachments() -> None:
    aside = "<nav><a href='/guide.pdf'>办事指南</a></nav><footer><a href='/app.zip'>客户端</a></footer>"
    hidden = "<div style='display:none'><a href='/old.doc'>旧版</a></div>"
    document = page(f"{aside}{hidden}<p>收到3件</p><p>附件:<a href='/1.xls'>统计表</a></p>")
    assert document.source.attachments == ("统计表.xls",)


def test_the_mark_of_a_footnote_is_no_digit() -> None:
    assert page("<p>收到申请36<sup><a href='#n1'>1</a></sup>件</p>").text == "收到申请36¹件"


def test_a_page_that_only_offers_the_report_says_so() -> None:
    offer = "<p>某某县年度报告</p><a href='/f/1.pdf'>年度报告全文</a>"
    assert [notice.rule for notice in page(offer).notices] == ["html.attachment"]
    assert page(offer + "全年工作平稳。" * 80).notices == ()


def test_undeclared_gb18030_is_read() -> None:
    data = "<html><body><p>全年共收到政府信息公开申请36件</p></body></html>".encode("gb18030")
    assert read_bytes(data, "page.htm").text == "全年共收到政府信息公开申请36件"


def test_a_declaration_of_gb2312_means_gb18030() -> None:
    data = "<meta charset=gb2312><p>喆垚乡政府信息公开申请镕</p>".encode("gb18030")
    document = read_bytes(data, "page.htm")
    assert document.text == "喆垚乡政府信息公开申请镕"
    assert document.source.encoding == "gb18030"


def test_a_million_columns_are_clipped_with_a_notice() -> None:
    document = page("<table><tr><td colspan=1000000>标题</td></tr><tr><td>规章</td><td>0</td></tr></table>")
    assert [rows(grid) for grid in document.grids] == [[["标题", None], ["规章", "0"]]]
    assert [notice.rule for notice in document.notices] == ["html.colspan"]


def test_tables_too_large_to_lay_out_stay_text_with_a_notice() -> None:
    row = "<tr><td colspan=1000>规章</td><td>0</td></tr>"
    document = page(f"<table>{row * 1100}</table>")
    assert document.grids == ()
    assert document.text.count("规章 | 0") == 1100
    assert [notice.rule for notice in document.notices] == ["html.table"]


def test_deep_nesting_keeps_the_text() -> None:
    document = page("<div><font>" * 30_000 + "收到3件" + "<table><tr><td>规章</td><td>0</td></tr></table>")
    assert document.text == "收到3件\n规章 | 0"
    assert [rows(grid) for grid in document.grids] == [[["规章", "0"]]]
    assert [notice.rule for notice in document.notices] == ["html.depth"]


def test_deeply_nested_tables_keep_the_text() -> None:
    document = page("<table><tr><td>" * 3000 + "收到3件")
    assert "收到3件" in document.text
    assert [notice.rule for notice in document.notices] == ["html.depth"]


def test_a_tag_of_countless_attributes_keeps_its_extent() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(100_000))
    (grid,) = page(f"<table><tr><td {attributes} colspan=2>a</td><td>b</td></tr></table>").grids
    assert rows(grid) == [["a", None, "b"]]


TAGS = (
    "<table> </table> <tr> <td> <td~rowspan=3> <td~colspan=2> <td~rowspan=0> </td> </tr> <p> </p> <br> <div>"
    " </div> <pre> <span> <th> <tbody> <caption> <li> <input~value=4> 申请 3 0 &nbsp; <!-- <b"
)
FRAGMENT = st.sampled_from([tag.replace("~", " ") for tag in TAGS.split(" ")])


@given(st.lists(FRAGMENT, max_size=40).map("".join))
def test_any_markup_gives_rectangular_grids_whose_cells_are_in_the_text(markup: str) -> None:
    document = page("报告" + markup)
    for grid in document.grids:
        assert len({len(row) for row in grid.rows}) == 1
        for cell in (cell for row in grid.rows for cell in row if cell is not None):
            assert cell.span.of(document.text) == cell.text
            assert cell.text == cell.text.strip()
