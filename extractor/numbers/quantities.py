"""Numbers inside running text: what each counts, how exact it is, and which are no counts at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from .figures import FIGURE, LONGEST, fold, scale_of, tidy
from .kinds import Kind, kind_of
from .numerals import CHARACTERS, parse_numeral
from .units import UNIT


class Quantity(NamedTuple):
    """One number of a text.

    `text[start:end]` is the number as written, with 余, 多, % and a scale that is not part of the unit
    (万元); `text[start:stop]` has the unit too. `value` has the scale applied (`54.74万` is 547400); a
    percentage is in hundredths. `step` is the value of the last digit that is printed, so that the number
    stands for `value ± step / 2`.
    """

    value: Decimal
    start: int
    end: int
    stop: int
    unit: str
    kind: Kind
    approximate: bool = False
    step: Decimal = Decimal(1)

    @property
    def is_count(self) -> bool:
        """Whether this is an amount that may be the value of an indicator."""
        return self.kind is Kind.COUNT


_SCALE = rf"[十百千]?[万亿]|[百千](?=[余多]?(?:{UNIT}))"
_NUMBER = re.compile(
    r"(?P<date>(?:19|20)[0-9]{2}(?:-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|\.[0-9]{1,2}\.[0-9]{1,2}))(?![0-9])"
    r"|(?P<year>[一二][九零〇○OＯ0][零〇○OＯ0一二三四五六七八九]{2})(?=年)"
    rf"|(?P<figure>{FIGURE})(?P<more>[余多])?(?P<scale>{_SCALE})?(?P<rest>(?<=[万亿])[0-9]{{1,4}}[千万])?"
    rf"|(?P<numeral>[{CHARACTERS}]{{1,24}}+)(?=[余多]?(?:{UNIT}))"
)
# Where a number may begin: finding such runs first is several times faster than trying everywhere.
_RUN = re.compile(rf"[0-9]+|[{CHARACTERS}]+")
_BEHIND = re.compile(
    rf"(?P<more>[余多])?\s?(?:(?P<percent>%)|(?P<points>个百分点)|(?P<unit>{UNIT}))?(?P<about>以上|左右|上下)?"
)
_ABOUT = re.compile(r"(?:约|近|逾|超|超过|接近|突破|不足|不到|大约为)$")
_ITEM_AND_YEAR = re.compile(r"[0-9]{1,2}\.(?=(?:19|20)[0-9]{2}$)")


def find_quantities(text: str) -> list[Quantity]:
    """All numbers of `text` in order, in time linear in its length.

    Chinese numerals are read only where a unit follows them, figures always; what is a date, an
    enumerator or the number of a document is marked by its `kind`.

    >>> [(q.value, q.unit, q.approximate) for q in find_quantities("公开43万余条，收到申请一件")]
    [(Decimal('430000'), '条', True), (Decimal('1'), '件', False)]
    """
    return list(_read(fold(text)))


def parse_quantity(text: str) -> Quantity | None:
    """The one amount, with or without a unit, that makes up the whole string; None for anything else.

    >>> quantity = parse_quantity("43.788万元")
    >>> quantity.value, quantity.unit
    (Decimal('43.788'), '万元')
    """
    text = text.strip()
    found = find_quantities(text)
    if len(found) != 1 or not found[0].is_count:
        return None
    return found[0] if (found[0].start, found[0].stop) == (0, len(text)) else None


def _read(text: str) -> Iterator[Quantity]:
    done = 0
    for run in _RUN.finditer(text):
        match = _NUMBER.match(text, run.start()) if run.start() >= done else None
        if match is None:
            continue
        done = match.end()
        if match["figure"]:
            yield _figure(text, match)
        elif match["numeral"]:
            numeral = _numeral(text, match)
            if numeral is not None:
                yield numeral
        elif match["year"]:
            year = parse_numeral(match["year"])
            yield _plain(match, Kind.YEAR, year or Decimal(0))
        else:
            yield _plain(match, Kind.DATE, Decimal(match["date"][:4]))


def _plain(match: re.Match[str], kind: Kind, value: Decimal) -> Quantity:
    return Quantity(value, match.start(), match.end(), match.end(), "", kind)


def _figure(text: str, match: re.Match[str]) -> Quantity:
    figure, start = match["figure"], match.start()
    item = _ITEM_AND_YEAR.match(figure) if text.startswith("年", match.end()) else None
    if item:
        start, figure = start + item.end(), figure[item.end() :]
    if len(figure) > LONGEST:
        return _plain(match, Kind.CODE, Decimal(0))
    behind = _behind(text, match.end())
    unit, scale = behind["unit"] or "", match["scale"] or ""
    end = _end(match, behind)
    if unit == "元" and scale in ("万", "亿") and not match["rest"]:
        unit, scale, end = f"{scale}元", "", match.start("scale")
    factor = scale_of(scale)
    value = tidy(Decimal(figure.replace(",", "")) * factor)
    step = Decimal(1).scaleb(-len(figure.partition(".")[2])) * factor
    if match["rest"]:
        step = Decimal(scale_of(match["rest"][-1]))
        value += Decimal(match["rest"][:-1]) * step
    if behind["percent"]:
        kind = Kind.PERCENT
    elif behind["points"]:
        kind = Kind.POINTS
    else:
        kind = kind_of(text, start, match.end(), figure, counted=bool(unit or scale))
    return Quantity(
        value=value,
        start=start,
        end=end,
        stop=behind.end("unit") if unit else end,
        unit=unit,
        kind=kind,
        approximate=bool(match["more"]) or _is_approximate(text, start, behind),
        step=tidy(step),
    )


def _numeral(text: str, match: re.Match[str]) -> Quantity | None:
    value = parse_numeral(match["numeral"])
    behind = _behind(text, match.end())
    if value is None or not behind["unit"]:
        return None
    start = match.start()
    return Quantity(
        value=value,
        start=start,
        end=_end(match, behind),
        stop=behind.end("unit"),
        unit=behind["unit"],
        kind=Kind.ORDINAL if text[start - 1 : start] == "第" else Kind.COUNT,
        approximate=match["numeral"][0] in "百千万亿" or _is_approximate(text, start, behind),
    )


def _behind(text: str, end: int) -> re.Match[str]:
    match = _BEHIND.match(text, end)
    assert match is not None, "every part of the pattern is optional"
    return match


def _end(match: re.Match[str], behind: re.Match[str]) -> int:
    ends = (behind.end(part) for part in ("more", "percent", "points"))
    return max(match.end(), *ends)


def _is_approximate(text: str, start: int, behind: re.Match[str]) -> bool:
    return bool(behind["more"] or behind["about"] or _ABOUT.search(text, max(0, start - 3), start))
