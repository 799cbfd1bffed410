"""When a printed percentage follows from two numbers, and the finding when it does not."""

from __future__ import annotations

from decimal import Decimal

from ...values import Finding, Severity
from .statement import Number, Numbers


def agrees(percentage: Number, part: Decimal, whole: Decimal) -> bool:
    """Whether the share of `part` in `whole` rounds, or is cut, to the percentage as printed.

    A printed percentage stands for an interval as wide as its last digit.
    """
    if not whole:
        return False
    exact = part * 100 / whole
    step = percentage.quantity.step
    return percentage.value - step / 2 <= exact < percentage.value + step


def contradicted(numbers: Numbers, percentage: Number, part: Number, whole: Number) -> Finding:
    """The finding for a percentage that `part` of `whole` does not give."""
    exact = (part.value * 100 / whole.value).quantize(Decimal("0.01"))
    return Finding(
        rule="share",
        severity=Severity.WARNING,
        message=(
            f"文中称“{percentage.label.text}{percentage.printed}”,但{part.printed}÷{whole.printed}={exact}%"
            f" / The text gives {percentage.printed}, but {part.value} of {whole.value} is {exact}%"
        ),
        paths=numbers.paths(part, whole),
        left=percentage.value,
        right=exact,
        difference=percentage.value - exact,
        spans=tuple(map(numbers.span, (percentage, part, whole))),
    )
