"""Finds the places that a text names, and puts together those that name one place step by step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .gazetteer import Gazetteer, gazetteer
from .place import Place

_KIND = re.compile(r"[省市县区州盟旗]")
_OTHER_WORD = re.compile(r"场(?!监|管)|域|间|块|位|别|划|帜|分(?!局)")
"""What makes another word of the last character of a name: 市场, 区域, 区分."""
_WORDS = frozenset(
    (
        *("城区", "郊区", "矿区", "东区", "西区", "市中区", "市北区", "市南区"),
        *("新城区", "老城区", "新市区", "城中区", "城东区", "城西区", "城北区"),
    )
)
"""Names that are ordinary words as well: only a wider place before them makes them names."""


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names one of `places` (several have the name 鼓楼区)."""

    start: int
    end: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """Adjacent mentions, the widest first, that together name one place: 淮安市洪泽区.

    `places` are those of the last mention that lie in what stands before it.
    """

    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]

    @property
    def start(self) -> int:
        """Where the first mention begins."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """Where the last mention ends."""
        return self.mentions[-1].end


def find_addresses(text: str, start: int = 0, end: int | None = None) -> list[Address]:
    """Every place that `text[start:end]` (simplified, without white space) names, in order.

    `start` is taken for the beginning of a word, so that 和县 is found there.

    >>> [a.places[0].code for a in find_addresses("由淮安市洪泽区人民政府办公室编制")]
    ['320813']
    """
    return list(_joined(_mentions(text, start, len(text) if end is None else end, gazetteer())))


def _mentions(text: str, begin: int, stop: int, places: Gazetteer) -> Iterable[Mention]:
    """Mentions that do not overlap; of two names that end together the longer one."""
    at = begin
    for kind in _KIND.finditer(text, begin, stop):
        end = kind.end()
        if text[end - 2 : end] not in places.tails:
            continue
        for start in range(max(at, end - places.longest), end - 1):
            name = text[start:end]
            if name in places:
                if _is_name(text, start, end, begins=start == at):
                    yield from _province_before(text, at, start, places)
                    yield Mention(start, end, places.named(name))
                    at = end
                break


def _is_name(text: str, start: int, end: int, *, begins: bool) -> bool:
    """Whether the characters are a name here and not a part of other words.

    `begins` says that a word begins at `start`: the text does, or another name ends there.
    """
    if _OTHER_WORD.match(text, end):
        return False
    if begins:
        return True
    name = text[start:end]
    return name not in _WORDS and (len(name) > 2 or not "一" <= text[start - 1] <= "鿿")


def _province_before(text: str, at: int, start: int, places: Gazetteer) -> Iterable[Mention]:
    """The province that stands without its kind right before a name: 四川 in 四川攀枝花市."""
    for province in places.provinces:
        begin = start - len(province.stem)
        if begin >= at and text.startswith(province.stem, begin):
            yield Mention(begin, start, (province,))


def _joined(mentions: Iterable[Mention]) -> Iterable[Address]:
    parts: list[Mention] = []
    inner: tuple[Place, ...] = ()
    for mention in mentions:
        narrowed = _inside(mention.places, inner) if parts and parts[-1].end == mention.start else ()
        if narrowed:
            parts.append(mention)
            inner = narrowed
            continue
        if parts:
            yield Address(tuple(parts), inner)
        parts, inner = [mention], mention.places
    if parts:
        yield Address(tuple(parts), inner)


def _inside(places: Sequence[Place], wider: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(p for p in places if any(p.within(w) for w in wider))
