"""The straight lines that a page draws, as the borders of its tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as c

from .geometry import Box, Ruling, Transform

LIMIT_OBJECTS = 100_000
LIMIT_SEGMENTS = 200_000
"""What is looked at on one page; a page full of tables draws some hundreds of lines."""

_DEPTH = 8
_THIN = 3.0
_SHORTEST = 4.0
_NO_EXTENT = 0.01


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn on a page beside its characters.

    `pictured_area` is covered by pictures; `crowded` says that the page holds more than is looked at.
    `unmeasured` says that there are characters whose width is unknown, for want of their font.
    """

    rulings: tuple[Ruling, ...]
    pictured_area: float
    crowded: bool
    unmeasured: bool


class _CrowdedError(Exception):
    """There is more on the page than is looked at."""


def drawing(page: pdfium.PdfPage, place: Transform) -> Drawing:
    """What is drawn on a page; `place` maps its coordinates to the displayed page."""
    rulings: list[Ruling] = []
    pictured = 0.0
    segments = 0
    unmeasured = False
    try:
        for handle, kind, within in _objects(page, place):
            if kind == c.FPDF_PAGEOBJ_TEXT:
                unmeasured = unmeasured or _is_unmeasured(handle)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                pictured += _area(handle, within)
            elif kind == c.FPDF_PAGEOBJ_PATH:
                segments += c.FPDFPath_CountSegments(handle)
                if segments > LIMIT_SEGMENTS:
                    raise _CrowdedError
                rulings.extend(_rulings(handle, within))
    except _CrowdedError:
        return Drawing((), pictured, crowded=True, unmeasured=unmeasured)
    return Drawing(tuple(rulings), pictured, crowded=False, unmeasured=unmeasured)


def _objects(page: pdfium.PdfPage, place: Transform) -> Iterator[tuple[object, int, Transform]]:
    """All objects, those within forms too, with the map from their coordinates to the displayed page."""
    seen = 0
    stack = [(c.FPDFPage_GetObject, page, c.FPDFPage_CountObjects(page), place, 0)]
    while stack:
        get, holder, count, within, depth = stack.pop()
        seen += count
        if seen > LIMIT_OBJECTS:
            raise _CrowdedError
        for index in range(count):
            handle = get(holder, index)
            kind = c.FPDFPageObj_GetType(handle)
            yield handle, kind, within
            if kind == c.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                inner = within.after(_matrix(handle))
                stack.append(
                    (c.FPDFFormObj_GetObject, handle, c.FPDFFormObj_CountObjects(handle), inner, depth + 1)
                )


def _matrix(handle: object) -> Transform:
    matrix = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(handle, matrix):
        return Transform(1, 0, 0, 1, 0, 0)
    return Transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _bounds(handle: object) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not c.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    return left.value, bottom.value, right.value, top.value


def _area(handle: object, within: Transform) -> float:
    box = within.box(*_bounds(handle))
    return box.width * box.height


def _is_unmeasured(handle: object) -> bool:
    """Whether characters have no extent because their font is neither in the file nor on the machine."""
    left, bottom, right, top = _bounds(handle)
    if right - left > _NO_EXTENT and top - bottom > _NO_EXTENT:
        return False
    return bool(c.FPDFFont_GetIsEmbedded(c.FPDFTextObj_GetFont(handle)) == 0)


def _rulings(handle: object, within: Transform) -> Iterator[Ruling]:
    """The straight lines of a path: thin fillings, stroked lines and the sides of stroked rectangles."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not fill.value and not stroke.value:
        return
    place = within.after(_matrix(handle))
    for points in _strokes(handle, place):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        if box.width <= _THIN or box.height <= _THIN:
            yield from _line(box)
        elif stroke.value:
            for (x0, y0), (x1, y1) in pairwise(points):
                yield from _line(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _strokes(handle: object, place: Transform) -> Iterator[list[tuple[float, float]]]:
    """The subpaths without curves, as points on the displayed page, closed ones ending where they began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    straight = True
    for index in range(c.FPDFPath_CountSegments(handle)):
        segment = c.FPDFPath_GetPathSegment(handle, index)
        kind = c.FPDFPathSegment_GetType(segment)
        if kind == c.FPDF_SEGMENT_MOVETO:
            if straight and len(points) > 1:
                yield points
            points, straight = [], True
        straight = straight and kind != c.FPDF_SEGMENT_BEZIERTO
        c.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(place.point(x.value, y.value))
        if c.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if straight and len(points) > 1:
        yield points


def _line(box: Box) -> Iterator[Ruling]:
    """The line that a thin box is; nothing for a dot or for what runs aslant."""
    if box.height <= _THIN < _SHORTEST <= box.width:
        yield Ruling(False, (box.top + box.bottom) / 2, box.x0, box.x1)
    elif box.width <= _THIN < _SHORTEST <= box.height:
        yield Ruling(True, (box.x0 + box.x1) / 2, box.top, box.bottom)
