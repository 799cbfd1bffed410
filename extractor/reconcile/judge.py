"""Arithmetic as a judge: settles conflicts and ambiguous readings where the identities leave one value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from math import prod

from ..declare import Identity, Relation
from ..values import Status, Value
from .equations import Equation, Rules, Values, Verdict, equation
from .reading import Claim, Number, Reading, size, slack
from .weigh import numbers, values_of, with_claim

MAX_COMBINATIONS = 128
"""Up to so many combinations of ambiguous values are tried in one identity; with more it stays open."""

MAX_RIVALS = 8
"""So many of the different values of one path are weighed by arithmetic, by precedence."""

MAX_ROUNDS = 8
"""How often a settled value may help to settle the next."""


def arbitrate(readings: Mapping[str, Reading], rules: Rules, signed: frozenset[str]) -> dict[str, Reading]:
    """The readings, where a rival's value replaces one that the identities contradict and it satisfies.

    A rival wins only if the value that counts breaks an identity, and the rival breaks none and
    satisfies one that says more than 0 = 0. The conflict stays flagged. A cell of a table that was
    read with certainty is not overruled: what is printed there stands, and the identity fails.
    """
    judged = dict(readings)
    for path in [p for p, r in readings.items() if r.rivals and r.number is not None]:
        reading = judged[path]
        if reading.claim is None or reading.claim.printed:
            continue
        values = values_of(judged, signed)
        winner = _winner(path, reading.claim, reading.rivals, values, rules)
        if winner is not reading.claim:
            rest = tuple(c for c in (reading.claim, *reading.rivals) if c is not winner)
            judged[path] = with_claim(path, winner, rest)
    return judged


def _winner(path: str, claim: Claim, rivals: tuple[Claim, ...], values: Values, rules: Rules) -> Claim:
    broken, _ = _record(path, claim, values, rules)
    if not broken:
        return claim
    fitting = [rival for rival in rivals[:MAX_RIVALS] if _fits(_record(path, rival, values, rules))]
    return fitting[0] if len(fitting) == 1 else claim


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A value that is not a rival: the text gives the whole where the table gives one of its parts."""

    path: str
    claim: Claim
    identity: Identity


def wholes_for_parts(
    readings: Mapping[str, Reading], rules: Rules, signed: frozenset[str]
) -> tuple[dict[str, Reading], list[Mistaken]]:
    """The readings without the rivals that are the whole to which a printed cell belongs.

    A sentence says 收到 of all requests handled, those carried over included: where it states exactly
    what the cell and the other parts of an identity add up to, both are right.
    """
    cleared = dict(readings)
    found: list[Mistaken] = []
    doubted = [p for p, r in readings.items() if r.rivals and r.claim is not None and r.claim.printed]
    values = Values(numbers(readings) if doubted else {}, readings.keys(), {}, signed)
    for path in doubted:
        reading = cleared[path]
        assert reading.claim is not None
        sums: dict[Value, Identity] = {e.right: e.identity for e in _sums_with(path, values, rules)}
        wholes = {c: sums[c.value] for c in reading.rivals if not c.printed and c.value in sums}
        if wholes:
            found += [Mistaken(path, claim, identity) for claim, identity in wholes.items()]
            rest = tuple(c for c in reading.rivals if c not in wholes)
            cleared[path] = with_claim(path, reading.claim, rest)
    return cleared, found


def _sums_with(path: str, values: Values, rules: Rules) -> list[Equation]:
    """The identities in which the path is a part and all parts are known."""
    equations = [equation(i, values) for i in rules.touching([path]) if i.whole not in (None, path)]
    return [e for e in equations if all(sign > 0 for _, sign in e.unknown) and not e.silent]


def _fits(record: tuple[int, int]) -> bool:
    broken, satisfied = record
    return not broken and satisfied > 0


def _record(path: str, claim: Claim, values: Values, rules: Rules) -> tuple[int, int]:
    """How many identities the claim breaks, and how many that are not trivial it satisfies."""
    if not isinstance(claim.value, int | Decimal):
        return 0, 0
    trial = replace(
        values,
        numbers={**values.numbers, path: claim.value},
        slacks={**values.slacks, path: slack(claim.value, claim.approximate)},
    )
    equations = [equation(identity, trial, rules) for identity in rules.touching([path])]
    broken = sum(e.verdict is Verdict.FAILS for e in equations)
    return broken, sum(e.verdict is Verdict.HOLDS and not e.trivial for e in equations)


def settle(readings: Mapping[str, Reading], rules: Rules, signed: frozenset[str]) -> dict[str, Reading]:
    """The readings, with each ambiguous one stated to which the identities leave a single value.

    Within each identity whose other terms are all stated, combinations of the ambiguous values are
    tried; values that occur in no combination that holds are struck out, round after round.
    """
    options = {
        path: values for path, reading in readings.items() if len(values := _numeric(reading.candidates)) > 1
    }
    if not options:
        return dict(readings)
    settled = dict(readings)
    known = numbers(settled)
    at_hand = replace(values_of(settled, signed), numbers=known)
    for _ in range(MAX_ROUNDS):
        before = sum(map(len, options.values()))
        for identity in rules.touching(options):
            for path, left in _surviving(equation(identity, at_hand, rules), options).items():
                options[path] = left
                if len(left) == 1:
                    known[path] = left[0]
                    settled[path] = placed(settled[path], left[0])
                    del options[path]
        if before == sum(map(len, options.values())):
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
