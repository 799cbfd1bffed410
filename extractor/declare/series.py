"""Relations over the years (勾稽关系) between the records of one issuer, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from itertools import product
from typing import Any

from ..errors import SchemaError
from ..values import Severity
from .load import read_toml

_TERM = re.compile(r"(?P<sign>[+-]?)(?P<path>[A-Za-z_][\w.]*)(?:@-(?P<back>\d+))?")


@dataclass(frozen=True, slots=True)
class Term:
    """A field of the record `back` years before, added (`sign` 1) or taken away (-1)."""

    path: str
    back: int = 0
    sign: int = 1


@dataclass(frozen=True, slots=True)
class SeriesRelation:
    """`sum(left) = sum(right)` over the records of consecutive years of one issuer.

    A term without a value leaves the relation open. `message_zh` and `message_en` say what should hold.
    """

    rule: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    severity: Severity = Severity.ERROR
    message_zh: str = ""
    message_en: str = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms, left side first."""
        return self.left + self.right


@dataclass(frozen=True)
class Series:
    """How records are put into a series, and what must hold along it.

    `issuer`, `year` and `code` are the paths of the name of the body that reports, of the year, and of
    the code of the place it governs; `places` those of the names of the places around it, widest
    first. A body is the same when its code is and its name is, once the names of its places and one of
    `starts` (市, 县, …) are taken off its front; `same_names` maps what is then left to its usual form.
    Nothing is left of a place's own name, which means its `government`; the name of one of the `towns` (镇)
    means the same with and without one of the `town_offices` (人民政府) behind it.
    """

    issuer: str
    year: str
    code: str | None = None
    places: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    same_names: Mapping[str, str] = field(default_factory=dict)
    government: str = ""
    towns: tuple[str, ...] = ()
    town_offices: tuple[str, ...] = ()
    relations: tuple[SeriesRelation, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that is looked at."""
        named = (self.issuer, self.year, *([self.code] if self.code else []), *self.places)
        return (*named, *(term.path for relation in self.relations for term in relation.terms))


def load_series(file: Traversable) -> Series:
    """A series from TOML: `[record]`, `[issuer]`, `[lists]`, and `[[relation]]` entries.

    A term is a path, with `@-1` behind it for the year before and `-` in front where it is taken away;
    `{name}` in a relation makes one relation for each member of the list of that name. Raises
    SchemaError for a term that is none of this.
    """
    data = read_toml(file)
    lists = {name: tuple(members) for name, members in data.get("lists", {}).items()}
    record, issuer = data["record"], data.get("issuer", {})
    return Series(
        issuer=record["issuer"],
        year=record["year"],
        code=record.get("code"),
        places=tuple(record.get("places", ())),
        starts=tuple(issuer.get("starts", ())),
        same_names=dict(issuer.get("same_names", {})),
        government=issuer.get("government", ""),
        towns=tuple(issuer.get("towns", ())),
        town_offices=tuple(issuer.get("town_offices", ())),
        relations=tuple(r for entry in data.get("relation", ()) for r in _relations(entry, lists, str(file))),
    )


def _relations(
    entry: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]], where: str
) -> Iterator[SeriesRelation]:
    words = [*entry["left"], *entry["right"]]
    free = [name for name in lists if any(f"{{{name}}}" in word for word in words)]
    for chosen in product(*(lists[name] for name in free)):
        bound = dict(zip(free, chosen, strict=True))
        yield SeriesRelation(
            rule=entry["rule"],
            left=tuple(_terms(entry["left"], bound, where)),
            right=tuple(_terms(entry["right"], bound, where)),
            severity=Severity(entry.get("severity", "error")),
            message_zh=entry.get("zh", ""),
            message_en=entry.get("en", ""),
        )


def _terms(words: Iterable[str], bound: Mapping[str, str], where: str) -> Iterator[Term]:
    for word in words:
        for name, member in bound.items():
            word = word.replace(f"{{{name}}}", member)
        match = _TERM.fullmatch(word)
        if match is None:
            raise SchemaError(f"{where}: not a term of a relation over the years: {word!r}")
        yield Term(match["path"], int(match["back"] or 0), -1 if match["sign"] == "-" else 1)
