"""Entries that are not numbered but only joined: 如甲有待提高、乙不够深入等."""

from __future__ import annotations

import re

from .words import ListWords

_AND_SO_ON = re.compile(
    r"等(?=[,。;]|\Z|问题|方面|情况|不足|现象|困难|薄弱|短板|几|[一二三四五六七八九十\d])"
)
FEWEST = 2
"""Entries that make a series."""


def find_series(text: str, start: int, end: int, words: ListWords) -> list[tuple[int, int]]:
    """The entries of the first series in `text[start:end]`, empty when there is none.

    Every entry must have a sign of the list; parts without one belong to the entry behind them, since
    公开内容、形式不够丰富 is one problem. A series with a comma in it is no mere series.
    """
    if words.series is None:
        return []
    for found in words.series.finditer(text, start, end):
        first, last = found.span(1)
        cut = _AND_SO_ON.search(text, first, last)
        entries = _parts(text, first, cut.start() if cut else last, words)
        if len(entries) >= FEWEST:
            return entries
    return []


def _parts(text: str, start: int, end: int, words: ListWords) -> list[tuple[int, int]]:
    if "," in text[start:end]:
        return []
    parts: list[tuple[int, int]] = []
    begin = start
    for stop in [*(m.start() for m in re.finditer("、", text[:end]) if m.start() >= start), end]:
        if words.sign.search(re.sub(r"\s+", "", text[begin:stop])):
            parts.append((begin, stop))
            begin = stop + 1
    return parts if begin > end else []
