"""Undoes the line breaks of a page's layout, so that words and enumerators are whole again."""

from __future__ import annotations

import re

from ..views import View

PAGE_MARK = r"(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页|\d{1,3})"
"""Matches the number of a page on a line of its own: - 3 -."""

FULL_LINE = 20
"""Characters from which a line without the end of a sentence is taken to go on in the next one."""

_MARKER = r"[一二三四五六七八九十]{1,3}[是、]|[(①-⑳]|第[一二三四五六七八九十]|\d{1,2}[.、]|首先|其次|最后"
_BREAK = re.compile(
    rf"(?P<wrap>(?<=[^\s。;:!?])[^\S\n]{{0,9}}\n(?:\s{{0,9}}{PAGE_MARK}[^\S\n]{{0,9}}\n)?\s{{0,9}}(?=\S)(?!{_MARKER}))"
    rf"|(?P<page>\n\s{{0,9}}{PAGE_MARK}[^\S\n]{{0,9}}(?=\n))|(?P<space>(?<=\d)[^\S\n]{{1,9}}(?=[一-鿿]))"
)


LONGEST_LABEL = 60
"""Characters of the longest first cell of a flattened row."""

_MORE_CELLS = re.compile(r"[| \t]*[^|\s][^|\n]*\|")
_FIGURES = re.compile(r"(?:^[^\S\n]*(?:[\d,.%]+|[-—/]+)[^\S\n]*\n(?:.{0,30}\n){0,2}){3}", re.MULTILINE)


def prose_end(text: str) -> int:
    """Where a table begins that was flattened into `text`: with its first row, or where figures fill lines.

    A statistics table often stands right behind the last sentence of a report.
    """
    figures = _FIGURES.search(text)
    end = figures.start() if figures else len(text)
    bar = text.find("|", 0, end)
    if bar < 0:
        return end
    row = text.rfind("\n", 0, bar) + 1
    return row if bar - row < LONGEST_LABEL and _MORE_CELLS.match(text, bar) else bar


def unwrapped(text: str) -> View:
    """A view of `text` (half width) without the line breaks inside sentences and without page numbers.

    A short line that ends no sentence is a heading and keeps its break; so does what ends a sentence.
    A space between a figure and its unit (2024 年) goes as well.
    """
    edits: list[tuple[int, int, str]] = []
    for found in _BREAK.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        if found["wrap"] is None or found.start() - line >= FULL_LINE:
            edits.append((found.start(), found.end(), ""))
    return View.of(text).replaced(edits)
