"""What a text in a cell is, when it is no label: a sentence, the heading of a section."""

from __future__ import annotations

from .labels import LONGEST, key_of, without_enumerator
from .pieces import Kind, Piece


def is_prose(piece: Piece) -> bool:
    """Whether a text is a sentence or a line of one, rather than a cell."""
    if piece.kind is not Kind.TEXT:
        return False
    return len(piece.text) > LONGEST or piece.text.endswith(("。", ";", "!", "?"))


def is_heading(piece: Piece, headings: frozenset[str]) -> bool:
    """Whether a text is the heading of a section, by the keys of all headings."""
    return piece.kind is Kind.TEXT and without_enumerator(key_of(piece.text)) in headings
