"""One division of China by GB/T 2260, over the years in which it bore that code and that name."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

OPEN_END = 9999
"""`last` of a place that still exists."""


class Level(IntEnum):
    """Rank of a division; a greater number lies within a smaller one."""

    PROVINCE = 1
    CITY = 2
    COUNTY = 3


class Place(NamedTuple):
    """A division of provincial, prefectural or county rank.

    `code` has six digits; `stem` is the name without its kind and the peoples named in it (凉山 for
    凉山彝族自治州); `first` and `last` are the years at whose end the name and code were in force.

    >>> Place("513400", "凉山彝族自治州", "凉山").level
    <Level.CITY: 2>
    """

    code: str
    name: str
    stem: str
    first: int = 0
    last: int = OPEN_END

    @property
    def level(self) -> Level:
        """The rank, which the code tells."""
        if self.code.endswith("0000"):
            return Level.PROVINCE
        return Level.CITY if self.code.endswith("00") else Level.COUNTY

    @property
    def prefix(self) -> str:
        """The digits that the codes of all places within this one begin with."""
        return self.code[: 2 * self.level]

    def within(self, other: Place) -> bool:
        """Whether this place is a part of `other`, by their codes."""
        return self.level > other.level and self.code.startswith(other.prefix)

    def years_from(self, year: int) -> int:
        """How many years `year` lies outside the time of this name: 0 within it."""
        return max(self.first - year, year - self.last, 0)
