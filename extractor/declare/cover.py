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
    that may stand between. `bodies` are the ends of the names of bodies (人民政府, 局): a title that names
    only a place has no issuer. `nationwide` are beginnings and ends of the names of bodies that belong
    to no place (国家, 大学). `period_cues` announce the period that the figures cover, `author_cues` the
    body that wrote the report (由), `address_cues` where it can be reached; `statement_cues` go on, behind
    the name of a place, a sentence on that place's own work (坚持).
    """

    fields: Mapping[Fact, str] = field(default_factory=dict)
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

    def paths(self) -> tuple[str, ...]:
        """Every path that the cover can speak of."""
        return tuple(self.fields.values())


def load_cover(file: Traversable) -> Cover:
    """A cover from TOML: `[fields]`, `[title]`, `[bodies]`, `[period]` and `[place]`."""
    data = read_toml(file)
    try:
        fields = {Fact(name): path for name, path in data["fields"].items()}
    except ValueError as error:
        raise SchemaError(f"{file}: {error}") from error
    title, bodies, place = data["title"], data["bodies"], data["place"]
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
    )
