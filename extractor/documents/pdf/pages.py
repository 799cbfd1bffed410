"""The pages of a PDF: characters with their boxes, and the straight lines, one page in memory at a time."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from ...errors import InputError, TooLargeError
from .fallback import Fallback, UnreadablePageError
from .geometry import Glyph, Ruling, Transform
from .glyphs import glyphs_of, on_page
from .guards import check
from .rulings import drawing

LIMIT_PAGES = 2000
"""Pages of one report; the longest real ones have some hundreds."""

LIMIT_GLYPHS = 200_000
"""Characters of one page; a full one has two thousand."""

_SCALE = 100


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is displayed, sizes in points; `number` counts from 1.

    `pictured` is the share of it that pictures cover. `crowded` says that it holds more lines than are
    looked at, so that its tables were not searched for; `unmeasured` that its characters could not be
    told for want of their fonts; `cut` that there are characters beyond its edges, which are left out;
    `unseen` that its characters are an invisible layer, as OCR lays it under the picture of a page.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...]
    pictured: float
    crowded: bool
    unmeasured: bool
    cut: bool
    unseen: bool


def read_pages(data: bytes, name: str) -> Iterator[Page | int]:
    """The pages in order; for one that cannot be read, its number.

    Raises InputError for a file that is encrypted or no whole PDF, TooLargeError beyond the limits.
    """
    check(data, name)
    document = _opened(data, name)
    fallback = Fallback(data)
    try:
        if len(document) > LIMIT_PAGES:
            raise TooLargeError(
                f"{name} has {len(document)} pages; the limit for one report is {LIMIT_PAGES}"
            )
        for index in range(len(document)):
            yield _page(document, index, name, fallback)
    finally:
        document.close()
        fallback.close()


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == c.FPDF_ERR_PASSWORD:
            raise InputError(f"{name} is encrypted; save it without a password and give that") from error
        raise InputError(f"{name} is a damaged or incomplete PDF; get the whole file again") from error
    if len(document) == 0:
        document.close()
        raise InputError(f"{name} is a damaged or incomplete PDF; get the whole file again")
    return document


def _page(document: pdfium.PdfDocument, index: int, name: str, fallback: Fallback) -> Page | int:
    try:
        page = document[index]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return index + 1
    try:
        if text.count_chars() > LIMIT_GLYPHS:
            raise TooLargeError(f"{name}, page {index + 1}: more than {LIMIT_GLYPHS} characters on one page")
        place = _placing(page)
        drawn = drawing(page, place)
        glyphs, unseen = glyphs_of(text, place)
        if drawn.unmeasured:
            glyphs = () if drawn.crowded else fallback.glyphs(index)
        width, height = page.get_size()
        printed = on_page(glyphs, width, height)
        return Page(
            number=index + 1,
            width=width,
            height=height,
            glyphs=printed,
            rulings=drawn.rulings,
            pictured=drawn.pictured_area / max(1.0, width * height),
            crowded=drawn.crowded,
            unmeasured=drawn.unmeasured and not glyphs,
            cut=len(printed) < len(glyphs),
            unseen=unseen,
        )
    except UnreadablePageError:
        return index + 1
    finally:
        text.close()
        page.close()


def _placing(page: pdfium.PdfPage) -> Transform:
    """The map from the page's own coordinates to the displayed page, with its rotation and crop."""
    width, height = (round(size * _SCALE) for size in page.get_size())
    x, y = ctypes.c_int(), ctypes.c_int()

    def shown(px: float, py: float) -> tuple[float, float]:
        c.FPDF_PageToDevice(page, 0, 0, width, height, 0, px, py, x, y)
        return x.value / _SCALE, y.value / _SCALE

    step = 1000.0
    (e, f), (ax, by), (cx, dy) = shown(0, 0), shown(step, 0), shown(0, step)
    return Transform((ax - e) / step, (by - f) / step, (cx - e) / step, (dy - f) / step, e, f)
