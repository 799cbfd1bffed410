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
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from ..declare import FieldSpec, FieldType
from ..values import Observation, Status, Witness
from .reading import SURE, Claim, Number, Reading, size, slack

T = TypeVar("T")

_RANK = {Witness.TABLE: 0, Witness.NARRATIVE: 1, Witness.LLM: 2}

LIKELY = 0.75
"""Support from which on an ambiguous reading is likelier than all its alternatives together."""

_ROUND = 1000
"""A sentence's number that is a multiple of this may be a rounded one (43.2万 for 432113)."""


def weigh(path: str, seen: Sequence[Observation], spec: FieldSpec) -> Reading:
    """The reading of one path from all its (admitted) observations, at least one."""
    stated = [o for o in seen if o.value is not None and o.status in (Status.STATED, Status.DERIVED)]
    if len(stated) == 1:
        return with_claim(path, _claim(stated[0]))
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


def with_claim(path: str, claim: Claim, rivals: tuple[Claim, ...] = (), flags: Iterable[str] = ()) -> Reading:
    """The reading in which this claim counts; rivals make it a conflict."""
    conflict = {"conflict"} if rivals else set()
    return Reading(
        path=path,
        status=claim.status,
        claim=claim,
        rivals=rivals,
        witnesses=claim.witnesses,
        spans=claim.spans,
        support=claim.support,
        flags=claim.flags | conflict | set(flags),
    )


def numbers(readings: Mapping[str, Reading]) -> dict[str, Number]:
    """The stated numbers by path."""
    return {path: number for path, reading in readings.items() if (number := reading.number) is not None}


def slacks(readings: Mapping[str, Reading]) -> dict[str, Number]:
    """How far each stated number that is not exact may be off."""
    loose: dict[str, Number] = {}
    for path, reading in readings.items():
        if reading.claim is not None and (number := reading.number) is not None:
            margin = slack(number, reading.claim.approximate)
            if margin:
                loose[path] = margin
    return loose


def _claims(stated: Sequence[Observation]) -> list[Claim]:
    """One claim for each different value; approximate and rounded values join the exact one they fit."""
    claims: list[Claim] = []
    for o in sorted(stated, key=_exactness):
        for index, claim in enumerate(claims):
            if _agree(claim, o):
                claims[index] = _joined(claim, o)
                break
        else:
            claims.append(_claim(o))
    return claims


def _claim(o: Observation) -> Claim:
    assert o.value is not None
    return Claim(o.value, o.status, (o.witness,), o.spans, o.support, o.flags)


def _exactness(o: Observation) -> tuple[bool, bool, int, float]:
    # Exact values first, so that loose ones find them; within, the finer and better supported.
    return ("approximate" in o.flags, o.status is not Status.STATED, _RANK[o.witness], -o.support)


def _agree(claim: Claim, o: Observation) -> bool:
    a, b = claim.value, o.value
    if isinstance(a, str) and isinstance(b, str):
        return "".join(a.split()) == "".join(b.split())
    if not isinstance(a, int | Decimal) or not isinstance(b, int | Decimal):
        return a == b
    if a == b:
        return True
    loose_a, loose_b = claim.approximate, "approximate" in o.flags
    if loose_a or loose_b:
        return size(a - b) <= max(slack(a, loose_a), slack(b, loose_b))
    if isinstance(a, Decimal) or isinstance(b, Decimal):
        return size(a - b) <= max(slack(a, False), slack(b, False))
    if o.witness is Witness.TABLE or b == 0 or b % _ROUND:
        return False
    return size(a - b) * 2 <= slack(b, True)


def _joined(claim: Claim, o: Observation) -> Claim:
    return replace(
        claim,
        witnesses=_distinct((*claim.witnesses, o.witness)),
        spans=_distinct((*claim.spans, *o.spans)),
        support=max(claim.support, o.support),
        flags=claim.flags & o.flags,
        status=Status.STATED if Status.STATED in (claim.status, o.status) else claim.status,
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
