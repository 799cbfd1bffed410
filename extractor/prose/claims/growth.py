"""Growth that the two years' numbers contradict: `收到X件, 比上年的Y件增长Z%`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...numbers import Kind
from ...values import Finding, Severity
from .statement import Number, Numbers, is_exact

_CHANGE = re.compile(r"^(?:(?P<up>增长|增加|上升|提高|多)|减少|下降|降低|少)$")
_COMPARED = re.compile(r"(?:比|较|相比)(?:去年|上年|上一年|前一年|(?:19|20)[0-9]{2}年)度?(?:同期)?$")
_NEAR = 20


def growths(numbers: Numbers) -> Iterator[Finding]:
    """A finding for each growth rate that this year's and last year's number do not give."""
    for sentence in numbers.sentences:
        own = numbers.of(sentence)
        for now, before, change in zip(own, own[1:], own[2:], strict=False):
            direction = _CHANGE.match(change.label.text)
            if direction and _are_compared(now, before, change):
                yield from _check(numbers, now, before, change, rising=bool(direction["up"]))


def _are_compared(now: Number, before: Number, change: Number) -> bool:
    exact = is_exact(now, Kind.COUNT) and is_exact(before, Kind.COUNT) and is_exact(change, Kind.PERCENT)
    near = change.at - now.at <= _NEAR + len(now.printed) + len(before.printed)
    same = now.quantity.unit == before.quantity.unit
    return exact and near and same and _COMPARED.search(before.label.text) is not None


def _check(
    numbers: Numbers, now: Number, before: Number, change: Number, *, rising: bool
) -> Iterator[Finding]:
    if not before.value:
        return
    exact = (now.value - before.value) * 100 / before.value
    printed = change.value if rising else -change.value
    if abs(exact - printed) < change.quantity.step:
        return
    shown = exact.quantize(Decimal("0.01"))
    yield Finding(
        rule="share",
        severity=Severity.WARNING,
        message=(
            f"文中称“{change.label.text}{change.printed}”,但由{before.printed}到{now.printed}为{shown}%"
            f" / The text gives {change.printed}, but from {before.value} to {now.value} it is {shown}%"
        ),
        paths=numbers.paths(now),
        left=printed,
        right=shown,
        difference=printed - shown,
        spans=tuple(map(numbers.span, (change, now, before))),
    )
