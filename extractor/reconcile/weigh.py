"""The observations of one path become one reading: who agrees, what differs, which value counts.

Precedence among different values, the gravest reason first:

1. an exact value before an approximate one;
2. a value that is stated before one that a witness inferred;
3. a recognised label (support of 0.8 or more) before a doubtful one;
4. table before narrative before model;
5. more witnesses, then the better label, then the earlier place in the text.

Arithmetic may overrule this order afterwards (see `judge`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from ..declare import FieldSpec, FieldType
from ..values import Observation, Span, Status, Value, Witness
from .equations import Values
from .reading import SURE, Claim, Number, Reading, size, slack

T = TypeVar("T")

_RANK = {Witness.TABLE: 0, Witness.NARRATIVE: 1, Witness.LLM: 2}

LIKELY = 0.75
"""Support from which on an ambiguous reading is likelier than all its alternatives together."""

MAX_COMPARED = 16
"""Different values of one path among which an approximation is looked for."""

ROUND = 1000
"""A sentence's number that is a multiple of this may be a rounded one (43.2万 for 432113)."""


def weigh(path: str, seen: Sequence[Observation], spec: FieldSpec) -> Reading:
    """The reading of one path from all its (admitted) observations, at least one."""
    stated = [o for o in seen if o.value is not None and o.status in (Status.STATED, Status.DERIVED)]
    if len(stated) == 1:
        return with_claim(path, _claim(stated))
    if stated:
        first, *rest = sorted(_claims(stated), key=_precedence)
        rivals = tuple(rest) if spec.type not in (FieldType.STR, FieldType.LIST) else ()
        return with_claim(path, first, rivals)
    ambiguous = [o for o in seen if o.status is Status.AMBIGUOUS]
    if ambiguous:
        return _ambiguous(path, ambiguous)
    blank = [o for o in seen if o.status is Status.BLANK] or list(seen)
    return Reading(
        path=path,
        status=blank[0].status,
        witnesses=_distinct(o.witness for o in blank),
        spans=_distinct(span for o in blank for span in o.spans),
        support=max(o.support for o in blank),
        flags=frozenset.intersection(*(o.flags for o in blank)),
    )


def with_claim(path: str, claim: Claim, rivals: tuple[Claim, ...] = ()) -> Reading:
    """The reading in which this claim counts; rivals make it a conflict."""
    return Reading(
        path=path,
        status=claim.status,
        claim=claim,
        rivals=rivals,
        witnesses=claim.witnesses,
        spans=claim.spans,
        support=claim.support,
        flags=claim.flags | {"conflict"} if rivals else claim.flags,
    )


def numbers(readings: Mapping[str, Reading]) -> dict[str, Number]:
    """The stated numbers by path."""
    return {path: number for path, reading in readings.items() if (number := reading.number) is not None}


def values_of(readings: Mapping[str, Reading], signed: frozenset[str]) -> Values:
    """The stated numbers as identities are applied to them, with how far each may be off."""
    stated = numbers(readings)
    slacks: dict[str, Number] = {}
    for path, number in stated.items():
        claim = readings[path].claim
        if claim is not None and (margin := slack(number, claim.approximate)):
            slacks[path] = margin
    return Values(stated, readings.keys(), slacks, signed)


def first_spans(paths: Iterable[str], readings: Mapping[str, Reading]) -> tuple[Span, ...]:
    """The best place of each path in the text."""
    return _distinct(span for path in paths if path in readings for span in readings[path].spans[:1])


def _claims(stated: Sequence[Observation]) -> list[Claim]:
    """One claim for each different value; approximate and rounded values join the exact one they fit."""
    same: dict[Value, list[Observation]] = {}
    for o in sorted(stated, key=_exactness):
        assert o.value is not None
        same.setdefault("".join(o.value.split()) if isinstance(o.value, str) else o.value, []).append(o)
    groups: list[list[Observation]] = []
    for group in same.values():
        home = next((g for g in groups[:MAX_COMPARED] if _fits(group[0], g[0])), None)
        if home is None:
            groups.append(group)
        else:
            home.extend(group)
    return [_claim(group) for group in groups]


def _claim(seen: Sequence[Observation]) -> Claim:
    """The claim of observations that agree, the most exact first.

    A doubt remains if all of them share it; a model that repeats a value does not dispel it.
    """
    first = seen[0]
    assert first.value is not None
    if len(seen) == 1:
        return Claim(first.value, first.status, (first.witness,), first.spans, first.support, first.flags)
    by_rules = [o for o in seen if o.witness is not Witness.LLM] or seen
    return Claim(
        value=first.value,
        status=Status.STATED if any(o.status is Status.STATED for o in seen) else first.status,
        witnesses=_distinct(o.witness for o in seen),
        spans=_distinct(span for o in seen for span in o.spans),
        support=max(o.support for o in seen),
        flags=frozenset.intersection(*(o.flags for o in by_rules)),
    )


def _exactness(o: Observation) -> tuple[bool, bool, bool, int, float]:
    # Exact values first, so that loose ones find them; within, the finer and better supported.
    model = o.witness is Witness.LLM
    return (model, "approximate" in o.flags, o.status is not Status.STATED, _RANK[o.witness], -o.support)


def _fits(loose: Observation, exact: Observation) -> bool:
    """Whether a number is an approximation or a rounding of another one, which is at least as exact."""
    a, b = exact.value, loose.value
    if not isinstance(a, int | Decimal) or not isinstance(b, int | Decimal) or loose.witness is Witness.LLM:
        return False
    vague, vaguer = "approximate" in exact.flags, "approximate" in loose.flags
    if vaguer or isinstance(a, Decimal) or isinstance(b, Decimal):
        return size(a - b) <= max(slack(a, vague), slack(b, vaguer))
    return (
        loose.witness is not Witness.TABLE and b != 0 and b % ROUND == 0 and size(a - b) * 2 <= slack(b, True)
    )


def _precedence(claim: Claim) -> tuple[bool, bool, bool, int, int, float, int]:
    return (
        claim.approximate,
        claim.status is not Status.STATED,
        claim.support < SURE,
        min(_RANK[w] for w in claim.witnesses),
        -len(claim.witnesses),
        -claim.support,
        min((span.start for span in claim.spans), default=0),
    )


def _ambiguous(path: str, seen: Sequence[Observation]) -> Reading:
    """Several readings are possible: those that every ambiguous observation allows, else all of them."""
    sets = [_distinct(v for v in (o.value, *o.alternatives) if v is not None) for o in seen]
    options = [s for s in sets if s]
    common = [v for v in options[0] if all(v in s for s in options)] if options else []
    best = max(seen, key=lambda o: (o.value is not None, o.support))
    likely = best.value if best.support >= LIKELY and (not common or best.value in common) else None
    spans = _distinct(span for o in seen for span in o.spans)
    witnesses = _distinct(o.witness for o in seen)
    flags = frozenset.union(*(o.flags for o in seen)) | {"ambiguous"}
    claim = None
    if likely is not None:
        claim = Claim(likely, Status.AMBIGUOUS, witnesses, spans, best.support, flags)
    return Reading(
        path=path,
        status=Status.AMBIGUOUS,
        claim=claim,
        candidates=tuple(common) if common else _distinct(v for s in options for v in s),
        witnesses=witnesses,
        spans=spans,
        support=best.support,
        flags=flags,
    )


def _distinct(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
