"""A page → its lines and tables from top to bottom, without what is printed on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lines import Line, lines_of
from .pages import Page
from .tables import RuledTable, TooManyRulingsError, ruled_tables

_MARGIN = 0.1  # share of the page at its top and bottom where running heads and page numbers stand
_PAGE_NUMBER = re.compile(
    r"[-—–−－_·\s]*\d{1,4}[-—–−－_·\s]*|\d{1,4}\s*[/／]\s*\d{1,4}|第?\s*\d{1,4}\s*页(?:[,，、/\s]*共\s*\d{1,4}\s*页)?"
)
_RUNNING = 3  # pages on which a line must stand to be a running head
_DIGITS = re.compile(r"\d+")
_UNKNOWN = 0.3  # share of characters without meaning from which a page is unreadable
_FEW = 20
_PICTURED = 0.3

# A cell as long as this is a box around paragraphs, not one of a table of data.
_LONG_CELL = 500


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The lines and tables of a page in reading order; `unread` says why, where it cannot be read."""

    number: int
    items: tuple[Line | RuledTable, ...]
    unread: str | None = None
    crowded: bool = False


def lay_out(page: Page) -> PageLayout:
    """The layout of one page."""
    if (reason := _unreadable(page)) is not None:
        return PageLayout(page.number, (), reason)
    crowded = page.crowded
    try:
        tables, rest = ruled_tables(page.rulings, page.glyphs)
    except TooManyRulingsError:
        tables, rest, crowded = [], list(page.glyphs), True
    boxes = [table for table in tables if any(len(slot.glyphs) > _LONG_CELL for slot in table.slots)]
    rest += [glyph for table in boxes for slot in table.slots for glyph in slot.glyphs]
    lines = [line for line in lines_of(rest) if not _is_page_number(line, page)]
    data = [table for table in tables if table not in boxes]
    items: list[Line | RuledTable] = [*lines, *data]
    items.sort(key=lambda item: item.box.top)
    return PageLayout(page.number, tuple(items), crowded=crowded)


def without_running_heads(pages: Sequence[PageLayout], height: float) -> list[PageLayout]:
    """The pages without the lines that stand in the margin of many; the first of them stays."""
    counts = Counter(key for page in pages for key in {_key(item) for item in _marginal(page, height)})
    repeated = {key for key, count in counts.items() if count >= max(_RUNNING, len(pages) // 2)}
    seen: set[object] = set()
    kept: list[PageLayout] = []
    for page in pages:
        heads = {id(line): _key(line) for line in _marginal(page, height) if _key(line) in repeated}
        items = tuple(item for item in page.items if heads.get(id(item)) not in seen or id(item) not in heads)
        seen.update(heads.values())
        kept.append(replace(page, items=items))
    return kept


def _unreadable(page: Page) -> str | None:
    """Why a page cannot be read: no characters but pictures, or characters without meaning."""
    if len(page.glyphs) < _FEW and page.pictured > _PICTURED:
        return "picture"
    if page.unmeasured:
        return "glyphs"
    unknown = sum(_is_unknown(glyph.character) for glyph in page.glyphs)
    return "glyphs" if unknown > _UNKNOWN * len(page.glyphs) else None


def _is_unknown(character: str) -> bool:
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff"


def _is_page_number(line: Line, page: Page) -> bool:
    middle = line.box.middle[1]
    in_margin = middle < _MARGIN * page.height or middle > (1 - _MARGIN) * page.height
    return in_margin and _PAGE_NUMBER.fullmatch(line.text.strip()) is not None


def _marginal(page: PageLayout, height: float) -> list[Line]:
    return [
        item
        for item in page.items
        if isinstance(item, Line) and not _MARGIN * height < item.box.middle[1] < (1 - _MARGIN) * height
    ]


def _key(line: Line) -> object:
    """What running heads have in common: their words and about their place."""
    return _DIGITS.sub("0", line.text.replace(" ", "")), round(line.box.top / 10)
