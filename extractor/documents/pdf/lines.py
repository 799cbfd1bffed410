"""Characters → lines of text in reading order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .geometry import NOWHERE, Box, Glyph, around

_SAME_LINE = 0.5  # of a character's height, between the middles of two characters
_GAP = 0.6  # of a character's height, from which a gap is read as a space
_GAP_BETWEEN_DIGITS = 0.25
_FEW = 6  # characters of a line, too few to tell how far apart its letters are set
_EVEN = 0.1  # of a character's height, by which the gaps of a line that is set wide differ at most
_WIDEST = 1.2  # of a character's height


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that stand beside one another, from left to right.

    `sides` holds the four sides of the box of each; a space has no box, and its sides are all 0. It takes
    a tenth of the memory of as many boxes, and all lines of a file are kept until it is read. A `running`
    line stands on many pages alike, and does not interrupt what it stands in. Of a `cut` line there may be
    more beyond the edge of the page.
    """

    text: str
    sides: array[float]
    box: Box
    running: bool = False
    cut: bool = False

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
    spacing = _letter_spacing(glyphs)
    for glyph in glyphs:
        if before is not None and _parted(before, glyph, spacing):
            text.append(" ")
            sides.extend(NOWHERE)
        text.append(glyph.character)
        sides.extend(glyph.box)
        before = glyph
    return Line("".join(text), sides, around(glyph.box for glyph in glyphs))


def _letter_spacing(glyphs: Sequence[Glyph]) -> float:
    """The gap that a line set wide has between all its characters, in points; else 0."""
    ideographs = sum(glyph.character > "\u2e7f" for glyph in glyphs)
    if len(glyphs) < _FEW or ideographs < len(glyphs) / 2:
        return 0.0
    gaps = sorted(after.box.x0 - before.box.x1 for before, after in pairwise(glyphs))
    low, middle, high = (gaps[len(gaps) * tenth // 10] for tenth in (1, 5, 8))
    height = glyphs[0].box.height
    return middle if high - low < _EVEN * height and 0 < middle < _WIDEST * height else 0.0


def _parted(before: Glyph, glyph: Glyph, spacing: float) -> bool:
    """Whether there is a space between two neighbours, in a line whose letters are so far apart."""
    gap = (glyph.box.x0 - before.box.x1 - spacing) / max(1.0, glyph.box.height)
    if glyph.spaced and gap > 0:
        return True
    digits = glyph.character.isdigit() and before.character.isdigit()
    return gap > (_GAP_BETWEEN_DIGITS if digits else _GAP)
