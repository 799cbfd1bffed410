"""Pieces → mentions: where the labels of the forms stand, whole, wrapped, glued together, cut or mistyped.

A label is a whole cell, or several cells in a row; words inside a sentence are never one. What a
mention may stand for is left open (总计 is a row and a column): the official order decides later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .labels import LONGEST, Entry, Lexicon, Part, key_of, without_enumerator, without_remarks
from .pieces import Kind, Piece, is_unit

_WRAP = 14
"""A label is wrapped over at most so many cells (`三`/`、`/`本`/`年`/`度`/`办`/`理`/`结`/`果`)."""

_ZONE_GAP = 300
_ZONE_CELLS = 12
_MARGIN = 16
_LIKENESS = 0.6
UNKNOWN = 1.4
"""What it costs to take a text that is only like a label for something else."""
_GLUED_FIGURE = re.compile(r"(\D*[^\W\d_])([+-]?\d[\d,]*(?:\.\d+)?)")
_TOKEN = re.compile(r"\S+")


class Mention(NamedTuple):
    """A label at pieces `first` to `last` (inclusive) and what it may stand for, each with a cost.

    Cost 0 is the label word for word; a likeness of l costs more the smaller it is.
    """

    first: int
    last: int
    readings: tuple[tuple[Entry, float], ...]
    exact: bool


def zones(pieces: Sequence[Piece], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches `[start, stop)` of pieces where labels stand near each other, with a margin."""
    hits = [
        i
        for i, piece in enumerate(pieces)
        if piece.kind is Kind.TEXT and len(piece.text) <= LONGEST and lexicon.exact(piece.text)
    ]
    found: list[list[int]] = []
    for hit in hits:
        if found and _near(pieces, found[-1][1], hit):
            found[-1][1] = hit
        else:
            found.append([hit, hit])
    wide = [_widened(pieces, first, last) for first, last in found]
    merged: list[tuple[int, int]] = []
    for start, stop in wide:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return merged


def _near(pieces: Sequence[Piece], one: int, other: int) -> bool:
    """Whether little but figures stands between two hits."""
    if other - one <= 2:
        return True
    between = [p for p in pieces[one + 1 : min(other, one + 400)] if p.kind is Kind.TEXT]
    return (
        other - one < 400 and len(between) <= _ZONE_CELLS and sum(len(p.text) for p in between) <= _ZONE_GAP
    )


def _widened(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, int]:
    start, stop = first, last + 1
    while start > 0 and first - start < _MARGIN and not is_prose(pieces[start - 1]):
        start -= 1
    while stop < len(pieces) and (stop - last < _MARGIN or pieces[stop].kind is not Kind.TEXT):
        if is_prose(pieces[stop]) or stop - last > 400:
            break
        stop += 1
    return start, stop


def is_prose(piece: Piece) -> bool:
    """Whether a text is a sentence or a line of one, rather than a cell."""
    if piece.kind is not Kind.TEXT:
        return False
    return len(piece.text) > LONGEST or piece.text.endswith(("。", ";", "!", "?"))


def split_glued(pieces: Sequence[Piece], lexicon: Lexicon, rows: Iterator[int]) -> list[Piece]:
    """The pieces with texts parted at spaces, and figures parted from labels they are glued to.

    What stood in one cell keeps together as a row of its own, numbered from `rows`. The label of a
    spanning cell that was repeated for each cell it spans is kept once; the others become empty.
    """
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.kind is not Kind.TEXT or len(piece.text) > LONGEST:
            out.append(piece)
        elif lexicon.exact(piece.text):
            copy = at > 0 and piece.row == pieces[at - 1].row >= 0 and piece.text == pieces[at - 1].text
            out.append(piece._replace(kind=Kind.BLANK, text="", end=piece.start) if copy else piece)
        elif (match := _GLUED_FIGURE.fullmatch(piece.text)) and lexicon.exact(match[1]):
            cut = piece.start + match.start(2)
            out.append(piece._replace(text=match[1], end=cut))
            out.append(piece._replace(kind=Kind.FIGURE, text=match[2], start=cut))
        elif piece.column < 0 and " " in piece.text:
            out.extend(_tokens(piece, rows))
        else:
            out.append(piece)
    return out


def _tokens(piece: Piece, rows: Iterator[int]) -> Iterator[Piece]:
    row = piece.row if piece.row >= 0 else next(rows)
    for match in _TOKEN.finditer(piece.text):
        start = piece.start + match.start()
        yield Piece(Kind.TEXT, match.group(), start, start + len(match.group()), row)


def recognise(pieces: Sequence[Piece], lexicon: Lexicon, headings: frozenset[str]) -> list[Mention]:
    """The mentions in the pieces of one zone, in order.

    `headings` are the keys of section headings, which are never taken for mistyped labels.
    """
    mentions: list[Mention] = []
    at = 0
    while at < len(pieces):
        found = _mentions_at(pieces, at, lexicon) if _is_wording(pieces[at]) else []
        mentions.extend(found)
        at = found[-1].last + 1 if found else at + 1
    return _with_likely(pieces, mentions, lexicon, headings)


def _is_wording(piece: Piece) -> bool:
    """A text, or a 无 that may be the first character of 无法提供, one character to a line."""
    return piece.kind is Kind.TEXT or (piece.kind is Kind.FIGURE and piece.text.isalpha())


def _mentions_at(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> list[Mention]:
    text = pieces[at].text
    if len(text) > LONGEST:
        return []
    run = _run(pieces, at)
    if pieces[at].kind is Kind.FIGURE:
        wrapped = _wrapped(pieces, at, run, lexicon)
        return [wrapped] if wrapped else []
    if len(run) == 1:
        entries = lexicon.exact(text)
        if entries:
            return [_exact(at, at, entries)]
        return _glued(at, [text], lexicon)
    wrapped = _wrapped(pieces, at, run, lexicon)
    return [wrapped] if wrapped else _glued(at, [pieces[i].text for i in run], lexicon)


def _run(pieces: Sequence[Piece], at: int) -> range:
    """The texts that follow one another from `at` on, over which a label could be wrapped."""
    stop = at + 1
    while stop < len(pieces) and stop - at < _WRAP:
        piece = pieces[stop]
        if not _is_wording(piece) or len(piece.text) > LONGEST:
            break
        stop += 1
    return range(at, stop)


def _wrapped(pieces: Sequence[Piece], at: int, run: range, lexicon: Lexicon) -> Mention | None:
    """The longest label that begins at `at` and ends at the end of a piece."""
    best: Mention | None = None
    entries = lexicon.exact(pieces[at].text)
    if entries:
        best = _exact(at, at, entries)
    full = raw = ""
    for last in run:
        raw += pieces[last].text
        full += (added := key_of(pieces[last].text))
        key = full if full in lexicon.prefixes else without_enumerator(full)
        if key in lexicon.prefixes:
            if last > at and added and key in lexicon.entries:
                best = _exact(at, last, lexicon.entries[key])
        elif raw.count("(") > raw.count(")") and last - at < 4:
            continue
        else:
            if last > at and best is None and "(" in raw:
                bare = without_enumerator(key_of(without_remarks(raw)))
                if bare in lexicon.entries:
                    best = _exact(at, last, lexicon.entries[bare])
            break
    return best


def _glued(at: int, texts: Sequence[str], lexicon: Lexicon) -> list[Mention]:
    """Labels that follow one another without a gap, beginning and ending at the border of a piece."""
    found = _parsed(at, [key_of(text) for text in texts], lexicon)
    if not found and any("(" in text for text in texts):
        found = _parsed(at, [key_of(without_remarks(text)) for text in texts], lexicon)
    return found


def _parsed(at: int, keys: Sequence[str], lexicon: Lexicon) -> list[Mention]:
    whole = "".join(keys)
    borders: dict[int, int] = {}
    end = 0
    for i, key in enumerate(keys):
        end += len(key)
        borders.setdefault(end, at + i)
    owner = [at + i for i, key in enumerate(keys) for _ in key]
    dead: set[int] = set()

    def parse(start: int) -> list[Mention] | None:
        if start in dead:
            return None
        for begin, stop in sorted(_ends(whole, start, lexicon), key=lambda e: (e[1] not in borders, -e[1])):
            mention = _exact(owner[begin], owner[stop - 1], lexicon.entries[whole[begin:stop]])
            rest = [] if stop in borders else parse(stop)
            if rest is not None:
                return [mention, *rest]
        dead.add(start)
        return None

    return parse(0) or []


def _ends(whole: str, start: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Begin and end of every label at `start`, with or without an enumerator before it."""
    ahead = whole[start : start + LONGEST]
    found: list[tuple[int, int]] = []
    for begin in dict.fromkeys((0, len(ahead) - len(without_enumerator(ahead)))):
        stop = begin + 1
        while stop <= len(ahead) and ahead[begin:stop] in lexicon.prefixes:
            if ahead[begin:stop] in lexicon.entries:
                found.append((start + begin, start + stop))
            stop += 1
    return found


def _exact(first: int, last: int, entries: tuple[Entry, ...]) -> Mention:
    return Mention(first, last, tuple((entry, 0.0) for entry in entries), True)


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
    return not is_heading(piece.text, headings)


def is_heading(text: str, headings: frozenset[str]) -> bool:
    """Whether the text is the heading of a section."""
    return without_enumerator(key_of(text)) in headings


def _likeliest(
    pieces: Sequence[Piece], start: int, stop: int, sheets: set[int], lexicon: Lexicon
) -> list[Mention]:
    """The cheapest way to read the unknown texts from `start` to `stop` as labels, or not as labels."""
    best: list[tuple[float, list[Mention]]] = [(0.0, [])]
    for end in range(start + 1, stop + 1):
        cost, found = best[-1]
        choice = (cost + UNKNOWN, found)
        key = ""
        for first in range(end - 1, max(start, end - 3) - 1, -1):
            key = key_of(pieces[first].text) + key
            readings = _likely(without_enumerator(key), sheets, lexicon)
            if readings:
                before, mentions = best[first - start]
                total = before + min(cost for _, cost in readings)
                if total < choice[0]:
                    choice = (total, [*mentions, Mention(first, end - 1, readings, False)])
        best.append(choice)
    return best[-1][1]


def _likely(key: str, sheets: set[int], lexicon: Lexicon) -> tuple[tuple[Entry, float], ...]:
    if not 3 <= len(key) <= 45:
        return ()
    found = dict.fromkeys(lexicon.beginning(key), 0.6)
    least = _LIKENESS if len(key) > 4 else 0.74
    for entry, likeness in lexicon.similar(key, least):
        found[entry] = min(found.get(entry, 9.0), 0.2 + 3 * (1 - likeness))
    return tuple((e, cost) for e, cost in found.items() if e.sheet in sheets and e.part is not Part.CAPTION)
