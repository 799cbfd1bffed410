"""Characters → lines of text in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .geometry import Box, Glyph, around

_SAME_LINE = 0.5  # of a character's height, between the middles of two characters
_GAP = 0.6  # of a character's height, from which a gap is read as a space
_GAP_BETWEEN_DIGITS = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that stand beside one another, from left to right; a space has no box.

    A `running` one stands on many pages alike, and does not interrupt what it stands in.
    """

    characters: tuple[tuple[str, Box | None], ...]
    box: Box
    running: bool = False

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(character for character, _ in self.characters)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines, from top to bottom."""
    rows: list[list[Glyph]] = []
    middle = height = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.box.middle[1]):
        at = glyph.box.middle[1]
        if not rows or at - middle > _SAME_LINE * min(height, glyph.box.height):
            rows.append([])
            middle, height = at, glyph.box.height
        rows[-1].append(glyph)
    return [_line(row) for row in rows]


def _line(glyphs: list[Glyph]) -> Line:
    glyphs.sort(key=lambda glyph: glyph.box.x0)
    characters: list[tuple[str, Box | None]] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None and _parted(before, glyph):
            characters.append((" ", None))
        characters.append((glyph.character, glyph.box))
        before = glyph
    return Line(tuple(characters), around(glyph.box for glyph in glyphs))


def _parted(before: Glyph, glyph: Glyph) -> bool:
    """Whether there is a space between two neighbours."""
    gap = (glyph.box.x0 - before.box.x1) / max(1.0, glyph.box.height)
    if glyph.spaced and gap > 0:
        return True
    digits = glyph.character.isdigit() and before.character.isdigit()
    return gap > (_GAP_BETWEEN_DIGITS if digits else _GAP)
