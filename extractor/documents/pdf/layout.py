"""A page → its lines and tables from top to bottom, without what is printed on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .columns import columned
from .lines import Line, lines_of
from .pages import Page
from .parts import parts_of
from .tables import RuledTable, TooManyRulingsError, ruled_tables

_MARGIN = 0.1  # share of the page at its top and bottom where running heads and page numbers stand
_PAGE_NUMBER = re.compile(
    r"[-—–−－_·\s]*\d{1,4}[-—–−－_·\s]*|\d{1,4}\s*[/／]\s*\d{1,4}|第?\s*\d{1,4}\s*页(?:[,，、/\s]*共\s*\d{1,4}\s*页)?"
)
_RUNNING = 3  # pages on which a line must stand to be a running head
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_UNKNOWN = 0.3  # share of characters without meaning from which a page is unreadable
_FEW = 20
_PICTURED = 0.3


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The lines and tables of a page in reading order; `unread` says why, where it cannot be read.

    `unruled` says that there are figures in columns without lines between them; the rest is as in `Page`.
    """

    number: int
    items: tuple[Line | RuledTable, ...]
    unread: str | None = None
    crowded: bool = False
    cut: bool = False
    unseen: bool = False
    unruled: bool = False


def lay_out(page: Page) -> PageLayout:
    """The layout of one page."""
    if (reason := _unreadable(page)) is not None:
        return PageLayout(page.number, (), reason)
    crowded = page.crowded
    try:
        tables, rest = ruled_tables(page.rulings, page.glyphs, page.width)
    except TooManyRulingsError:
        tables, rest, crowded = [], list(page.glyphs), True
    data: list[RuledTable] = []
    for part in (part for table in tables for part in parts_of(table)):
        if isinstance(part, RuledTable):
            data.append(_settled(part))
        else:
            rest += part
    printed = [line for line in lines_of(rest) if not _is_page_number(line, page)]
    lines = columned(printed)
    if page.cut:
        lines = [replace(line, cut=page.width - line.box.x1 < line.box.height) for line in lines]
    items: list[Line | RuledTable] = [*lines, *data]
    items.sort(key=lambda item: item.box.top)
    return PageLayout(
        page.number,
        tuple(items),
        crowded=crowded,
        cut=page.cut,
        unseen=page.unseen,
        unruled=any(line.text != old.text for line, old in zip(lines, printed, strict=True)),
    )


def _settled(table: RuledTable) -> RuledTable:
    """The table with the characters of its cells in lines."""
    slots = (replace(slot, lines=tuple(lines_of(slot.glyphs)), glyphs=()) for slot in table.slots)
    return replace(table, slots=tuple(slots))


def without_running_heads(pages: Sequence[PageLayout], height: float) -> list[PageLayout]:
    """The pages without the lines that stand in the margin of many; the first of them stays, marked."""
    repeated = _repeated(pages, height)
    seen: set[object] = set()
    kept: list[PageLayout] = []
    for page in pages:
        heads = {id(line): key for line in _marginal(page, height) if (key := _known(line, page, repeated))}
        items = [item for item in page.items if heads.get(id(item)) not in seen]
        marked = (replace(i, running=id(i) in heads) if isinstance(i, Line) else i for i in items)
        seen.update(heads.values())
        kept.append(replace(page, items=tuple(marked)))
    return kept


def _repeated(pages: Sequence[PageLayout], height: float) -> frozenset[object]:
    """The keys of running heads: lines alike on half of the pages, or the same on two of three."""
    alike: Counter[object] = Counter()
    same: Counter[object] = Counter()
    for page in pages:
        marginal = [line for line in _marginal(page, height) if _LETTER.search(line.text)]
        alike.update({_alike(line) for line in marginal})
        same.update({key for line in marginal for key in _same(line, page)})
    found = {key for key, count in alike.items() if count >= max(_RUNNING, len(pages) // 2)}
    if len(pages) <= _RUNNING:
        found |= {key for key, count in same.items() if count >= _RUNNING - 1}
    return frozenset(found)


def _known(line: Line, page: PageLayout, keys: frozenset[object]) -> object | None:
    return next((key for key in (_alike(line), *_same(line, page)) if key in keys), None)


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


def _alike(line: Line) -> tuple[str, int]:
    """What running heads have in common: their words and about their place."""
    return _DIGITS.sub("0", _words(line)), round(line.box.top / 10)


def _same(line: Line, page: PageLayout) -> Iterator[tuple[str, int]]:
    """The words and the place of a line, with its page's own number left out wherever it may stand."""
    words, place = _words(line), round(line.box.top / 10)
    yield words, place
    for number in re.finditer(rf"(?<!\d){page.number}(?!\d)", words):
        yield f"{words[: number.start()]}#{words[number.end() :]}", place


def _words(line: Line) -> str:
    return line.text.replace(" ", "")
