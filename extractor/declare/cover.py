"""Fields that stand on the cover of a report: title, issuer, place, year, period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources.abc import Traversable

from ..errors import SchemaError
from .load import read_toml


class Fact(StrEnum):
    """What a cover can state."""

    TITLE = "title"
    ISSUER = "issuer"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    ADCODE = "adcode"
    YEAR = "year"
    PERIOD_START = "period_start"
    PERIOD_END = "period_end"


@dataclass(frozen=True, slots=True)
class Cover:
    """Which field holds which fact of the cover, and the words by which the facts are found.

    All words are simplified Chinese, half width, without spaces.

    A title reads `[place or body] … subject … kind`, with the year at any point: `subjects` are what
    such reports are about (政府信息公开), `kinds` what they call themselves (年度报告), `fillers` the words
    that may stand between. `bodies` are the ends of the names of bodies (人民政府, 局), `nationwide`
    beginnings and ends of the names of those that belong to no place (国家, 大学). `period_cues` announce
    the period that the figures cover, `author_cues` the body that wrote the report (由), `address_cues`
    where it can be reached; `statement_cues` go on, behind the name of a place, a sentence on that place's
    own work (坚持).

    `acts` are those of them that say what a body did. `statements` (现将) announce the report of a body as
    well as its title, as `announcements` do.
    `author_verbs` (编制) say that a body wrote the report, `author_grounds` (根据) may follow its name before
    them, and so may `author_manners` (负责). Behind the name of a place, `governments` make the name of its
    government; `author_services` are in the names of offices that write for it, and a body whose name ends
    in one of the `author_offices` may do so.
    """

    fields: Mapping[Fact, str] = field(default_factory=dict, hash=False)
    subjects: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    announcements: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    nationwide_starts: tuple[str, ...] = ()
    nationwide_ends: tuple[str, ...] = ()
    period_cues: tuple[str, ...] = ()
    author_cues: tuple[str, ...] = ()
    address_cues: tuple[str, ...] = ()
    statement_cues: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    author_verbs: tuple[str, ...] = ()
    author_grounds: tuple[str, ...] = ()
    author_manners: tuple[str, ...] = ()
    author_offices: tuple[str, ...] = ()
    author_services: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()

    def paths(self) -> tuple[str, ...]:
        """Every path that the cover can speak of."""
        return tuple(self.fields.values())


def load_cover(file: Traversable) -> Cover:
    """A cover from TOML: `[fields]`, `[title]`, `[bodies]`, `[author]`, `[period]` and `[place]`."""
    data = read_toml(file)
    try:
        fields = {Fact(name): path for name, path in data["fields"].items()}
    except ValueError as error:
        raise SchemaError(f"{file}: {error}") from error
    title, bodies, place, author = data["title"], data["bodies"], data["place"], data["author"]
    return Cover(
        fields=fields,
        subjects=tuple(title["subjects"]),
        kinds=tuple(title["kinds"]),
        fillers=tuple(title["fillers"]),
        announcements=tuple(title["announcements"]),
        bodies=tuple(bodies["ends"]),
        nationwide_starts=tuple(bodies["nationwide_starts"]),
        nationwide_ends=tuple(bodies["nationwide_ends"]),
        period_cues=tuple(data["period"]["cues"]),
        author_cues=tuple(place["author_cues"]),
        address_cues=tuple(place["address_cues"]),
        statement_cues=tuple(place["statement_cues"]),
        acts=tuple(place["acts"]),
        statements=tuple(author["statements"]),
        author_verbs=tuple(author["verbs"]),
        author_grounds=tuple(author["grounds"]),
        author_manners=tuple(author["manners"]),
        author_offices=tuple(author["offices"]),
        author_services=tuple(author["services"]),
        governments=tuple(author["governments"]),
    )
