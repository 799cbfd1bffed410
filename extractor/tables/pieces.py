"""What a table is made of, however it was laid out: physical cells in reading order.

Every layout (a grid of markup, pipes, one cell to a line) becomes one sequence of pieces. What the
layout knows is kept: empty cells that it shows, where a row begins, the column in a grid. What it
does not show is not guessed here.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What stands in a physical cell."""

    TEXT = 0
    FIGURE = 1
    BLANK = 2


class Piece(NamedTuple):
    """One physical cell: its text and its place in the view's text.

    Pieces with the same `row` (0 or more) stand in one row that the layout shows; -1 means that where
    rows end is unknown. `column` is the position in a grid or among the pipes of a line, -1 elsewhere.
    """

    kind: Kind
    text: str
    start: int
    end: int
    row: int = -1
    column: int = -1


NOT_APPLICABLE = frozenset(
    [
        "/",
        "//",
        "\\",
        "-",
        "--",
        "—",
        "——",
        "–",
        "―",
        "─",
        "──",
        "×",
        "无",
        "空",
        "N/A",
        "n/a",
        "不适用",
        "不涉及",
    ]
)
"""What is written into a cell to say that there is nothing to state."""

SIGN = r"(?:[+\-−–↑↓]|增加?|减少?|新增|净增|净减)"
UNIT = r"(?:亿元|万元|元|万|件次|件|条次|条|人次|人|个|篇|次|期|项|份|宗|起|例|场|只)"
_FIGURE = re.compile(rf"{SIGN}?\s*(?:\d[\d,]*(?:\.\d*)?|\.\d+)\s*(?:{UNIT}|%)?\s*(?:\(.*\))?")
_BEGINS_FIGURE = frozenset("+-−–↑↓增减新净.")
_BEGINS_PAGE = frozenset("-—–~第")
"""What may begin a figure or a page number, beside digits: most texts are told apart by that alone."""

_UNIT = re.compile(UNIT)
_PAGE = re.compile(r"[-—–~]{1,2}\s*\d{1,3}\s*[-—–~]{1,2}|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3}")
_LONGEST_PAGE = 40
_INK_OF_RULES = re.compile(r"[\s|:+=-]+")
_RULE_OF_ONE_COLUMN = re.compile(r":?-+:?")
_DENIAL = re.compile("[未无不没]")
_ITEM_NUMBER = re.compile(r"\d{1,2}\.")

TOKEN = re.compile(r"(?:[^\s()]|\([^()]*\))+|\S+")
"""What stands between spaces; a remark in parentheses may hold spaces."""

LONGEST_FIGURE = 40


def is_figure(text: str) -> bool:
    """Whether a cell with this text states a number, or that there is none to state.

    >>> [is_figure(t) for t in ("0", "1,113", "减3", "8%", "22(其中修订16件)", "/", "1.", "规章", "2018年")]
    [True, True, True, True, True, True, False, False, False]
    """
    if text in NOT_APPLICABLE or (text.isdecimal() and len(text) <= LONGEST_FIGURE):
        return True
    if len(text) > LONGEST_FIGURE or not _begins(text, _BEGINS_FIGURE) or _FIGURE.fullmatch(text) is None:
        return False
    return _ITEM_NUMBER.fullmatch(text) is None


def is_rule(line: str) -> bool:
    """Whether a line is the rule between the rows of a table in Markdown: `|---|:--|`."""
    if not _INK_OF_RULES.fullmatch(line):
        return False
    columns = line.strip().strip("|").split("|")
    return "---" in line or (
        len(columns) > 1 and all(_RULE_OF_ONE_COLUMN.fullmatch(column.strip()) for column in columns)
    )


def is_unit(text: str) -> bool:
    """Whether the text is a unit of count or money and nothing else."""
    return _UNIT.fullmatch(text) is not None


def is_remark(text: str) -> bool:
    """Whether a text can stand in place of a figure: 未制作规章, 无此事项, 不涉及, 没有发生."""
    return len(text) > 2 and _DENIAL.search(text) is not None


def is_page_number(text: str) -> bool:
    """Whether the text is the running number of a page, marked as one: `- 3 -`, `第3页`, `3/12`."""
    return len(text) <= _LONGEST_PAGE and _begins(text, _BEGINS_PAGE) and _PAGE.fullmatch(text) is not None


def _begins(text: str, marks: frozenset[str]) -> bool:
    first = text[:1]
    return first in marks or first.isdecimal() or first.isspace()
