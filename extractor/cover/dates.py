"""Years, days and periods as reports print them, damaged ones included."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..numbers import parse_numeral

_ZERO = "〇零○◯ОοoOΟ0"

YEAR = rf"(?:20(?<!\d20)\d\d|二[{_ZERO}][{_ZERO}一二三四五六七八九\d]{{2}})"
"""Matches a year of this century: 2018, 二〇一八, 二O一八. Each begins with a character, which is fast."""

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"


def _day(prefix: str, *, year: str) -> str:
    """Matches a date; in 20241月1日 the sign of the year is lost."""
    return (
        rf"(?:(?P<{prefix}y>{YEAR})(?:年度?\(?|[.\-/])?){year}"
        rf"(?P<{prefix}m>{_NUMBER})[月.\-/](?:份|(?P<{prefix}d>{_NUMBER})[日号]?)?"
    )


_PERIOD = re.compile(
    _day("a", year="")
    + r"(?:《[^《》]{2,20}》(?:实施|施行)之日)?起?[,、]?(?:[至到~〜\-—–―－一]|——)[至到]?"
    + _day("b", year="?")
)
_UNTIL = re.compile(r"(?:截至|截止)(?:日期|期限|时间|[期日])?[到至为是:]?" + _day("b", year=""))
_BROKEN = re.compile(
    _day("a", year="")
    + rf"起?[,、]?(?:[至到~〜\-—–―－一]|——)[至到]?(?!{YEAR}(?!\d))20\d{{3,5}}年\d{{1,2}}月(?:\d{{1,2}}日)?"
)
"""A period whose last day lost or gained signs: 自2020年1月1日起至202020年12月31日."""

_FUSED = re.compile(rf"({YEAR})(?:0?10?1日)起?[,、]?(?:[至到~〜\-—–―－一]|——)[至到]?(?:\1)1231日")
"""A whole year whose days lost the signs of year and month: 自201611日起至20161231日."""


@dataclass(frozen=True, slots=True)
class Period:
    """`text[start:end]` states that something runs from `first` to `last` (None: not said or damaged)."""

    start: int
    end: int
    first: date | None
    last: date | None

    @property
    def whole_year(self) -> bool:
        """Whether it is one calendar year."""
        first, last = self.first, self.last
        return last is not None and first == date(last.year, 1, 1) and last == date(last.year, 12, 31)

    @property
    def year(self) -> int | None:
        """The year in which it ends, or else begins."""
        day = self.last or self.first
        return day.year if day else None


def year_of(text: str) -> int:
    """The year that a match of YEAR states.

    >>> year_of("二○一○")
    2010
    """
    return _whole(text)


def find_periods(text: str) -> Iterator[Period]:
    """The periods and closing days that `text` (half width, without white space) states, in order.

    A month without a day is its first day where a period begins and its last day where it ends. Days
    that no calendar has, and periods that end before they begin, are not yielded.
    """
    for match in _PERIOD.finditer(text):
        year = year_of(match["ay"])
        first = _date(year, match["am"], match["ad"], last=False)
        last = _date(year_of(match["by"]) if match["by"] else year, match["bm"], match["bd"], last=True)
        if first and last and first < last:
            yield Period(match.start(), match.end(), first, last)
    for match in _UNTIL.finditer(text):
        last = _date(year_of(match["by"]), match["bm"], match["bd"], last=True)
        if last:
            yield Period(match.start(), match.end(), None, last)
    for match in _FUSED.finditer(text):
        year = year_of(match[1])
        yield Period(match.start(), match.end(), date(year, 1, 1), date(year, 12, 31))
    for match in _BROKEN.finditer(text):
        first = _date(year_of(match["ay"]), match["am"], match["ad"], last=False)
        if first:
            yield Period(match.start(), match.end(), first, None)


def _date(year: int, month_text: str, day_text: str | None, *, last: bool) -> date | None:
    month = _whole(month_text)
    if not 1 <= month <= 12:
        return None
    days = monthrange(year, month)[1]
    day = _whole(day_text) if day_text else (days if last else 1)
    return date(year, month, day) if 1 <= day <= days else None


def _whole(text: str) -> int:
    """The number in figures or Chinese characters, or both (二0一八); 0 if it is none."""
    return int(text) if text.isdecimal() else int(parse_numeral(text.replace("0", "〇")) or 0)
