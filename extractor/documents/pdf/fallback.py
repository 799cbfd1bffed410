"""Characters of a page as pdfminer reads them, for fonts that pdfium cannot measure.

Where a font is not embedded and the machine has none like it, pdfium gives some characters no width and
leaves them out. pdfminer needs no font to know which character is meant.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from .geometry import Box, Glyph


class UnreadablePageError(Exception):
    """A page cannot be read this way either."""


class Fallback:
    """Reads single pages; opens the file with the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _document(self) -> Any:
        import pdfplumber  # slow to import, and hardly ever needed

        return pdfplumber.open(io.BytesIO(self._data))

    def glyphs(self, index: int) -> tuple[Glyph, ...]:
        """The characters of the page with this index, counted from 0. Raises UnreadablePageError."""
        try:
            page = self._document.pages[index]
            characters, corner = page.chars, page.cropbox[:2]
            page.close()
        except Exception as error:  # pdfminer raises whatever a damaged file leads it to
            raise UnreadablePageError from error
        return tuple(_glyphs(characters, *corner))

    def close(self) -> None:
        """Release what is held in memory.

        pdfplumber's own way reads all pages again, which fails where a damaged file failed before.
        """
        self.__dict__.pop("_document", None)


def _glyphs(characters: list[dict[str, Any]], left: float, top: float) -> Iterator[Glyph]:
    """The characters, with boxes counted from the upper left corner of what is shown of the page."""
    spaced = False
    for character in characters:
        text: str = character["text"]
        if text.isspace():
            spaced = True
            continue
        if text.startswith("(cid:"):
            text = "\ufffd"
        width = (character["x1"] - character["x0"]) / len(text)
        for number, single in enumerate(text):
            x = character["x0"] - left + number * width
            yield Glyph(single, Box(x, character["top"] - top, x + width, character["bottom"] - top), spaced)
            spaced = False
