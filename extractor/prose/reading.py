"""What one sentence says of one path."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..numbers import Quantity

CUMULATIVE = "cumulative."

_IN_TEN_THOUSANDS = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10000)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that a sentence states for a path.

    `start` and `stop` are offsets of the running text: the words and the number. `quantity` is the number
    it was read from, in offsets of the sentence at `sentence`; None for a negation. `summed` tells that the
    wording claims a sum (共, 总), `run_up` that it may be one over years (累计).
    """

    path: str
    value: Decimal
    start: int
    stop: int
    support: float
    sentence: int
    quantity: Quantity | None = None
    summed: bool = False
    run_up: bool = False

    @property
    def approximate(self) -> bool:
        """Whether the text rounds the value."""
        return self.quantity is not None and self.quantity.approximate

    @property
    def at(self) -> int:
        """Where the number, or the negation, stands in the running text."""
        return self.sentence + self.quantity.start if self.quantity else self.start


def in_unit(quantity: Quantity, unit: str) -> Decimal | None:
    """The amount in the unit of a field; None if it cannot be: money for a count, a fraction of a case.

    Money is given in 万元. A bare 0 is zero of any money.
    """
    if unit != "万元":
        whole = quantity.value == quantity.value.to_integral_value()
        return quantity.value if whole and quantity.unit not in _IN_TEN_THOUSANDS else None
    if not quantity.unit:
        return Decimal(0) if quantity.value == 0 else None
    factor = _IN_TEN_THOUSANDS.get(quantity.unit)
    return None if factor is None else (quantity.value * factor).normalize() + 0
