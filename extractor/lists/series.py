"""Entries without numbers: joined (如甲有待提高、乙不够深入等), parted by semicolons, or the only one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .words import ListWords

_AND_SO_ON = re.compile(
    r"等(?=[,。;]|\Z|问题|方面|情况|不足|现象|困难|薄弱|短板|几|[一二三四五六七八九十\d])"
)
_SOLE_SENTENCE = re.compile(r"\s*[^\n。]{0,30}\n\s*([^。;:\n]{4,120})[。;]?\s*\Z")
FEWEST = 2
"""Entries that make a series."""


def find_series(
    text: str, start: int, end: int, words: ListWords, others: Iterable[ListWords]
) -> list[tuple[int, int]]:
    """The entries of the first series in `text[start:end]`, or its only entry, empty when there is none.

    Every entry must have a sign of the list; parts without one belong to the entry behind them, since
    公开内容、形式不够丰富 is one problem. A series with a comma in it is no mere series.
    """
    for found in words.series.finditer(text, start, end) if words.series else ():
        first, last = found.span(1)
        cut = _AND_SO_ON.search(text, first, last)
        entries = _parts(text, first, cut.start() if cut else last, words)
        if len(entries) >= FEWEST:
            return entries
    for found in words.leads.finditer(text, start, end) if words.leads else ():
        entries = _parted(text, *found.span(1), words)
        if len(entries) >= FEWEST:
            return entries
    for found in words.sole.finditer(text, start, end) if words.sole else ():
        first, last = found.span(1)
        turns = (turn.start() for other in others for turn in other.turn.finditer(text, first, last))
        last = min(turns, default=last)
        if _is_one(text, first, last, words):
            return [(first, last)]
    return []


def sole_sentence(text: str, start: int, end: int, words: ListWords) -> list[tuple[int, int]]:
    """The one entry below a heading at `text[start:end]` that is followed by a single sentence."""
    found = _SOLE_SENTENCE.match(text, start, end)
    return [found.span(1)] if found and _is_one(text, *found.span(1), words) else []


def _parts(text: str, start: int, end: int, words: ListWords) -> list[tuple[int, int]]:
    if "," in text[start:end]:
        return []
    parts: list[tuple[int, int]] = []
    begin = start
    for stop in [*(m.start() for m in re.finditer("、", text[:end]) if m.start() >= start), end]:
        if _has_sign(text, begin, stop, words):
            parts.append((begin, stop))
            begin = stop + 1
    return parts if begin > end else []


def _parted(text: str, start: int, end: int, words: ListWords) -> list[tuple[int, int]]:
    """The parts between semicolons, if each of them has a sign."""
    stops = [m.start() for m in re.finditer(";", text[:end]) if m.start() >= start]
    parts = list(zip([start, *(stop + 1 for stop in stops)], [*stops, end], strict=True))
    if parts[-1][0] >= end:
        parts.pop()
    return parts if all(_has_sign(text, *part, words) for part in parts) else []


def _is_one(text: str, start: int, end: int, words: ListWords) -> bool:
    """Whether just one clause has a sign: with several, nobody knows how many entries are meant."""
    clauses = text[start:end].split(",")
    if words.purpose is not None and not all(map(words.purpose.match, clauses[1:])):
        return False
    return sum(words.sign.search(clause) is not None for clause in clauses) == 1


def _has_sign(text: str, start: int, end: int, words: ListWords) -> bool:
    return words.sign.search(re.sub(r"\s+", "", text[start:end])) is not None
