"""Identities applied to the values at hand: which terms are known, and whether the two sides agree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from functools import lru_cache
from typing import NamedTuple

from ..declare import Identity, Relation
from .reading import Number, size

MAX_DEPTH = 3
"""How many times an unstated subtotal within an unstated subtotal is written out."""


class Verdict(Enum):
    """What an identity says of the values at hand."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


class Known(IntEnum):
    """How much is known of the parts of a whole."""

    NONE = 0
    SOME = 1
    PARTS_OF_PARTS = 2
    ALL = 3


@dataclass(frozen=True, slots=True)
class Values:
    """The numbers that identities are applied to.

    `numbers` are the known ones by path; `slacks` how far a known one may be off; `entries` all paths
    that the report speaks of, known or not; `signed` the paths that may be negative.
    """

    numbers: Mapping[str, Number]
    entries: Collection[str]
    slacks: Mapping[str, Number] = field(default_factory=dict)
    signed: frozenset[str] = frozenset()


class Equation(NamedTuple):
    """One identity over the values at hand.

    `known` and `unknown` hold (path, +1 on the left or -1 on the right), with unstated subtotals
    written out; `silent` are terms without an entry that count as nothing. `left` and `right` sum the
    known terms of each side; `slack` is what rounding allows.
    """

    identity: Identity
    known: tuple[tuple[str, int], ...]
    unknown: tuple[tuple[str, int], ...]
    silent: tuple[str, ...]
    left: Number
    right: Number
    slack: Number
    verdict: Verdict

    @property
    def residual(self) -> Number:
        """Left minus right, of the known terms."""
        return self.left - self.right

    @property
    def closed(self) -> bool:
        """Whether every term is known."""
        return not self.unknown

    @property
    def trivial(self) -> bool:
        """Whether it only says that nothing is nothing."""
        return not self.left and not self.right


class Rules:
    """The identities of one form, with the way from a path to those that it stands in."""

    def __init__(self, identities: Iterable[Identity], form: str | None) -> None:
        self.identities = tuple(i for i in identities if form is None or not i.forms or form in i.forms)
        self.uses: dict[str, list[int]] = {}
        self.definitions: dict[str, list[Identity]] = {}
        self.working = frozenset(path for i in self.identities for path in i.working)
        for index, identity in enumerate(self.identities):
            for path in identity.paths:
                self.uses.setdefault(path, []).append(index)
            if identity.whole is not None and identity.remainder is None:
                self.definitions.setdefault(identity.whole, []).append(identity)

    def touching(self, paths: Iterable[str]) -> list[Identity]:
        """The identities with one of these terms, in order of declaration."""
        indexes = {index for path in paths for index in self.uses.get(path, ())}
        return [self.identities[index] for index in sorted(indexes)]


@lru_cache(maxsize=32)
def rules_of(identities: tuple[Identity, ...], form: str | None) -> Rules:
    """The rules of a form, built once for each schema and form."""
    return Rules(identities, form)


def equation(identity: Identity, values: Values, rules: Rules | None = None) -> Equation:
    """The identity over these values.

    With `rules`, a term without a value is written out by its own identity where one of its parts
    has a value. Where other wholes are declared, the one that fits is taken.
    """
    rules = None if identity.direct else rules
    first = _equation(identity, identity.left, values, rules)
    if not identity.other_wholes or first.verdict is Verdict.HOLDS:
        return first
    others = [
        _equation(identity, (whole,), values, rules)
        for whole in identity.other_wholes
        if whole in values.numbers
    ]
    fitting = [other for other in others if other.verdict is not Verdict.FAILS]
    if first.verdict is Verdict.FAILS and fitting:
        return fitting[0]
    left_is_known = all(path in values.numbers for path in identity.left)
    return first if left_is_known or not others else (fitting or others)[0]


def _equation(
    identity: Identity, left_terms: tuple[str, ...], values: Values, rules: Rules | None
) -> Equation:
    numbers, entries = values.numbers, values.entries
    terms = (*left_terms, *identity.right)
    if all(map(numbers.__contains__, terms)) and not any(map(values.slacks.__contains__, terms)):
        return _closed(identity, left_terms, numbers)
    remainder_stated = identity.remainder is not None and identity.remainder in numbers
    known: list[tuple[str, int]] = []
    unknown: list[tuple[str, int]] = []
    silent: list[str] = []
    sums: list[Number] = [0, 0]
    slack: Number = 0
    for side, (sign, terms) in enumerate(((1, left_terms), (-1, identity.right))):
        is_whole = side == 0 and identity.whole is not None
        for path, leaf_known in _terms(terms, identity, values, None if is_whole else rules):
            if leaf_known:
                known.append((path, sign))
                sums[side] += numbers[path]
                if path in values.slacks:
                    slack += values.slacks[path]
            elif path not in entries and (
                path in identity.absent_is_zero
                or path == identity.remainder
                or (remainder_stated and sign < 0)
            ):
                silent.append(path)
            else:
                unknown.append((path, sign))
    left, right = sums
    verdict = _verdict(identity.relation, left, right, slack, unknown, values.signed)
    return Equation(identity, tuple(known), tuple(unknown), tuple(silent), left, right, slack, verdict)


def _closed(identity: Identity, left_terms: tuple[str, ...], numbers: Mapping[str, Number]) -> Equation:
    """The identity where all terms are known, exactly."""
    left = sum(map(numbers.__getitem__, left_terms))
    right = sum(map(numbers.__getitem__, identity.right))
    fails = left != right if identity.relation is Relation.EQUAL else left > right
    known = (*((path, 1) for path in left_terms), *((path, -1) for path in identity.right))
    return Equation(identity, known, (), (), left, right, 0, Verdict.FAILS if fails else Verdict.HOLDS)


def _terms(
    terms: Iterable[str], identity: Identity, values: Values, rules: Rules | None, depth: int = 0
) -> Iterator[tuple[str, bool]]:
    """The terms with whether each is known; unknown subtotals written out where that helps."""
    for path in terms:
        if path in values.numbers:
            yield path, True
            continue
        parts = None
        if rules is not None and depth < MAX_DEPTH:
            parts = _parts(path, identity, values, rules, depth)
        if parts is None:
            yield path, False
        else:
            yield from _terms(parts, identity, values, rules, depth + 1)


def _parts(path: str, identity: Identity, values: Values, rules: Rules, depth: int) -> tuple[str, ...] | None:
    """The parts that make up an unknown whole, by the identity of whose parts most is known."""
    best, most = None, Known.NONE
    for definition in rules.definitions.get(path, ()):
        if definition is not identity:
            known = _coverage(definition, values, rules, depth)
            if known > most:
                best, most = definition.right, known
            if most is Known.ALL:
                break
    return best


def _coverage(definition: Identity, values: Values, rules: Rules, depth: int) -> Known:
    stated = sum(map(values.numbers.__contains__, definition.right))
    if stated == len(definition.right):
        return Known.ALL
    if depth >= MAX_DEPTH:
        return Known.SOME if stated else Known.NONE
    inner = []
    for part in definition.right:
        if part not in values.numbers:
            ways = rules.definitions.get(part, ())
            inner.append(max((_coverage(d, values, rules, depth + 1) for d in ways), default=Known.NONE))
    if all(known >= Known.PARTS_OF_PARTS for known in inner):
        return Known.PARTS_OF_PARTS
    return Known.SOME if stated or any(inner) else Known.NONE


def _verdict(
    relation: Relation,
    left: Number,
    right: Number,
    slack: Number,
    unknown: list[tuple[str, int]],
    signed: frozenset[str],
) -> Verdict:
    if not unknown:
        apart = size(left - right) > slack if relation is Relation.EQUAL else left - right > slack
        return Verdict.FAILS if apart else Verdict.HOLDS
    if any(path in signed for path, _ in unknown):
        return Verdict.OPEN
    # What is not known is no less than nothing, so the other side must leave room for it.
    sides = {sign for _, sign in unknown}
    if sides == {1} and left - right > slack:
        return Verdict.FAILS
    if sides == {-1} and relation is Relation.EQUAL and right - left > slack:
        return Verdict.FAILS
    return Verdict.OPEN
