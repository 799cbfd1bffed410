"""Finds the place that the reporting body governs or belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..declare import Cover
from ..places import Address, Level, Mention, Place, find_addresses, gazetteer
from .flat import Flat

_SELF = re.compile(r"我([省市县区州盟旗])")
_WHOLE = re.compile(r"全([省市县区州盟旗])")
_ZONE = re.compile(
    r"开发区|高新区|新区|园区|管理区|示范区|度假区|风景区|名胜区|保税区|工业园|产业园|科技城|科学城"
)
_STATEMENT_START = re.compile(r"(?:年度?,?|[。;,:])$")

OPENING = 1500
"""In how many characters a report says who wrote it and where to reach them."""
PREVAILING = 3
"""How many times as often as any other a place must be named to be the home without other signs."""


@dataclass(frozen=True, slots=True)
class Home:
    """The reporting body's place as `text[start:end]` names it.

    `places` are the readings of the name (more than one: the text does not tell which 鼓楼区 it is);
    `support` says how plainly the text names it as its own.
    """

    start: int
    end: int
    places: tuple[Place, ...]
    support: float


def find_home(flat: Flat, cover: Cover, name: tuple[int, int] | None, year: int) -> Home | None:
    """The place of the body that reports on `year`, None when the text does not tell.

    `name` is where the title names the body or place. Without one, or when it is a name such as 教育局
    or 桂花镇人民政府, the place is read from who wrote the report, and from what the text calls its own.
    """
    addresses = find_addresses(flat.text)
    home = _in_title(flat, name, addresses) if name else None
    if home is None:
        if name and _nationwide(flat.text[slice(*name)], cover):
            return None
        home = _before_name(flat, name, addresses) or _author(flat, cover, addresses)
        home = home or _own(flat, cover, addresses)
    if home is None:
        return None
    return Home(home.start, home.end, _narrowed(home.places, addresses, year), home.support)


def _in_title(flat: Flat, name: tuple[int, int], addresses: Sequence[Address]) -> Home | None:
    start, end = name
    for address in addresses:
        if start <= address.start and address.end <= end:
            return Home(address.start, address.end, address.places, 1.0)
    return _by_stem(flat.text, start, end)


def _by_stem(text: str, start: int, end: int) -> Home | None:
    """A province named without its kind (四川), or the place that a zone is named after."""
    zone = _ZONE.search(text, start, end)
    for province in gazetteer().provinces:
        if text.startswith(province.stem, start):
            after = start + len(province.stem)
            if after == end:
                return Home(start, end, (province,), 1.0)
            return _zone_holder(text, after, zone.start(), province) if zone else None
    return _zone_holder(text, start, zone.start(), None) if zone else None


def _zone_holder(text: str, start: int, zone: int, province: Place | None) -> Home | None:
    """The city or county whose bare name begins the name of a zone: 淮安 in 淮安经济技术开发区."""
    for end in range(min(zone, start + 6), start + 1, -1):
        places = [p for p in gazetteer().stemmed(text[start:end]) if province is None or p.within(province)]
        if not places:
            continue
        cities = [p for p in places if p.level is Level.CITY]
        others = [p for p in places if p not in cities and not any(p.within(c) for c in cities)]
        if len({p.code for p in (*cities, *others)}) == 1:
            return Home(start, end, tuple(cities or others), 0.9)
        return None
    return None


def _nationwide(name: str, cover: Cover) -> bool:
    return name.startswith(cover.nationwide_starts) or name.endswith(cover.nationwide_ends)


def _before_name(flat: Flat, name: tuple[int, int] | None, addresses: Sequence[Address]) -> Home | None:
    """The place that the text sets before the very name of the title: 米易县 in 米易县攀莲镇人民政府."""
    if name is None:
        return None
    words = flat.text[slice(*name)]
    for address in addresses:
        if flat.text.startswith(words[:4], address.end) and len(words) >= 3:
            return Home(address.start, address.end, address.places, 0.95)
    return None


def _author(flat: Flat, cover: Cover, addresses: Sequence[Address]) -> Home | None:
    """The place behind a word that announces the author or the author's address, near the beginning."""
    for address in addresses:
        if address.start > OPENING:
            break
        before = flat.text[max(0, address.start - 8) : address.start].rstrip(":为是")
        if before.endswith(cover.author_cues):
            return Home(address.start, address.end, address.places, 0.9)
    return None


def _own(flat: Flat, cover: Cover, addresses: Sequence[Address]) -> Home | None:
    """The place that the text calls its own: 我市 is the city of which its sentences speak."""
    kinds = Counter(_SELF.findall(flat.text)) or Counter(_WHOLE.findall(flat.text))
    if not kinds:
        return None
    kind = kinds.most_common(1)[0][0]
    named: dict[str, list[Address]] = {}
    spoken: Counter[str] = Counter()
    for address in addresses:
        name = address.places[0].name
        if name.endswith(kind):
            named.setdefault(name, []).append(address)
            spoken[name] += _is_subject(flat, cover, address)
    ranked = sorted(named, key=lambda n: (spoken[n], len(named[n])), reverse=True)
    if not ranked or not _prevails(ranked, named, spoken):
        return None
    best = named[ranked[0]]
    places = _common([a.places for a in best])
    return Home(best[0].start, best[0].end, places, 0.8)


def _is_subject(flat: Flat, cover: Cover, address: Address) -> bool:
    """Whether a sentence on the reporting body's work begins with this place: 2021年,攀枝花市坚持."""
    before = flat.text[max(0, address.start - 3) : address.start]
    opens = flat.breaks_at(address.start) or bool(_STATEMENT_START.search(before))
    return opens and flat.text.startswith(cover.statement_cues, address.end)


def _prevails(ranked: Sequence[str], named: dict[str, list[Address]], spoken: Counter[str]) -> bool:
    """Whether the first of the names stands out: it alone opens sentences, or it is by far the commonest."""
    best, rest = ranked[0], ranked[1:]
    count = len(named[best])
    if not rest:
        return count >= 2 or spoken[best] > 0
    if spoken[best] and not any(spoken[name] for name in rest):
        return count >= max(len(named[name]) for name in rest)
    return count >= PREVAILING * max(len(named[name]) for name in rest)


def _common(readings: Sequence[tuple[Place, ...]]) -> tuple[Place, ...]:
    """The places that all mentions can mean, or those of the narrowest mention."""
    shared = [p for p in readings[0] if all(p in other for other in readings)]
    return tuple(shared) or min(readings, key=len)


def _narrowed(places: Sequence[Place], addresses: Sequence[Address], year: int) -> tuple[Place, ...]:
    """Of places with one name those of the time, and of these the one that the text tells by more.

    It tells by naming the place step by step somewhere, or else the place it lies in, or its province.
    """
    nearest = min(p.years_from(year) for p in places)
    left = [p for p in places if p.years_from(year) == nearest]
    stepwise = {p for a in addresses if len(a.mentions) > 1 for p in a.places}
    named = {p for a in addresses for m in a.mentions for p in m.places}
    parents = {p: gazetteer().parents(p, year) for p in left}
    for told in (
        [p for p in left if p in stepwise],
        [p for p in left if parents[p] and parents[p][0] in named],
        [p for p in left if parents[p] and parents[p][-1] in named],
    ):
        if len({p.code for p in left}) > 1:
            left = [p for p in told if p in left] or left
    return tuple(left)


def mention_of(place: Place, addresses: Sequence[Address]) -> Mention | None:
    """The first mention of a place in these addresses."""
    mentions = (m for a in addresses for m in a.mentions)
    return next((m for m in mentions if any(p.code == place.code for p in m.places)), None)
