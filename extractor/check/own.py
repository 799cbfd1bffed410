"""What one report says against itself, in the shape of findings over the years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..prose.growth import RULE as GROWTH
from ..values import Severity
from .finding import SeriesFinding
from .records import Record


def own_findings(record: Record) -> Iterator[SeriesFinding]:
    """The findings within the report of a record, but for stated growth, which is no mistake."""
    for finding in record.load()["findings"]:
        if finding["rule"] != GROWTH:
            yield SeriesFinding(
                rule=finding["rule"],
                severity=Severity(finding["severity"]),
                message=finding["message"],
                issuer=record.issuer,
                years=() if record.year is None else (record.year,),
                reports=(record.name,),
                paths=tuple(finding["paths"]),
                left=_number(finding["left"]),
                right=_number(finding["right"]),
            )


def _number(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)
