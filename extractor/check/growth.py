"""Stated growth: a change against the year before, as a report words it, against both years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..declare import Schema
from ..prose.growth import Change, parse_change
from ..values import Severity
from ..views import reading_view
from . import wording
from .finding import SeriesFinding
from .records import Record


def check_growth(record: Record, before: Sequence[Record], schema: Schema) -> Iterator[SeriesFinding]:
    """The stated changes of a report that no report of the year before bears out."""
    for growth in record.growths:
        change = parse_change("".join(reading_view(growth.words).text.split()))
        now = record.values.get(growth.path)
        known = [(other, other.values[growth.path]) for other in before if growth.path in other.values]
        if change is None or now is None or not known:
            continue
        if any(bears_out(change, now, then) for _, then in known):
            continue
        other, then = known[0]
        yield SeriesFinding(
            rule="series.growth",
            severity=Severity.WARNING,
            message=wording.unborne(schema.fields[growth.path], growth.words, record.year or 0, now, then),
            issuer=record.issuer or record.own,
            years=(other.year or 0, record.year or 0),
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
