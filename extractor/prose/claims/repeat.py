"""The same thing said twice with different numbers, where no field of the schema holds it.

Two sentences speak of the same thing when they share a number with its name: `受理诉求48634件` here and
there makes `满意率99.66%` and `满意率99.63%` two values of one rate. What the schema's fields hold is
compared elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...numbers import Kind
from ...values import Finding, Severity
from ..sentences import plain
from .statement import Number, Numbers, is_exact

_LEAD = re.compile(
    r"(?:[0-9]{1,2}[.、]|(?:20[0-9]{2}|今|本|全)年(?:度|来|以来)?|截[至止].{0,8}|目前|[我全本][省市县区州旗镇乡局厅]|共|累计|其中|年内)+"
)
# A smaller number is shared by chance.
_LEAST = 100
_SHORTEST_NAME = 3


def repeats(numbers: Numbers) -> Iterator[Finding]:
    """A finding for each value that another sentence about the same thing contradicts."""
    facts = [_facts(numbers, numbers.of(sentence)) for sentence in numbers.sentences]
    seen: dict[tuple[str, str, Decimal], list[int]] = defaultdict(list)
    for position, own in enumerate(facts):
        anchors = [
            (name[-_SHORTEST_NAME:], n.quantity.unit, n.value) for name, n in own.items() if _is_anchor(n)
        ]
        others = sorted({earlier for anchor in anchors for earlier in seen[anchor][-2:]})
        for other in others:
            yield from _contradictions(numbers, facts[other], own)
        for anchor in anchors:
            seen[anchor].append(position)


def _is_anchor(number: Number) -> bool:
    return is_exact(number, Kind.COUNT) and number.value >= _LEAST


def _facts(numbers: Numbers, own: Sequence[Number]) -> dict[str, Number]:
    """The amounts of a sentence by their names; names that stand for several are left out."""
    facts: dict[str, Number] = {}
    twice: set[str] = set()
    for number in own:
        name = _LEAD.sub("", plain(number.label.text))
        if len(name) < _SHORTEST_NAME or number.quantity.approximate:
            continue
        if name in facts:
            twice.add(name)
        facts[name] = number
    return {name: number for name, number in facts.items() if name not in twice}


def _contradictions(
    numbers: Numbers, first: dict[str, Number], second: dict[str, Number]
) -> Iterator[Finding]:
    for name, one in first.items():
        other = second.get(name)
        if other is None or one.value == other.value or numbers.path(one) or numbers.path(other):
            continue
        if one.quantity.kind is not other.quantity.kind or one.quantity.unit != other.quantity.unit:
            continue
        yield Finding(
            rule="repeat",
            severity=Severity.WARNING,
            message=(
                f"“{name}”前后不一:一处为{one.printed},另一处为{other.printed}"
                f" / The same figure is given as {one.printed} in one place and {other.printed} in another"
            ),
            left=one.value,
            right=other.value,
            difference=one.value - other.value,
            spans=(numbers.span(one), numbers.span(other)),
        )
