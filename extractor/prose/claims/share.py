"""Shares that do not fit the whole they are parts of: `共X件, 其中Y件, 占Z%`.

The whole may be stated sentences before, be the sum of two numbers, or of all the parts, so every
number around is tried. A share is contradicted only where it fits none of them, while its neighbours
fit one, or where the whole is stated beyond doubt: in its sentence, or right before parts that add up
to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from ...numbers import Kind
from ...values import Finding
from ..sentences import BREAKDOWN
from .percentage import agrees, contradicted
from .statement import Number, Numbers, is_exact

_SHARE = re.compile(r"(?:占[^,;:]{0,12}|比重|比例)$")
# A share of the whole, not of a thing that it names (占微信推送量的40%).
_OF_THE_WHOLE = re.compile(r"所?占?(?:总件?数|总量|总体|全部|公开总[数量])?的?(?:比|比例|比重|百分比)?")
_NEAR = 16
# How many sentences with numbers back the whole of a share may stand, and how many numbers are tried.
_WITHIN = 6
_MOST_WHOLES = 16

_FEWEST_PARTS = 2

_Pair = tuple[Number, Number]


def shares(numbers: Numbers) -> Iterator[Finding]:
    """A finding for each share that no number around it explains."""
    for position, sentence in enumerate(numbers.sentences):
        own = numbers.of(sentence)
        pairs = list(_pairs(own))
        if not pairs:
            continue
        earlier = numbers.sentences[max(0, position - _WITHIN) : position]
        around = [n for s in earlier for n in numbers.of(s)]
        counts = [n for n in (*around, *own) if n.quantity.kind is Kind.COUNT]
        yield from _check(numbers, pairs, counts)


def _check(numbers: Numbers, pairs: Sequence[_Pair], counts: Sequence[Number]) -> Iterator[Finding]:
    own = {part.at for part, _ in pairs}
    others = [n for n in counts if n.at not in own][-_MOST_WHOLES:]
    wholes = _possible_wholes([part for part, _ in pairs], others)
    strays = [p for p in pairs if not any(agrees(p[1], p[0].value, whole) for whole in wholes)]
    if not strays:
        return
    whole = _agreed_whole(pairs, len(strays), others) or _only_whole(pairs, others) or _parted(pairs, others)
    if whole is None:
        return
    for part, percentage in strays:
        if part.value <= whole.value:
            yield contradicted(numbers, percentage, part, whole)


def _possible_wholes(parts: Sequence[Number], others: Sequence[Number]) -> set[Decimal]:
    """The numbers around, the sums of two of them, the parts, and the sum of the parts."""
    values = {n.value for n in others}
    sums = {a + b for a, b in combinations(values, 2)}
    return values | sums | {part.value for part in parts} | {sum((p.value for p in parts), Decimal(0))}


def _agreed_whole(pairs: Sequence[_Pair], strays: int, others: Sequence[Number]) -> Number | None:
    """The stated number that most shares fit, if they are enough for those that do not to be wrong."""
    unit = pairs[0][0].quantity.unit
    together = sum(part.value for part, _ in pairs)
    best: Number | None = None
    most = max(1, 2 * strays - 1)
    for number in others:
        fitting = sum(agrees(percentage, part.value, number.value) for part, percentage in pairs)
        if fitting > most and number.quantity.unit == unit and number.value >= together:
            best, most = number, fitting
    return best


def _only_whole(pairs: Sequence[_Pair], others: Sequence[Number]) -> Number | None:
    """The whole of the only share of a sentence: `共X件, 其中Y件, 占Z%`, with no other count before."""
    part = pairs[0][0]
    before = [n for n in others if n.sentence is part.sentence and n.at < part.at]
    if len(pairs) != 1 or len(before) != 1 or not is_exact(before[0], Kind.COUNT):
        return None
    whole = before[0]
    between = part.sentence.text[whole.quantity.stop : part.quantity.start]
    same = whole.quantity.unit == part.quantity.unit and whole.value >= part.value
    return whole if same and BREAKDOWN in between and "共" in whole.label.raw else None


def _parted(pairs: Sequence[_Pair], others: Sequence[Number]) -> Number | None:
    """The whole that was counted right before and that the parts with shares add up to: `共X件。其中, …`."""
    first = pairs[0][0]
    before = [n for n in others if n.at < first.at]
    if len(pairs) < _FEWEST_PARTS or not before or not is_exact(before[-1], Kind.COUNT):
        return None
    whole = before[-1]
    same = {part.quantity.unit for part, _ in pairs} == {whole.quantity.unit}
    added_up = sum(part.value for part, _ in pairs) == whole.value
    of_it = all(_OF_THE_WHOLE.fullmatch(percentage.label.text) for _, percentage in pairs)
    return whole if same and added_up and of_it and BREAKDOWN in first.label.raw else None


def _pairs(own: Sequence[Number]) -> Iterator[_Pair]:
    """Each exact part with the share that stands right behind it, or in the same place of a second list."""
    for number, following in pairwise(own):
        between = number.sentence.text[number.quantity.stop : following.quantity.start]
        if _are_exact(number, following) and len(between) <= _NEAR and _SHARE.search(following.label.text):
            if "分别" in between:
                yield from _paired_lists(own, following)
            else:
                yield number, following


def _are_exact(part: Number, percentage: Number) -> bool:
    return is_exact(part, Kind.COUNT) and is_exact(percentage, Kind.PERCENT)


def _paired_lists(own: Sequence[Number], first: Number) -> Iterator[_Pair]:
    """`分别为300件、900件, 占比分别为25%、75%`, when both lists are of one length."""
    run = [first]
    for number in own[first.index + 1 :]:
        between = number.sentence.text[run[-1].quantity.stop : number.quantity.start]
        if not is_exact(number, Kind.PERCENT) or len(between) > 2:
            break
        run.append(number)
    parts = own[max(0, first.index - len(run)) : first.index]
    if len(parts) == len(run) and all(map(_are_exact, parts, run)):
        yield from zip(parts, run, strict=True)
