"""Sentences that state indicators, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProseRules:
    """What the prose witness looks for."""

    def paths(self) -> tuple[str, ...]:
        """Every path that a rule can speak of."""
        return ()
