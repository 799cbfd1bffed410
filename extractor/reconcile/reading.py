"""What the witnesses say of one path, before and after they are weighed against each other."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..values import Span, Status, Value, Witness

Number = int | Decimal

SURE = 0.8
"""Support from which on a label counts as recognised; below, the reading is doubtful."""

DOUBTS = frozenset(
    {
        "approximate",
        "ambiguous",
        "conflict",
        "header_apart",
        "invalid",
        "misread",
        "negative",
        "suspect",
        "unbalanced",
        "unruled",
    }
)
"""Flags that forbid to compute anything from a value, and to call its contradiction an error."""


class Claim(NamedTuple):
    """One value for a path, and all who state it.

    `support` is the best of theirs, `flags` the doubts that all of them share. `status` is STATED,
    or DERIVED where the witness inferred the value (a province from its city).
    """

    value: Value
    status: Status
    witnesses: tuple[Witness, ...]
    spans: tuple[Span, ...]
    support: float
    flags: frozenset[str] = frozenset()

    @property
    def approximate(self) -> bool:
        """Whether the report says "more than", "about" or the like of it."""
        return "approximate" in self.flags

    @property
    def printed(self) -> bool:
        """Whether it is a cell of a table under a label that was recognised, read without doubt."""
        return Witness.TABLE in self.witnesses and self.support >= SURE and not self.flags & DOUBTS


class Reading(NamedTuple):
    """All that is known of one path.

    `claim` is the value that counts, None where there is none; `rivals` are the other values stated
    for the same path. `candidates` are the values an ambiguous reading can have. `spans` are those of
    the claim, or of the cell that is blank or ambiguous.
    """

    path: str
    status: Status
    claim: Claim | None = None
    rivals: tuple[Claim, ...] = ()
    candidates: tuple[Value, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    spans: tuple[Span, ...] = ()
    support: float = 1.0
    flags: frozenset[str] = frozenset()

    @property
    def number(self) -> Number | None:
        """The stated number; None for anything else, also for an ambiguous reading or a negative count."""
        if self.claim is None or self.status is not Status.STATED or "negative" in self.flags:
            return None
        value = self.claim.value
        return value if isinstance(value, int | Decimal) else None

    @property
    def certain(self) -> bool:
        """Whether the value is stated exactly, by rules, under a label that was recognised."""
        return (
            self.status is Status.STATED
            and self.support >= SURE
            and self.witnesses != (Witness.LLM,)
            and not self.flags & DOUBTS
        )


def size(number: Number) -> Number:
    """The number without its sign."""
    return number if number >= 0 else -number


def slack(value: Number, approximate: bool) -> Number:
    """How far the true number may lie from a printed one.

    Nothing for a count; half a unit of the last decimal place for an amount; for an approximation
    one unit of its last digit that is not zero, so that `4万余` and `近4万` reach to 50000 and 30000.

    >>> slack(40000, True), slack(Decimal("4021.27"), False), slack(99, False)
    (10000, Decimal('0.005'), 0)
    """
    if approximate:
        digits = Decimal(value).normalize().as_tuple()
        return Decimal(1).scaleb(int(digits.exponent)) if value else 0
    if isinstance(value, Decimal):
        exponent = int(value.as_tuple().exponent)
        return Decimal(5).scaleb(exponent - 1) if exponent < 0 else 0
    return 0
