"""Where in a document labels stand near each other, so that it is worth reading a table there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .glue import glued
from .labels import LONGEST, Lexicon, key_of
from .mentions import mentions_at
from .pieces import TOKEN, Kind, Piece, is_remark, is_unit
from .wording import is_prose

_GAP_CHARACTERS = 300
_GAP_TEXTS = 12
_GAP_CELLS = 400
"""Labels belong together if no more than this stands between them: characters of text, texts, cells."""

_MARGIN = 16
"""So many cells before and behind the first and last label may still be part of the table."""

_GLUED_FIGURE = re.compile(r"(.*?[^\W\d_][”\"’)]?)([+-]?\d[\d,]*(?:\.\d+)?)")
_DEFINED = re.compile("([^:(]{2,20}):")
_EXPLAINED = re.compile(r"([^:(]{2,20})\(.*\)", re.DOTALL)


def without_definition(piece: Piece, lexicon: Lexicon) -> Piece:
    """The label of a cell that goes on to define it: 规章:指……制定的规范性文件。, 规章(……应提供相关数据)."""
    if piece.kind is not Kind.TEXT or len(piece.text) <= LONGEST:
        return piece
    match = _EXPLAINED.fullmatch(piece.text) or (_DEFINED.match(piece.text) if piece.row >= 0 else None)
    if match is None or not lexicon.exact(match[1]):
        return piece
    return piece._replace(text=match[1], end=piece.start + len(match[1]))


def zones(pieces: Sequence[Piece], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches `[start, stop)` of pieces, in order and apart from each other."""
    found: list[tuple[int, int]] = []
    worded = (at for at, piece in enumerate(pieces) if piece.text and not piece.text.isdecimal())
    for hit in (at for at in worded if _begins_label(pieces, at, lexicon)):
        if found and _near(pieces, found[-1][1], hit):
            found[-1] = (found[-1][0], hit)
        else:
            found.append((hit, hit))
    merged: list[tuple[int, int]] = []
    for first, last in found:
        start, stop = _widened(pieces, first, last)
        if merged and start < merged[-1][1]:
            start = merged.pop()[0]
        merged.append((start, stop))
    return merged


def _begins_label(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    piece = pieces[at]
    whole = piece.kind is Kind.TEXT and len(piece.text) <= LONGEST and lexicon.exact(piece.text)
    return bool(whole or mentions_at(pieces, at, lexicon))


def _near(pieces: Sequence[Piece], one: int, other: int) -> bool:
    if other - one > _GAP_CELLS:
        return False
    between = [len(piece.text) for piece in pieces[one + 1 : other] if piece.kind is Kind.TEXT]
    return len(between) <= _GAP_TEXTS and sum(between) <= _GAP_CHARACTERS


def _widened(pieces: Sequence[Piece], first: int, last: int) -> tuple[int, int]:
    """The stretch with what stands around it, up to a sentence, and with all figures next to it."""
    start, stop = first, last + 1
    while start > 0 and _goes_on(pieces[start - 1], first - start):
        start -= 1
    while stop < len(pieces) and _goes_on(pieces[stop], stop - last):
        stop += 1
    return start, stop


def _goes_on(piece: Piece, away: int) -> bool:
    if piece.kind is Kind.TEXT and piece.row < 0 and not is_unit(piece.text):
        return away < _MARGIN and not is_prose(piece)
    return away < _GAP_CELLS


def parted(pieces: Sequence[Piece], lexicon: Lexicon, rows: Iterator[int]) -> list[Piece]:
    """The pieces with texts parted at spaces, and figures parted from labels they are glued to.

    What stood in one cell keeps together as a row of its own, numbered from `rows`. The label of a
    spanning cell that was repeated for each cell it spans is kept once; the others become empty.
    """
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.kind is not Kind.TEXT or len(piece.text) > LONGEST:
            out.append(piece)
        elif at and _is_copy(piece, pieces[at - 1]):
            out.append(piece._replace(kind=Kind.BLANK, text="", end=piece.start))
        elif lexicon.exact(piece.text):
            out.append(piece)
        elif (match := _GLUED_FIGURE.fullmatch(piece.text)) and _is_label(match[1], lexicon):
            cut = piece.start + match.start(2)
            out.append(piece._replace(text=match[1], end=cut))
            out.append(piece._replace(kind=Kind.FIGURE, text=match[2], start=cut))
        elif piece.column < 0 and " " in piece.text:
            out.extend(_tokens(piece, rows))
        else:
            out.append(piece)
    return out


def _is_label(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a label, or several without a gap."""
    return bool(lexicon.exact(text) or glued(0, [text], lexicon))


def _is_copy(piece: Piece, before: Piece) -> bool:
    """Whether a label stands in two neighbouring cells of a row; a remark may well be repeated."""
    same = piece.row == before.row >= 0 <= piece.column and piece.text == before.text
    return same and not is_remark(piece.text)


def _tokens(piece: Piece, rows: Iterator[int]) -> Iterator[Piece]:
    row = piece.row if piece.row >= 0 else next(rows)
    for match in TOKEN.finditer(piece.text):
        start = piece.start + match.start()
        yield Piece(Kind.TEXT, match.group(), start, start + len(match.group()), row)


def healed(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces with labels made whole that were wrapped around their figures.

    In a table of a PDF the figures stand in the middle of the height of their row, so that they come
    between the lines of its label: `2.其他法律行政法规`, `0 0 0 0 0 0 0`, `禁止公开`.
    """
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        stop = at
        while stop < len(pieces) and pieces[stop].kind is not Kind.TEXT:
            stop += 1
        joined = _around(out, pieces, at, stop, lexicon) if stop > at else None
        if joined is None:
            out.extend(pieces[at : stop + 1])
            at = stop + 1
            continue
        label, before, behind = joined
        del out[len(out) - before :]
        out.append(label)
        out.extend(pieces[at:stop])
        at = stop + behind
    return out


def _around(
    before: Sequence[Piece], pieces: Sequence[Piece], at: int, stop: int, lexicon: Lexicon
) -> tuple[Piece, int, int] | None:
    """The label around the figures in `pieces[at:stop]`, and how many pieces it takes before and behind."""
    if not before or before[-1].kind is not Kind.TEXT or lexicon.exact(before[-1].text):
        return None
    if not key_of(before[-1].text).strip("0123456789Y"):
        return None  # a cell such as +(0)
    for count in range(1, 5):
        for behind in range(1, count + 1):
            ahead = count + 1 - behind
            above, below = before[-ahead:], pieces[stop : stop + behind]
            parts = [*above, *below]
            if len(parts) <= count or any(part.kind is not Kind.TEXT for part in parts):
                continue
            text = _joined(parts)
            if len(text) > LONGEST or not lexicon.exact(text):
                continue
            if not lexicon.exact(_joined(above)) and _is_rest(_joined(below), lexicon):
                return parts[0]._replace(text=text, row=before[-1].row), ahead, behind
    return None


def _is_rest(text: str, lexicon: Lexicon) -> bool:
    """Whether a text adds words to a label, and is none itself."""
    return key_of(text) != "" and not lexicon.exact(text)


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
