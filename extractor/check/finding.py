"""What does not add up between records."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..values import Severity


@dataclass(frozen=True, slots=True)
class SeriesFinding:
    """One thing that does not add up over the years, or could not be looked at.

    As a finding within a record (`rule`, `severity`, `message`, `paths`, `left`, `right`, `difference`),
    with the issuer, the years it is about, and the ids or paths of the reports.
    """

    rule: str
    severity: Severity
    message: str
    issuer: str | None
    years: tuple[int, ...]
    reports: tuple[str, ...]
    paths: tuple[str, ...] = ()
    left: Decimal | None = None
    right: Decimal | None = None

    @property
    def difference(self) -> Decimal | None:
        """Left minus right."""
        return None if self.left is None or self.right is None else self.left - self.right

    def to_json(self) -> str:
        """The finding as one line of JSON."""
        numbers = {"left": self.left, "right": self.right, "difference": self.difference}
        entry: dict[str, Any] = {
            "rule": self.rule,
            "severity": str(self.severity),
            "message": self.message,
            "issuer": self.issuer,
            "years": list(self.years),
            "reports": list(self.reports),
            "paths": list(self.paths),
            **{name: _plain(number) for name, number in numbers.items()},
        }
        return json.dumps(entry, ensure_ascii=False)


def _plain(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
