"""Arithmetic as a judge: settles conflicts and ambiguous readings where the identities leave one value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import product
from math import prod

from ..declare import Relation
from ..values import Status, Value
from .equations import Equation, Rules, Values, Verdict, equation
from .reading import Claim, Number, Reading, size
from .weigh import numbers, slacks, with_claim

MAX_COMBINATIONS = 128
"""Up to so many combinations of ambiguous values are tried in one identity; with more it stays open."""

MAX_ROUNDS = 8
"""How often a settled value may help to settle the next."""


def arbitrate(readings: Mapping[str, Reading], rules: Rules, signed: frozenset[str]) -> dict[str, Reading]:
    """The readings, where a rival's value replaces one that the identities contradict and it satisfies.

    A rival wins only if the value that counts breaks an identity, and the rival breaks none and
    satisfies one that says more than 0 = 0. The conflict stays flagged.
    """
    judged = dict(readings)
    for path in [p for p, r in readings.items() if r.rivals]:
        reading = judged[path]
        assert reading.claim is not None
        broken, _ = _record(path, reading.claim, judged, rules, signed)
        if not broken:
            continue
        fitting = [c for c in reading.rivals if _fits(_record(path, c, judged, rules, signed))]
        if len(fitting) == 1:
            rest = tuple(c for c in (reading.claim, *reading.rivals) if c is not fitting[0])
            judged[path] = with_claim(path, fitting[0], rest)
    return judged


def _fits(record: tuple[int, int]) -> bool:
    broken, satisfied = record
    return not broken and satisfied > 0


def _record(
    path: str, claim: Claim, readings: Mapping[str, Reading], rules: Rules, signed: frozenset[str]
) -> tuple[int, int]:
    """How many identities the claim breaks, and how many that are not trivial it satisfies."""
    trial = {**readings, path: with_claim(path, claim)}
    values = Values(numbers(trial), trial.keys(), slacks(trial), signed)
    equations = [equation(identity, values, rules) for identity in rules.touching([path])]
    broken = sum(e.verdict is Verdict.FAILS for e in equations)
    return broken, sum(e.verdict is Verdict.HOLDS and not e.trivial for e in equations)


def settle(readings: Mapping[str, Reading], rules: Rules, signed: frozenset[str]) -> dict[str, Reading]:
    """The readings, with each ambiguous one stated to which the identities leave a single value.

    Within each identity whose other terms are all stated, combinations of the ambiguous values are
    tried; values that occur in no combination that holds are struck out, round after round.
    """
    settled = dict(readings)
    options = {
        path: values for path, reading in readings.items() if len(values := _numeric(reading.candidates)) > 1
    }
    known = numbers(settled)
    for _ in range(MAX_ROUNDS):
        before = len(known), sum(map(len, options.values()))
        for identity in rules.touching(options):
            at_hand = Values(known, settled.keys(), slacks(settled), signed)
            for path, left in _surviving(equation(identity, at_hand, rules), options).items():
                options[path] = left
                if len(left) == 1:
                    known[path] = left[0]
                    settled[path] = placed(settled[path], left[0])
                    del options[path]
        if before == (len(known), sum(map(len, options.values()))):
            break
    return settled


def placed(reading: Reading, value: Number) -> Reading:
    """An ambiguous reading that arithmetic has settled."""
    flags = (reading.flags - {"ambiguous"}) | {"placed_by_identity"}
    claim = Claim(value, Status.STATED, reading.witnesses, reading.spans, reading.support, flags)
    return with_claim(reading.path, claim)


def _surviving(e: Equation, options: Mapping[str, tuple[Number, ...]]) -> dict[str, tuple[Number, ...]]:
    """The values of each ambiguous term that occur in a combination that holds; none if nothing holds."""
    paths = [path for path, _ in e.unknown]
    if not paths or not all(path in options for path in paths):
        return {}
    choices = [options[path] for path in paths]
    if prod(map(len, choices)) > MAX_COMBINATIONS:
        return {}
    signs = [sign for _, sign in e.unknown]
    equal = e.identity.relation is Relation.EQUAL
    holding = []
    for combination in product(*choices):
        apart = e.residual + sum(sign * value for sign, value in zip(signs, combination, strict=True))
        if (size(apart) if equal else apart) <= e.slack:
            holding.append(combination)
    return {
        path: left
        for position, path in enumerate(paths)
        if (left := tuple(v for v in options[path] if any(h[position] == v for h in holding)))
    }


def _numeric(values: Iterable[Value]) -> tuple[Number, ...]:
    return tuple(v for v in values if isinstance(v, int | Decimal))
