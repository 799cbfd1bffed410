"""Fields that stand on the cover of a report: title, issuer, place, year, period."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cover:
    """Which field holds which fact of the cover."""

    def paths(self) -> tuple[str, ...]:
        """Every path that the cover can speak of."""
        return ()
