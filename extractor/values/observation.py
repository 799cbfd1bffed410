"""What a witness says: this path, this value, these characters."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from .finding import Finding
from .span import Span

Value = int | Decimal | str | date | tuple[str, ...]


class Status(StrEnum):
    """How a field came by its value, or why it has none."""

    STATED = "stated"
    DERIVED = "derived"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    AMBIGUOUS = "ambiguous"


class Witness(StrEnum):
    """Who made an observation; joined by `+` in a field's `method`."""

    TABLE = "table"
    NARRATIVE = "narrative"
    LLM = "llm"


class Observation(NamedTuple):
    """One reading of one path by one witness.

    `value` is None exactly when `status` is BLANK or NOT_APPLICABLE, and may be None when AMBIGUOUS.
    `spans` are the characters the value was read from, the one that holds the value first; a STATED
    observation has at least one. `support` in [0, 1] says how well the label matched (1 = the official
    label, word for word). `flags` are reasons for doubt the witness itself saw (`approximate`, …).
    `alternatives` are the other values an ambiguous reading could have.
    """

    path: str
    value: Value | None
    status: Status
    spans: tuple[Span, ...]
    witness: Witness
    support: float = 1.0
    flags: frozenset[str] = frozenset()
    alternatives: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Testimony:
    """All that one witness has to say of one document."""

    observations: tuple[Observation, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def __add__(self, other: Testimony) -> Testimony:
        return Testimony(self.observations + other.observations, self.findings + other.findings)
