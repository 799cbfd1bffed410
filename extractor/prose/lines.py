"""The lines of a text, each with its neighbours: what is a sentence or a part of one, what is a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

_STRETCH = 1 << 16
"""So many characters, and the rest of the line, are parted into lines at once."""

_WRAPPED = 18
"""A line that is at least this long and does not end a sentence goes on in the next one."""

_MARKS = "#>*` "
"""How Markdown marks headings, quotations and emphasis."""

PUNCTUATION = re.compile(r"[,，。;；:：!?]")
ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}[章节部]|\([一二三四五六七八九十0-9]{1,3}\)"
    r"|[0-9]{1,2}[.、](?:(?![0-9])|(?=20[0-9]{2}年))|[•●◆※]|[-+]\s"
)
_TERMINAL = frozenset("。!?;:！？；：")
_HEADING_ENDS = ("报告", "情况", "成绩单")

_CELL = re.compile(r"[\s0-9.,%/+—-]*")
_NIL = "无"
_ROW = re.compile(r"[^\t]*(?:\t\s*[0-9.,]+(?:[件条人]次?|[个篇次期项份]|万?元)?)+")
_ROW_OF_ITEM = re.compile(r"[^。;]*[^\s0-9.,%](?:\s+[0-9.,]*[0-9])+")
_ALONE = re.compile(r"[0-9][0-9,.]*%?")
_GOES_ON = re.compile(
    r"(?:[余多]?[万亿]?[余多]?(?:件次|条次|人次|万元|[条件份篇次个人期项起名家场元]))?[,，、。;；:：)]"
)
"""How a sentence goes on behind its number: 条。, 件,其中."""

_UNIT_OR_END = re.compile(r"[余多万亿件条人份篇次个期项起名家场元年月日,，、。;；:：)]")
"""How a line begins that goes on behind the number at the end of the one before it."""


class Line(NamedTuple):
    """A line without outer white space and marks of Markdown, its first offset in the text, and the
    nearest lines before and behind it that hold something."""

    text: str
    start: int
    before: str
    behind: str


def lines_of(text: str) -> Iterator[Line]:
    """The lines in order; of empty ones that follow each other the first, which tells that they are there."""
    at = 0
    before = words = ""
    last, start = "", 0  # the last line that holds something, and where it begins
    empty = -1  # where the first of the empty lines behind it begins
    for line in chain(_parted(text), [None]):
        behind = "" if line is None else line.strip()
        if line is not None and not behind:
            empty = at if empty < 0 else empty
        else:
            if words:
                bare = words.strip(_MARKS).strip()
                yield Line(bare, start + (last.index(bare) if bare else 0), before, behind)
                before = words
            if empty >= 0:
                yield Line("", empty, before, behind)
            last, start, words, empty = line or "", at, behind, -1
        at += len(line or "") + 1


def _parted(text: str) -> Iterator[str]:
    """The lines without their ends, a stretch of them at a time: there may be millions."""
    at = 0
    while at <= len(text):
        end = text.find("\n", at + _STRETCH)
        end = len(text) if end < 0 else end
        yield from text[at:end].split("\n")
        at = end + 1


def is_number_alone(line: Line) -> bool:
    """Whether a line is nothing but digits."""
    return line.text.isdecimal() and line.text.isascii()


def is_cut_out(line: Line) -> bool:
    """Whether a line is a number that copying cut out of its sentence, which goes on in the next line.

    The cells of a table are followed by other cells: a unit alone, a label, a number.
    """
    if not _ALONE.fullmatch(line.text) or not line.before or "|" in line.before:
        return False
    return line.before[-1] not in _TERMINAL and _GOES_ON.match(line.behind) is not None


def is_of_table(line: Line) -> bool:
    """Whether a line is a cell of a table, or a row parted by tabs.

    So is an item that ends in figures parted by spaces, unless their unit begins the next line.
    """
    if line.text == _NIL:
        return any(_is_cell(side) for side in (line.before, line.behind) if side)
    if "\t" in line.text and _ROW.fullmatch(line.text) is not None:
        return True
    if line.text[-1].isdigit() and ITEM.match(line.text) and _ROW_OF_ITEM.fullmatch(line.text):
        return _UNIT_OR_END.match(line.behind) is None
    return _CELL.fullmatch(line.text) is not None


def _is_cell(line: str) -> bool:
    """Whether a line is a bar, a figure or a sign that there is none."""
    return "|" in line or line == _NIL or _CELL.fullmatch(line) is not None


def width(line: str) -> int:
    """The width on paper: a Chinese character is as wide as two of the others."""
    return len(line) + len(line) - len(line.encode("ascii", "ignore"))


def goes_on(line: str) -> bool:
    """Whether the sentence of a line may go on in the next one."""
    if len(line) < _WRAPPED or line[-1] in _TERMINAL:
        return False
    if PUNCTUATION.search(line, 3):
        return True
    return not ITEM.match(line) and not line.endswith(_HEADING_ENDS)
