"""All places of the data file, by name and by code."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from importlib.resources import files

from .place import OPEN_END, Level, Place

_NAME = re.compile(r"^\d{6}\t([^\t]+)", re.MULTILINE)
_USUAL = re.compile(r"\t(\S+自治([州县旗]))\t([^\t]+)")


class Gazetteer:
    """Looks places up in the rows `code, name, stem, first year, last year`, sorted by code.

    Rows become `Place`s only when asked for: a report needs a dozen of the thousands.

    >>> [p.code for p in gazetteer().named("洪泽区")]
    ['320813']
    """

    def __init__(self, table: str) -> None:
        self._table = table
        self._rows = table.splitlines()
        self._found: dict[str, tuple[Place, ...]] = {}
        self._numbers: dict[str, list[int]] = {}
        for number, name in enumerate(_NAME.findall(table)):
            self._numbers.setdefault(name, []).append(number)
        self._usual = {f"{stem}{kind}": name for name, kind, stem in _USUAL.findall(table)}
        names = (*self._numbers, *self._usual)
        self.tails = frozenset(name[-2:] for name in names)
        """The last two characters of every name."""
        self.longest = max(map(len, names), default=0)
        """Characters of the longest name."""

    def __contains__(self, name: str) -> bool:
        return name in self._numbers or name in self._usual

    def named(self, name: str) -> tuple[Place, ...]:
        """Places of that name: the full one (凉山彝族自治州) or the usual one (凉山州), in order of code."""
        found = self._found.get(name)
        if found is None:
            numbers = self._numbers.get(name) or self._numbers.get(self._usual.get(name, ""), [])
            found = self._found[name] = tuple(_place(self._rows[n]) for n in numbers)
        return found

    def stemmed(self, stem: str) -> tuple[Place, ...]:
        """Places whose name without its kind is `stem`: 四川 finds 四川省, 吉安 finds 吉安市 and 吉安县."""
        pattern = re.compile(rf"^\d+\t\S+\t{re.escape(stem)}\t.*$", re.MULTILINE)
        return tuple(_place(row.group()) for row in pattern.finditer(self._table))

    def parents(self, place: Place, year: int) -> tuple[Place, ...]:
        """The places that `place` lies in, by the names they had in `year`, the smallest first.

        A county that its province governs directly, and a district of a municipality such as 北京市,
        have one parent: the province.
        """
        wider = (place.code[:4] + "00", place.code[:2] + "0000")
        found = (self._at(code, year) for code in wider if code != place.code)
        return tuple(p for p in found if p is not None)

    def _at(self, code: str, year: int) -> Place | None:
        """The place with that code whose time is nearest to `year`."""
        number = bisect_left(self._rows, code)
        places: list[Place] = []
        while number < len(self._rows) and self._rows[number].startswith(code):
            places.append(_place(self._rows[number]))
            number += 1
        return min(places, key=lambda p: p.years_from(year), default=None)

    @cached_property
    def provinces(self) -> tuple[Place, ...]:
        """All places of provincial rank."""
        places = (_place(row) for row in self._rows if row[2:6] == "0000")
        return tuple(p for p in places if p.level is Level.PROVINCE)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the data file beside this module, read once."""
    return Gazetteer((files(__package__) / "places.tsv").read_text("utf-8"))


def _place(row: str) -> Place:
    code, name, stem, first, last = row.split("\t")
    return Place(code, name, stem, int(first or 0), int(last or OPEN_END))
