"""Characters → lines of text in reading order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from .geometry import NOWHERE, Box, Glyph, around

_SAME_LINE = 0.5  # of a character's height, between the middles of two characters
_GAP = 0.6  # of a character's height, from which a gap is read as a space
_GAP_BETWEEN_DIGITS = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that stand beside one another, from left to right.

    `sides` holds the four sides of the box of each; a space has no box, and its sides are all 0. It takes
    a tenth of the memory of as many boxes, and all lines of a file are kept until it is read. A `running`
    line stands on many pages alike, and does not interrupt what it stands in.
    """

    text: str
    sides: array[float]
    box: Box
    running: bool = False

    def box_at(self, index: int) -> Box:
        """The box of a character."""
        return Box(*self.sides[4 * index : 4 * index + 4])


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
    text: list[str] = []
    sides = array("f")
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None and _parted(before, glyph):
            text.append(" ")
            sides.extend(NOWHERE)
        text.append(glyph.character)
        sides.extend(glyph.box)
        before = glyph
    return Line("".join(text), sides, around(glyph.box for glyph in glyphs))


def _parted(before: Glyph, glyph: Glyph) -> bool:
    """Whether there is a space between two neighbours."""
    gap = (glyph.box.x0 - before.box.x1) / max(1.0, glyph.box.height)
    if glyph.spaced and gap > 0:
        return True
    digits = glyph.character.isdigit() and before.character.isdigit()
    return gap > (_GAP_BETWEEN_DIGITS if digits else _GAP)
