"""HTML tables inside Markdown become grids; the text stays what it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.documents import read_bytes
from extractor.documents.inline_tables import inline_grids
from extractor.values import Grid


def rows(grid: Grid) -> list[list[str | None]]:
    return [[cell.text if cell is not None else None for cell in row] for row in grid.rows]


def test_the_text_is_unchanged_and_cells_stand_in_it() -> None:
    text = (
        "# 年度报告\n\n## 二、主动公开政府信息情况\n\n<table><tr><td rowspan=2>结果</td><td><b>规章</b></td>"
        "<td> 0 </td></tr>\n<tr><td>&nbsp;</td><td colspan='2'>5</td></tr></table>\n\n后文\n"
    )
    document = read_bytes(text.encode(), "report.md")
    assert document.text == text
    (grid,) = document.grids
    assert rows(grid) == [["结果", "规章", "0"], [None, "", "5"]]
    assert all(cell.span.of(text) == cell.text for row in grid.rows for cell in row if cell)


def test_unclosed_and_nested_tables() -> None:
    grids = inline_grids("<table><td>a<td>b<tr><td>c<table><tr><td>d</table></table><table><tr><td>e")
    assert [rows(grid) for grid in grids] == [[["a", "b"], ["c", None]], [["d"]]]


TAGS = "<table> </table> <tr> <td> <td~rowspan=2> <td~colspan=9999999> </td> </tr> 3 &nbsp; <p> \n"


@given(st.lists(st.sampled_from([t.replace("~", " ") for t in TAGS.split(" ")]), max_size=40).map("".join))
def test_any_markup_gives_cells_that_stand_in_the_text(text: str) -> None:
    for grid in inline_grids(text):
        assert len({len(row) for row in grid.rows}) == 1
        assert all(cell.span.of(text) == cell.text for row in grid.rows for cell in row if cell)
