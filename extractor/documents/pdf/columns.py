"""Rows of figures without lines between them: an empty cell is told by what stands above and below it.

Where one line has fewer figures than a line near it, and each of them stands under one of the other's,
the gaps are cells without content. Then the cells of both are parted by ` | `, as those of ruled tables
are, and none moves into the place of another.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from .geometry import NOWHERE, Box, around
from .lines import Line

_FIGURE = re.compile(
    r"[+\-－＋]?[\d０-９][\d０-９,，.．]*(?:万?元|[件条次篇人个份])?|[/／\\—–－-]{1,3}|[无空]"
)
_PROSE = re.compile("[。；]|.{36}")
_NEAR = 30  # lines of the page between a line and the one it is compared with
_HEAD = 4  # lines between a head and the figures below it
_FEWEST = 2  # figures of a line that shows where columns are


@dataclass(frozen=True, slots=True)
class _Word:
    """Characters of a line without a space between them, from one to behind the last."""

    start: int
    stop: int
    box: Box
    is_figure: bool


def columned(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, in order, with the cells parted in those that belong to a table with gaps."""
    words = [_words(line) for line in lines]
    figures = [_figures(line) for line in words]
    columns: dict[int, tuple[_Word, ...]] = {}
    for at, found in enumerate(figures):
        pattern = _pattern(at, lines, figures) if found else _below(at, words, figures)
        if pattern is not None:
            columns[at] = figures[pattern]
            columns.setdefault(pattern, figures[pattern])
    for at in list(columns):
        for step in (1, -1):
            _spread(at, step, lines, figures, columns)
    return [_parted(line, words[at], columns[at]) if at in columns else line for at, line in enumerate(lines)]


def _spread(
    at: int,
    step: int,
    lines: Sequence[Line],
    figures: Sequence[tuple[_Word, ...]],
    columns: dict[int, tuple[_Word, ...]],
) -> None:
    """Part the rows that follow in one direction alike, as far as they have the same columns."""
    for other in range(at + step, at + step * _NEAR, step):
        if not 0 <= other < len(lines) or other in columns or _PROSE.search(lines[other].text):
            return
        if figures[other] and len(figures[other]) == len(columns[at]):
            if not _fits(figures[other], columns[at]):
                return
            columns[other] = columns[at]


def _below(at: int, words: Sequence[tuple[_Word, ...]], figures: Sequence[tuple[_Word, ...]]) -> int | None:
    """The line of figures below a head that names only some of its columns."""
    for other in range(at + 1, min(at + _HEAD, len(words))):
        if len(figures[other]) >= _FEWEST:
            over = [word for word in words[at] if any(_overlap(word.box, f.box) for f in figures[other])]
            is_head = len(words[at]) > len(over) > 0 and _fits(over, figures[other])
            return other if is_head and len(over) < len(figures[other]) else None
    return None


def _words(line: Line) -> tuple[_Word, ...]:
    found = []
    for match in re.finditer(r"\S+", line.text):
        box = around(line.box_at(index) for index in range(match.start(), match.end()))
        found.append(_Word(*match.span(), box, _FIGURE.fullmatch(match[0]) is not None))
    return tuple(found)


def _figures(words: Sequence[_Word]) -> tuple[_Word, ...]:
    """The figures at the end of a line, behind its label."""
    at = len(words)
    while at and words[at - 1].is_figure:
        at -= 1
    return tuple(words[at:])


def _pattern(at: int, lines: Sequence[Line], figures: Sequence[tuple[_Word, ...]]) -> int | None:
    """The nearest line with more figures, each of this line's under another of its."""
    for step in (1, -1):
        for other in range(at + step, at + step * _NEAR, step):
            if not 0 <= other < len(lines) or _PROSE.search(lines[other].text):
                break
            if len(figures[other]) >= max(_FEWEST, len(figures[at]) + 1):
                if _fits(figures[at], figures[other]):
                    return other
                break
    return None


def _fits(few: Sequence[_Word], many: Sequence[_Word]) -> bool:
    """Whether each figure stands under another one."""
    under = [[n for n, other in enumerate(many) if _overlap(word.box, other.box)] for word in few]
    return all(len(found) == 1 for found in under) and len({found[0] for found in under}) == len(few)


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _parted(line: Line, words: Sequence[_Word], columns: Sequence[_Word]) -> Line:
    """The line with a mark between its cells, and an empty cell for each column without a word."""
    under = [[word for word in words if _overlap(word.box, column.box)] for column in columns]
    first = next((found[0] for found in under if found), None)
    cells = [[word for word in words if first is None or word.start < first.start], *under]
    text, sides = "", array("f")
    for number, cell in enumerate(cells):
        if number:
            text += " | "
            sides.extend(NOWHERE * 3)
        if cell:
            start, stop = cell[0].start, cell[-1].stop
            text += line.text[start:stop]
            sides.extend(line.sides[4 * start : 4 * stop])
    return Line(text, sides, line.box)
