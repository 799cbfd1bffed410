"""Stated growth: a change against the year before, as a report words it, against both years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ..declare import Schema
from ..prose.growth import Change, parse_change
from ..values import Severity
from ..views import reading_view
from . import wording
from .finding import SeriesFinding
from .records import Record


def check_growth(
    record: Record, by_year: Mapping[int, Sequence[Record]], schema: Schema
) -> Iterator[SeriesFinding]:
    """The stated changes of a report that no report of the year they are against bears out."""
    for growth in record.growths:
        change = parse_change("".join(reading_view(growth.words).text.split()))
        now = record.number(growth.path)
        if change is None or now is None:
            continue
        year = record.year or 0
        against = by_year.get(min(change.since or year - 1, year - 1), ())
        known = [(other, number) for other in against if (number := other.number(growth.path)) is not None]
        if not known:
            continue
        if any(bears_out(change, now, then) for _, then in known):
            continue
        other, then = known[0]
        yield SeriesFinding(
            rule="series.growth",
            severity=Severity.WARNING,
            message=wording.unborne(
                schema.fields[growth.path], growth.words, (other.year or 0, then), (year, now)
            ),
            issuer=record.issuer or record.own,
            years=(other.year or 0, year),
            reports=(other.name, record.name),
            paths=(growth.path,),
            left=change.amount,
            right=actual(change, now, then),
        )


def actual(change: Change, now: Decimal, then: Decimal) -> Decimal | None:
    """The change between the two years in the unit of the stated one; None for a rate on nothing."""
    if not change.percent:
        return now - then
    return None if then == 0 else ((now - then) * 100 / then).quantize(Decimal("0.01"))


def bears_out(change: Change, now: Decimal, then: Decimal) -> bool:
    """Whether the stated change agrees with both years, within its own rounding (up or cut off)."""
    if not change.percent:
        return now - then == change.amount
    if then == 0:
        return False
    return abs((now - then) * 100 / then - change.amount) <= 2 * change.rounding
