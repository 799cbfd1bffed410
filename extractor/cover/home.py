"""Finds the place that the reporting body governs or belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..declare import Cover
from ..places import Address, Level, Mention, Place, find_addresses, gazetteer
from .flat import OPENING, Flat
from .names import KINDS
from .signs import find_sign

_ZONE = re.compile(
    r"开发区|高新区|新区|园区|管理区|示范区|度假区|风景区|名胜区|保税区|工业园|产业园|科技城|科学城"
)
_TOWN = re.compile(r".+?(?:镇|乡|街道)")
_EVERYWHERE = re.compile(r"人民政府|政府|办公")
_STATEMENT_START = re.compile(r"(?:年度?,?|[。;,:])$")

LONGEST_STEM = 6
"""Characters of the longest name of a place without its kind that a zone is named after."""
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


def find_home(
    flat: Flat,
    cover: Cover,
    addresses: Sequence[Address],
    names: Sequence[tuple[int, int]],
    year: int,
    section: int | None,
) -> Home | None:
    """The place of the body that reports on `year`, None when the text (naming `addresses`) does not tell.

    `section` is where the first section begins, if there is one.

    `names` are where the title, and the sentences on who wrote the report, name the body or place, the
    likeliest first. Without one, or when it is a name such as 教育局 or 桂花镇人民政府, the place is read
    from whom to ask, and from what the text calls its own.
    """
    name = names[0] if names else None
    home = _in_title(flat.text, *name) if name else None
    if home is None:
        if name and _nationwide(flat.text[slice(*name)], cover):
            return None
        home = next(filter(None, (_in_title(flat.text, *other) for other in names[1:])), None)
        home = home or _before_name(flat, name, addresses) or _author(flat, cover, addresses)
        home = home or _own(flat, cover, addresses) or _contact(flat, cover, addresses, name)
    if home is None:
        sign = find_sign(flat, cover, addresses, name, section)
        if sign is None:
            return None
        home = Home(sign.start, sign.end, sign.places, 0.75)
    return Home(home.start, home.end, _narrowed(home.places, addresses, year), home.support)


def _in_title(text: str, start: int, end: int) -> Home | None:
    """The first place in the name that the title gives, or the one whose bare name it begins with.

    A place within it that the name gives later is meant: 增城区 in 广州市公安局增城区分局.
    """
    addresses = find_addresses(text, start, end)
    if not addresses:
        return _by_stem(text, start, end)
    address = addresses[0]
    for other in reversed(addresses[1:]):
        if inner := tuple(p for p in other.places if any(p.within(wider) for wider in address.places)):
            return Home(other.start, other.end, inner, 1.0)
    zone = _ZONE.search(text, address.end, end)
    holder = _zone_holder(text, address.end, zone.start(), address.places[0]) if zone else None
    return holder or Home(address.start, address.end, address.places, 1.0)


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


def _zone_holder(text: str, start: int, zone: int, wider: Place | None) -> Home | None:
    """The place whose bare name begins the name of a zone in `wider`: 淮安 in 淮安经济技术开发区.

    A city goes before the county of the same name within it; other homonyms leave it open.
    """
    for end in range(min(zone, start + LONGEST_STEM), start + 1, -1):
        places = [p for p in gazetteer().stemmed(text[start:end]) if wider is None or p.within(wider)]
        outer = [p for p in places if not any(p.within(other) for other in places)]
        if places:
            return Home(start, end, tuple(outer), 0.9) if len({p.code for p in outer}) == 1 else None
    return None


def _nationwide(name: str, cover: Cover) -> bool:
    return name.startswith(cover.nationwide_starts) or name.endswith(cover.nationwide_ends)


def _before_name(flat: Flat, name: tuple[int, int] | None, addresses: Sequence[Address]) -> Home | None:
    """The one place that the text sets before the name of the title: 米易县 in 米易县攀莲镇人民政府.

    The title may begin with the place's kind: 市教育局 is named in 宁波市教育局. A name that every place
    has a body of (人民政府办公室) tells nothing without it.
    """
    if name is None:
        return None
    words = flat.text[slice(*name)]
    town = _TOWN.match(words)
    whole = town.group() if town else words
    found = [
        address
        for address in addresses
        if (flat.text.startswith(whole, address.end) and not _EVERYWHERE.match(whole))
        or (flat.text.startswith(words, address.end - 1) and words[0] in KINDS)
    ]
    if not found or len({a.places for a in found}) > 1:
        return None
    return Home(found[0].start, found[0].end, found[0].places, 0.95)


def _author(flat: Flat, cover: Cover, addresses: Sequence[Address]) -> Home | None:
    """The place of a body that a word near the beginning names as the author: 由岳阳市财政局编制.

    The website that a copy was taken from (来源:某市人民政府网) is no author.
    """
    bodies = "|".join(map(re.escape, cover.bodies))
    body = re.compile(rf"(?:(?!网)[一-鿿]){{0,15}}?(?:{bodies})(?![一-鿿]{{0,5}}网)")
    for address in addresses:
        if address.start > OPENING:
            break
        before = flat.text[max(0, address.start - 8) : address.start].rstrip(":")
        if before.endswith(cover.author_cues) and body.match(flat.text, address.end):
            return Home(address.start, address.end, address.places, 0.9)
    return None


def _contact(
    flat: Flat, cover: Cover, addresses: Sequence[Address], name: tuple[int, int] | None
) -> Home | None:
    """The place of the rank that the body is known to have, in the address where it can be reached.

    A city's office lies in some district of it, so an address alone does not tell whose the report is.
    """
    for address in addresses:
        before = flat.text[max(0, address.start - 8) : address.start].rstrip(":为是")
        if before.endswith(cover.address_cues):
            own = [m for m in address.mentions if _of_own_rank(flat, name, m)]
            return Home(own[0].start, own[0].end, _holding(own[0], address), 0.85) if len(own) == 1 else None
    return None


def _of_own_rank(flat: Flat, name: tuple[int, int] | None, mention: Mention) -> bool:
    """Whether a place has the rank that the body's name or the text's talk of 我县 gives it."""
    words = flat.text[slice(*name)] if name else ""
    if re.search("镇|乡|街道", words):
        return mention.places[0].level is Level.COUNTY
    kind = words[0] if words and words[0] in KINDS else _own_kind(flat)
    return kind is not None and mention.places[0].name.endswith(kind)


def _own_kind(flat: Flat) -> str | None:
    """The kind of place that the text calls its own: 市 where it speaks of 我市, or else of 全市."""
    for word in ("我", "全"):
        kinds = Counter(m[1] for m in re.finditer(f"{word}([{KINDS}])", flat.text))
        if kinds:
            return kinds.most_common(1)[0][0]
    return None


def _holding(mention: Mention, address: Address) -> tuple[Place, ...]:
    """The places a mention can mean in its address."""
    inner = address.places
    return tuple(p for p in mention.places if any(i == p or i.within(p) for i in inner))


def _own(flat: Flat, cover: Cover, addresses: Sequence[Address]) -> Home | None:
    """The place that the text calls its own: 我市 is the city of which its sentences speak."""
    kind = _own_kind(flat)
    if kind is None:
        return None
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
    most = max((len(named[name]) for name in rest), default=0)
    if spoken[best] and not any(spoken[name] for name in rest):
        return len(named[best]) >= most
    return len(named[best]) >= PREVAILING * max(most, 1)


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
