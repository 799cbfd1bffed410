"""Computes what has exactly one solution, from certain values under identities that hold.

Two steps are repeated until nothing follows any more: an identity with one unknown term gives that
term; and where the known parts already make up the whole, the unknown parts are nothing, since counts
are not negative. Whatever then contradicts another identity is taken back, with all that it rests on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Self

from ..declare import Identity, Relation
from ..values import Status
from .equations import Equation, Rules, Values, Verdict, equation
from .layout import Printed
from .reading import Number, Reading

MAX_RETRACTIONS = 6
"""So often a contradiction is taken back and the rest tried again; after that nothing is derived."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A computed value, the identity it follows from, and the terms it was computed from."""

    path: str
    value: Number
    identity: Identity
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An identity that fails once values are computed by other ones."""

    equation: Equation
    derived: tuple[Derivation, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """All that follows, by path, and where the attempt met a contradiction."""

    values: Mapping[str, Derivation]
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """What may be computed with.

    `values` holds every stated number, also those outside `trusted`, which only contradict.
    `readings` tell what the report says of a path without a number, `printed` which cells of the
    form its tables have. Nothing is computed for a path in `barred`.
    """

    values: Values
    trusted: frozenset[str]
    readings: Mapping[str, Reading]
    printed: Printed
    barred: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, readings: Mapping[str, Reading], values: Values, printed: Printed, tainted: Collection[str]
    ) -> Self:
        """Trust the numbers that are certain and stand in no failed identity (`tainted`)."""
        trusted = (path for path in values.numbers if readings[path].certain and path not in tainted)
        return cls(values, frozenset(trusted), readings, printed)


def derive(basis: Basis, rules: Rules) -> Derived:
    """All values that follow from the trusted ones."""
    met: list[Contradiction] = []
    for _ in range(MAX_RETRACTIONS):
        found = _closure(basis, rules)
        contradictions = _contradictions(found, basis.values, rules)
        if not contradictions:
            return Derived(found, tuple(met))
        met.extend(contradictions)
        basis = replace(basis, barred=basis.barred | _roots(contradictions, found))
    return Derived({}, tuple(met))


def _closure(basis: Basis, rules: Rules) -> dict[str, Derivation]:
    """The fixpoint of both steps."""
    known = {path: basis.values.numbers[path] for path in basis.trusted}
    values = replace(basis.values, numbers=known, slacks={})
    found: dict[str, Derivation] = {}
    queue = deque(i for i in rules.touching(known) if _usable(i))
    waiting = set(map(id, queue))
    while queue:
        identity = queue.popleft()
        waiting.discard(id(identity))
        for d in _solve(identity, values, basis, rules):
            found[d.path] = d
            known[d.path] = d.value
            for other in rules.touching([d.path]):
                if _usable(other) and id(other) not in waiting:
                    waiting.add(id(other))
                    queue.append(other)
    return found


def _usable(identity: Identity) -> bool:
    return identity.relation is Relation.EQUAL and identity.computes


def _solve(identity: Identity, values: Values, basis: Basis, rules: Rules) -> list[Derivation]:
    """What follows from one identity: its only unknown term, or zeros for all of them, or nothing."""
    if all(map(values.numbers.__contains__, identity.left + identity.right)):
        return []
    e = equation(identity, values)
    if not e.unknown or any(p not in identity.absent_is_zero and p != identity.remainder for p in e.silent):
        return []
    unknown = [path for path, _ in e.unknown]
    if any(p in basis.barred or p in basis.values.numbers or p in values.signed for p in unknown):
        return []
    single = len(unknown) == 1
    if single:
        solution = -e.residual * e.unknown[0][1]
    elif e.residual == 0 and len({sign for _, sign in e.unknown}) == 1:
        solution = 0
    else:
        return []
    inputs = tuple(path for path, _ in e.known)
    return [
        Derivation(path, solution, identity, inputs)
        for path in unknown
        if solution >= 0
        and _allows(basis.readings.get(path), solution)
        and _justified(path, e, single, basis, rules)
    ]


def _allows(reading: Reading | None, value: Number) -> bool:
    """Whether the cell, if the report has it, can hold the value: blank, or one of several readings."""
    if reading is None or reading.status is Status.BLANK:
        return True
    return reading.status is Status.AMBIGUOUS and (not reading.candidates or value in reading.candidates)


def _justified(path: str, e: Equation, single: bool, basis: Basis, rules: Rules) -> bool:
    """Whether the report's silence on a part leaves no room for a category that is not on the form.

    A whole follows from its parts, a cell from the table it stands in, a subtotal from the rows of the
    table, a row that a table lost from its columns. A sentence that names some parts implies nothing of
    the others, unless they are a closed list, of which it names at least one.
    """
    identity, printed = e.identity, basis.printed
    if path == identity.whole or path in basis.readings or printed.has(path):
        return True
    if any(printed.has(part) for d in rules.definitions.get(path, ()) for part in d.right):
        return True
    if single and (identity.closed or printed.lacks(path)):
        return True
    return identity.closed and any(p != identity.whole for p, _ in e.known)


def _contradictions(found: Mapping[str, Derivation], values: Values, rules: Rules) -> list[Contradiction]:
    computed = {path: d.value for path, d in found.items()}
    everything = replace(values, numbers={**values.numbers, **computed})
    failing = []
    for identity in rules.touching(found):
        e = equation(identity, everything)
        derived = tuple(found[path] for path, _ in e.known if path in found)
        if e.verdict is Verdict.FAILS and derived:
            failing.append(Contradiction(e, derived))
    return failing


def _roots(contradictions: Collection[Contradiction], found: Mapping[str, Derivation]) -> set[str]:
    """The computed values in these contradictions, and those that they were computed from."""
    roots: set[str] = set()
    pending = [d.path for c in contradictions for d in c.derived]
    while pending:
        path = pending.pop()
        if path in found and path not in roots:
            roots.add(path)
            pending.extend(found[path].inputs)
    return roots
