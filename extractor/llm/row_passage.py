"""The part of a table that holds certain rows, so that the rest of it need not be sent with them."""

from __future__ import annotations

from collections.abc import Sequence

from ..values import Span
from .questionnaire import Question
from .reading import Reading


def row_passage(reading: Reading, piece: Span, asked: Sequence[Question], rows: Sequence[Question]) -> Span:
    """From the first of the rows asked for to the row behind the last; `rows` are all that may stand there.

    The whole piece where a label that is asked for does not stand in it exactly once.
    """
    text = reading.text(piece)
    places = {row.path: place for row in rows if (place := _only_place(text, row)) is not None}
    wanted = [places.get(row.path) for row in asked]
    starts = [place for place in wanted if place is not None]
    if len(starts) < len(wanted):
        return piece
    behind = [place for place in places.values() if place > max(starts)]
    offset, end = reading.range(piece)
    inner = reading.compact.span(offset + min(starts), min([offset + place for place in behind] or [end]))
    line = reading.document.text.rfind("\n", piece.start, inner.start) + 1
    return Span(max(line, piece.start), inner.end)


def _only_place(text: str, row: Question) -> int | None:
    """Where the label of a row stands, None where it does not or more than once."""
    for label in row.labels:
        if text.count(label) == 1:
            return text.index(label)
    return None
