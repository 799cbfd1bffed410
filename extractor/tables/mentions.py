"""Pieces → mentions: where the labels of the forms stand, whole, wrapped, glued together, cut or mistyped.

A label is a whole cell, or several cells in a row; words inside a sentence are never one. What a
mention may stand for is left open (总计 is a row and a column): the official order decides later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .glue import glued
from .labels import LONGEST, Entry, Lexicon, Part, key_of, without_enumerator, without_remarks
from .pieces import Kind, Piece, is_unit
from .wording import is_heading, is_prose

CUT = 0.6
UNLIKE = 3.0
"""Costs of reading a text as a label: one that was cut, and one that is not like it at all."""

_IGNORE = 2.5
_IGNORE_WORD = 1.0
_IGNORE_UNLIKE = 1.6
"""Costs of taking for something else: a label, a label that is a common word (其他, 总计), a text that is
only like a label."""

_WRAP = 14
"""A label is wrapped over at most so many cells (`三`/`、`/`本`/`年`/`度`/`办`/`理`/`结`/`果`)."""

_LIKE = 0.6
_LIKE_SHORT = 0.74
_CLOSING = ")]}》〉」』】”’，。、；：,.;:"


class Mention(NamedTuple):
    """A label at pieces `first` to `last` (inclusive) and what it may stand for, each with a cost.

    Cost 0 is the label word for word; the less alike, the more it costs. `ignore` is the cost of
    reading it as no label at all.
    """

    first: int
    last: int
    readings: tuple[tuple[Entry, float], ...]
    ignore: float


def recognise(pieces: Sequence[Piece], lexicon: Lexicon, headings: frozenset[str]) -> list[Mention]:
    """The mentions in the pieces of one zone, in order.

    `headings` are the keys of section headings, which are never taken for mistyped labels.
    """
    mentions: list[Mention] = []
    at = 0
    while at < len(pieces):
        text = pieces[at].text
        found = mentions_at(pieces, at, lexicon) if text and not text.isdecimal() else ()
        mentions.extend(found)
        at = found[-1].last + 1 if found else at + 1
    return _with_likely(pieces, mentions, lexicon, headings)


def _is_wording(piece: Piece) -> bool:
    """A text, or a 无 that may be the first character of 无法提供, one character to a line."""
    return piece.kind is Kind.TEXT or (piece.kind is Kind.FIGURE and piece.text.isalpha())


def mentions_at(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> list[Mention]:
    """The label that begins at a piece, or several that are glued together; empty if there is none."""
    kind, text = pieces[at].kind, pieces[at].text
    if kind is Kind.BLANK or len(text) > LONGEST or (kind is Kind.FIGURE and not text.isalpha()):
        return []
    if not lexicon.may_begin(text):
        return []
    run = _run(pieces, at)
    wrapped = _wrapped(pieces, at, run, lexicon)
    if wrapped or pieces[at].kind is Kind.FIGURE:
        return [wrapped] if wrapped else []
    found = glued(at, [pieces[i].text for i in run], lexicon) or (
        glued(at, [text], lexicon) if len(run) > 1 else []
    )
    return [
        Mention(g.first, g.last, tuple((entry, CUT) for entry in g.entries), _IGNORE_UNLIKE)
        if g.cut
        else _exact(g.first, g.last, g.entries)
        for g in found
    ]


def _run(pieces: Sequence[Piece], at: int) -> range:
    """The texts that follow one another from `at` on, over which a label could be wrapped."""
    stop = at + 1
    while stop < len(pieces) and stop - at < _WRAP:
        if not _is_wording(pieces[stop]) or len(pieces[stop].text) > LONGEST:
            break
        stop += 1
    return range(at, stop)


def _wrapped(pieces: Sequence[Piece], at: int, run: range, lexicon: Lexicon) -> Mention | None:
    """The longest label that begins at `at` and ends at the end of a piece."""
    best: Mention | None = None
    if pieces[at].kind is Kind.TEXT and (entries := lexicon.exact(pieces[at].text)):
        best = _exact(at, at, entries, key_of(pieces[at].text))
    full = raw = ""
    for last in run:
        raw += pieces[last].text
        full += (added := key_of(pieces[last].text))
        key = full if full in lexicon.prefixes else without_enumerator(full)
        if key in lexicon.prefixes:
            ends = added or not pieces[last].text.strip(_CLOSING)
            if last > at and ends and key in lexicon.entries:
                best = _exact(at, last, lexicon.entries[key], key)
        elif raw.count("(") > raw.count(")") and last - at < 4:
            continue
        else:
            if last > at and "(" in raw and (best is None or best.last == at):
                bare = without_enumerator(key_of(without_remarks(raw)))
                if bare in lexicon.entries:
                    best = _exact(at, last, lexicon.entries[bare], bare)
            break
    return best


def _exact(first: int, last: int, entries: tuple[Entry, ...], key: str = "") -> Mention:
    ignore = _IGNORE_WORD if 0 < len(without_enumerator(key)) <= 2 else _IGNORE
    return Mention(first, last, tuple((entry, 0.0) for entry in entries), ignore)


def _with_likely(
    pieces: Sequence[Piece], mentions: Sequence[Mention], lexicon: Lexicon, headings: frozenset[str]
) -> list[Mention]:
    """The mentions with those of texts that are only like a label, or the beginning of one."""
    sheets = {entry.sheet for mention in mentions for entry, _ in mention.readings}
    taken = {i for mention in mentions for i in range(mention.first, mention.last + 1)}
    unknown = [i not in taken and _may_be_label(pieces[i], headings) for i in range(len(pieces))]
    out = list(mentions)
    at = 0
    while at < len(pieces):
        stop = at
        while stop < len(pieces) and unknown[stop]:
            stop += 1
        if stop > at:
            out.extend(_likeliest(pieces, at, stop, sheets, lexicon))
        at = stop + 1
    return sorted(out, key=lambda mention: mention.first)


def _may_be_label(piece: Piece, headings: frozenset[str]) -> bool:
    if piece.kind is not Kind.TEXT or len(piece.text) > LONGEST or is_unit(piece.text) or is_prose(piece):
        return False
    return not is_heading(piece, headings)


def _likeliest(
    pieces: Sequence[Piece], start: int, stop: int, sheets: set[int], lexicon: Lexicon
) -> list[Mention]:
    """The cheapest way to read the unknown texts from `start` to `stop` as labels, or not as labels."""
    best: list[tuple[float, list[Mention]]] = [(0.0, [])]
    for end in range(start + 1, stop + 1):
        cost, found = best[-1]
        choice = (cost + _IGNORE_UNLIKE, found)
        key = ""
        for first in range(end - 1, max(start, end - 3) - 1, -1):
            words = key_of(pieces[first].text)
            if key and without_enumerator(words) and pieces[first].row == pieces[end - 1].row >= 0:
                break  # cells side by side are not lines of one label
            key = words + key
            readings = _likely(without_enumerator(key), sheets, lexicon)
            if readings:
                before, mentions = best[first - start]
                total = before + min(cost for _, cost in readings)
                if total < choice[0]:
                    choice = (total, [*mentions, Mention(first, end - 1, readings, _IGNORE_UNLIKE)])
        best.append(choice)
    return best[-1][1]


def _likely(key: str, sheets: set[int], lexicon: Lexicon) -> tuple[tuple[Entry, float], ...]:
    if not 3 <= len(key) <= 45:
        return ()
    found = dict.fromkeys(lexicon.beginning(key), CUT)
    for entry, likeness in lexicon.similar(key, _LIKE if len(key) > 4 else _LIKE_SHORT):
        found[entry] = min(found.get(entry, UNLIKE), 0.2 + UNLIKE * (1 - likeness))
    return tuple((e, cost) for e, cost in found.items() if e.sheet in sheets and e.part is not Part.CAPTION)
