"""The characters of a page where they are printed, as pdfium tells them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ..raised import raised
from .geometry import Box, Glyph, Transform, around

_LARGE = 40.0  # points; hardly a letter is higher
_MANY_TIMES = 3
_LOW = 0.6  # of its size: a box less high than this is that of the ink, as of the stroke of 一
_ASCENT, _DESCENT = 0.88, 0.12  # of its size: how far an ideograph reaches above and below its base line
_SMALLER = 0.8  # of the size before it, and
_RAISED = 0.15  # of that size above its base line: a character is a superscript
_APART = 0.3  # of its height: how far from its neighbour a character of the same word may stand
_UNSEEN = (c.FPDF_TEXTRENDERMODE_INVISIBLE, c.FPDF_TEXTRENDERMODE_CLIP)


def glyphs_of(text: pdfium.PdfTextPage, place: Transform) -> tuple[tuple[Glyph, ...], bool]:
    """The characters that are seen, and whether none is and these are those of an invisible layer.

    Such a layer is what OCR lays under the picture of a page; beside text that is seen it is left out.
    """
    glyphs = tuple(_glyphs(text, place))
    seen = tuple(glyph for glyph, is_seen in glyphs if is_seen)
    return (seen, False) if seen else (tuple(glyph for glyph, _ in glyphs), bool(glyphs))


def _glyphs(text: pdfium.PdfTextPage, place: Transform) -> Iterator[tuple[Glyph, bool]]:
    """The characters that the file prints, without those that the reader of it made up, and which are seen.

    The mark of a footnote behind a number is no digit of it: raised digits are given as ¹²³.
    """
    types = _Types(text, place)
    before: Glyph | None = None
    line: _Type | None = None
    spaced = False
    for index in range(text.count_chars()):
        if c.FPDFText_IsGenerated(text, index) == 1:
            continue
        character = _character(text, index)
        if character.isspace():
            spaced = True
        if not character.isprintable() or character == " ":
            continue
        kind = types.of(index)
        if kind is None:
            continue
        if line is not None and kind.is_raised_over(line):
            character = raised(character)
        else:
            line = kind
        glyph = Glyph(character, kind.box, spaced)
        if before is not None and _is_shadow(glyph, before):
            continue
        before, spaced = glyph, False
        mode = c.FPDFTextObj_GetTextRenderMode(c.FPDFText_GetTextObject(text, index))
        yield glyph, mode not in _UNSEEN


def on_page(glyphs: Sequence[Glyph], width: float, height: float) -> tuple[Glyph, ...]:
    """The characters on a page, and those beyond its edge that run on from them: a number stays whole."""
    inside = [0 <= x <= width and 0 <= y <= height for x, y in (glyph.box.middle for glyph in glyphs)]
    if all(inside):
        return tuple(glyphs)
    order = range(1, len(glyphs))
    for at, before in (*((n, n - 1) for n in order), *((n - 1, n) for n in reversed(order))):
        inside[at] = inside[at] or (inside[before] and _touch(glyphs[at].box, glyphs[before].box))
    return tuple(glyph for glyph, kept in zip(glyphs, inside, strict=True) if kept)


def _touch(one: Box, other: Box) -> bool:
    """Whether two characters stand side by side."""
    gap = max(one.x0, other.x0) - min(one.x1, other.x1)
    return gap < _APART * one.height and abs(one.middle[1] - other.middle[1]) < _APART * one.height


def _character(text: pdfium.PdfTextPage, index: int) -> str:
    """A character, U+FFFD for one whose meaning the file does not tell."""
    code = c.FPDFText_GetUnicode(text, index)
    unknown = code in (0, 0xFFFE, 0xFFFF) or c.FPDFText_HasUnicodeMapError(text, index) == 1
    return "\ufffd" if unknown or 0xD800 <= code <= 0xDFFF else chr(code)


@dataclass(frozen=True, slots=True)
class _Type:
    """How a character is set: its box, its size in points, and the height of its base line on the page."""

    box: Box
    size: float
    base: float

    def is_raised_over(self, line: _Type) -> bool:
        """Whether this is set smaller and higher than the line in which it stands, close to it."""
        rise = line.base - self.base
        return self.size < _SMALLER * line.size and _RAISED * line.size < rise < line.size


class _Types:
    """Finds the boxes of characters: as high and wide as their font makes them, or as their ink is."""

    def __init__(self, text: pdfium.PdfTextPage, place: Transform) -> None:
        self._text = text
        self._place = place
        self._rect = c.FS_RECTF()
        self._matrix = c.FS_MATRIX()
        self._sides = [ctypes.c_double() for _ in range(4)]

    def of(self, index: int) -> _Type | None:
        """The box of a character, None if it has none.

        Some fonts claim a size that is many times that of their ink; then the ink counts, made square.
        Others claim none, and their boxes are those of the ink; then the size tells the height.
        """
        rect, (left, right, bottom, top) = self._rect, self._sides
        if not c.FPDFText_GetLooseCharBox(self._text, index, rect):
            return None
        full = self._place.box(rect.left, rect.bottom, rect.right, rect.top)
        size, base, high = self._size(index)
        if full.height < _LOW * size <= _LARGE and full.width <= _MANY_TIMES * size:
            full = around((full, high))
        if full.height > _LARGE and c.FPDFText_GetCharBox(self._text, index, left, right, bottom, top):
            ink = self._place.box(left.value, bottom.value, right.value, top.value)
            if full.height > _MANY_TIMES * max(ink.width, ink.height):
                (x, y), half = ink.middle, max(ink.width, ink.height) / 2
                full = Box(x - half, y - half, x + half, y + half)
        return _Type(full, size, base)

    def _size(self, index: int) -> tuple[float, float, Box]:
        """The size of a character, its base line on the page, and how high it would reach there."""
        matrix, (x, y, *_) = self._matrix, self._sides
        size = c.FPDFText_GetFontSize(self._text, index)
        scale = hypot(matrix.c, matrix.d) if c.FPDFText_GetMatrix(self._text, index, matrix) else 1.0
        c.FPDFText_GetCharOrigin(self._text, index, x, y)
        up_x, up_y = matrix.c * size, matrix.d * size
        high = self._place.box(
            x.value - _DESCENT * up_x,
            y.value - _DESCENT * up_y,
            x.value + _ASCENT * up_x,
            y.value + _ASCENT * up_y,
        )
        return size * scale, self._place.point(x.value, y.value)[1], high


def _is_shadow(glyph: Glyph, before: Glyph) -> bool:
    """Whether a character is printed over itself, to look bold."""
    return (
        glyph.character == before.character
        and abs(glyph.box.x0 - before.box.x0) < 0.25 * glyph.box.width
        and abs(glyph.box.top - before.box.top) < 0.25 * glyph.box.height
    )
