"""Tables with one cell to a line whose rows were filled up with pipes to one width."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from extractor.tables.padded import padded_rows
from extractor.values import Status

from .printed import Line, Printed, Row, articles_2021, remedies, requests
from .reading import by_path, document, stated, witness, witness_of

REQUESTS = requests(
    {"received": 21, "carried_over": 2, "granted": 9, "not_held": 12, "carried_forward": 2},
    {"received": (4, 0, 1, 0, 0), "granted": (4, 0, 1, 0, 0)},
)
REMEDIES = remedies(3, 0, 1, 0, 4, 1, 0, 0, 2, 3, 0, 0, 0, 0, 0)
TWO = articles_2021(1, 0, 6, 14, 3, 52, 15, 208, 7, "0.86")
TRUTH = {**TWO[0].truth, **REQUESTS.truth, **REMEDIES.truth}


Writer = Callable[[Sequence[Row], int], str]


def rows_of(tables: Sequence[Printed]) -> Iterator[Row]:
    for table in tables:
        yield from table.header
        for line in table.lines:
            yield [*line.labels, *line.figures]


def behind(rows: Sequence[Row], width: int) -> str:
    """Every cell and then its pipe, the row closed on a line of its own: `行政许可 |`, `15 |`, `||`."""
    lines: list[str] = []
    for row in rows:
        lines += [f"{cell} |" if cell else "|" for cell in row]
        lines += ["|" * (width - len(row))] if width > len(row) else []
    return "\n".join(lines) + "\n"


def led(rows: Sequence[Row], width: int) -> str:
    """A pipe before every row; what fills it up stands behind its last cell: `|`, `行政许可 |`, `15 | ||`."""
    lines: list[str] = []
    for row in rows:
        lines += ["|", *(f"{cell} |" if cell else "|" for cell in row)]
        lines[-1] += " " + "|" * (width - len(row)) if width > len(row) else ""
    return "\n".join(lines) + "\n"


def report(write: Writer) -> str:
    return (
        write(list(rows_of(TWO)), 5)
        + "三、收到和处理政府信息公开申请情况\n"
        + write(list(rows_of([REQUESTS])), 10)
        + "四、政府信息公开行政复议、行政诉讼情况\n"
        + write(list(rows_of([REMEDIES])), 15)
    )


@pytest.mark.parametrize("write", [behind, led])
def test_every_cell_is_read(write: Writer) -> None:
    found = stated(witness(report(write)))
    assert {path: found.get(path) for path in TRUTH} == TRUTH
    assert str(found["proactive.fees.amount"]) == "0.86"


def blank_but_for_totals(rows: Sequence[Row]) -> list[Row]:
    """Rows of requests in which only the total, the last of seven figures, was filled in."""
    return [[*row[:-7], *[""] * 6, row[-1]] if row[-1].isdigit() else row for row in rows]


@pytest.mark.parametrize("write", [behind, led])
def test_empty_cells_keep_their_place(write: Writer) -> None:
    text = write(blank_but_for_totals(list(rows_of([REQUESTS]))), 10)
    observations = by_path(witness(text))
    totals = {path: value for path, value in REQUESTS.truth.items() if path.endswith(".total")}
    assert stated(witness(text)) == totals
    assert observations["requests.received.natural_person"].status is Status.BLANK
    assert observations["requests.outcomes.total.other_organization"].status is Status.BLANK


def test_a_single_figure_column_is_not_taken_for_the_row_below() -> None:
    text = behind(list(rows_of(TWO)), 4)
    found = stated(witness(text))
    assert found["proactive.licensing.decisions"] == 15
    assert found["proactive.penalties.decisions"] == 208
    assert found["proactive.coercive_measures.decisions"] == 7
    assert not witness(text).findings


def test_a_rule_of_markdown_is_no_row() -> None:
    text = led(list(rows_of(TWO)), 5)
    first, rest = text.split("\n|\n", 1)
    ruled = f"{first}\n{'|---' * 5}|\n|\n{rest}"
    assert stated(witness(ruled)) == stated(witness(text))


def test_a_label_of_several_lines_is_one_cell() -> None:
    text = behind(list(rows_of(TWO)), 4).replace("行政规范性文件 |", "行政规范性\n文件 |")
    assert stated(witness(text.replace("本年制发件数 |", "本年\n制发件数 |"))) == stated(
        witness(behind(list(rows_of(TWO)), 4))
    )


def test_a_table_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    text = behind(list(rows_of([REQUESTS])), 10)
    cut = text[: text.index("二、上年结转")] + "二、上年结转政府信息公开申请数量 |\n2 |\n0 |\n0"
    found = stated(witness(cut))
    assert {path.rsplit(".", 1)[0] for path in found} == {"requests.received"}


def test_evidence_is_the_figure_itself() -> None:
    printed = document(report(behind))
    quoted = {
        o.path: "".join(span.of(printed.text) for span in o.spans)
        for o in witness_of(printed).observations
        if o.path in TRUTH
    }
    assert quoted == {path: str(value) for path, value in TRUTH.items()}


def known(text: str) -> bool:
    return text in ("行政许可", "行政规范性 文件")


def test_rows_that_do_not_end_where_their_filling_ends_are_left_alone() -> None:
    text = "甲 |\n|||\n乙 |\n1 |\n||\n丙 |\n2 |\n|||\n丁 |\n3 |\n||\n"
    rows, stop = padded_rows(text, 0, len(text), known) or ([], 0)
    assert [[slot.text for slot in row] for row in rows] == [["甲"], ["乙", "1"]]
    assert text[stop:].startswith("丙")


def test_pipes_without_filling_are_no_padded_table() -> None:
    text = "甲 |\n|\n乙 |\n1 |\n丙 |\n2 |\n"
    assert padded_rows(text, 0, len(text), known) is None


def test_cells_indented_behind_the_header_are_no_part_of_a_table_filled_up_with_pipes() -> None:
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    head = [
        "行政复议",
        "行政诉讼",
        "|||",
        *results,
        "未经复议直接起诉",
        "复议后起诉",
        *results,
        *results,
        "|||",
    ]
    text = "".join(f"{cell}\n" if cell == "|||" else f"{cell} |\n" for cell in head)
    figures = REMEDIES_WITH_AN_EMPTY_CELL.lines[0].figures
    found = stated(witness(text + "|\n" + "".join(f"  {figure} | \n" for figure in figures)))
    assert found == REMEDIES_WITH_AN_EMPTY_CELL.truth


REMEDIES_WITH_AN_EMPTY_CELL = Printed(
    [],
    [Line([], ["8", "1", "3", "1", "13", "15", "", "4", "6", "25", "30", "4", "15", "9", "58"])],
    {
        path: value
        for path, value in remedies(8, 1, 3, 1, 13, 15, 0, 4, 6, 25, 30, 4, 15, 9, 58).truth.items()
        if path != "litigation_direct.corrected"
    },
)
