"""Rates that the numbers they are named after contradict: `收到X件, 回复Y件, 回复率Z%`.

A rate is contradicted only where part and whole are named beyond doubt and no other number around
could be the whole: a false alarm is worse than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...numbers import Kind
from ...values import Finding
from ..sentences import BREAKDOWN, Sentence
from .percentage import agrees, contradicted
from .statement import Number, Numbers, is_exact

_RATE = re.compile(r"([一-龥]{2,8})率$")
_COME_IN = re.compile(r"收到|受理|接收|接到|收集|征集|形成|登记|交办|承办|转办|接件")
_NOUNS = re.compile(r"(?:诉求|问题|工单|事项|信件|来信|案件|申请|留言|总|综合|平均|件|的)+")
_MANNER = re.compile(r"按期|按时|及时|如期|超期|逾期|未|有效|限时|一次")
# How many sentences back in its paragraph the whole of a rate may stand.
_WITHIN = 2


def rates(numbers: Numbers) -> Iterator[Finding]:
    """A finding for each rate that its own numbers contradict."""
    for position, sentence in enumerate(numbers.sentences):
        named = [
            (n, rate[1])
            for n in numbers.of(sentence)
            if is_exact(n, Kind.PERCENT) and (rate := _RATE.search(n.label.text))
        ]
        if not named:
            continue
        counts = _counts(numbers, sentence, numbers.sentences[max(0, position - _WITHIN) : position])
        for percentage, deed in named:
            yield from _check(numbers, percentage, deed, counts)


def _counts(numbers: Numbers, sentence: Sentence, before: Sequence[Sentence]) -> list[Number]:
    """The counts of the sentence and of those before it in its paragraph."""
    paragraph = numbers.paragraph(sentence)
    near = [s for s in before if numbers.paragraph(s) == paragraph]
    return [n for s in (*near, sentence) for n in numbers.of(s) if n.quantity.kind is Kind.COUNT]


def _check(numbers: Numbers, percentage: Number, deed: str, counts: Sequence[Number]) -> Iterator[Finding]:
    before = [n for n in counts if n.at < percentage.at]
    parts = [n for n in before if n.sentence is percentage.sentence and _does(n.label.text, deed)]
    if not parts:
        return
    part = parts[-1]
    whole = _whole(part, [n for n in before if n.at < part.at])
    if whole is None or not is_exact(part, Kind.COUNT):
        return
    others = [n for n in counts if n is not part and n.value >= part.value]
    if any(n.quantity.approximate or agrees(percentage, part.value, n.value) for n in others):
        return
    rest = whole.value - part.value
    if rest < 0 or (rest and any(n.value == rest for n in counts if n is not part)):
        return  # more than came in, or the rest is accounted for: the base is another one
    yield contradicted(numbers, percentage, part, whole)


def _whole(part: Number, before: Sequence[Number]) -> Number | None:
    """What came in, if it is the only number of that unit between which and the part nothing is counted.

    Behind `其中` it is the number of that unit right before, whatever it counts.
    """
    same = [n for n in before if n.quantity.unit == part.quantity.unit]
    if BREAKDOWN in part.label.raw and before and before[-1].sentence is part.sentence:
        return before[-1] if before[-1] in same and is_exact(before[-1], Kind.COUNT) else None
    came_in = [n for n in same if _COME_IN.search(n.label.text)]
    came_in = [n for n in came_in if n.sentence is part.sentence] or came_in
    if len(came_in) != 1 or same[-1] is not came_in[0] or not is_exact(came_in[0], Kind.COUNT):
        return None
    return came_in[0]


def _does(label: str, deed: str) -> bool:
    """Whether a label names the deed of a rate, done in the same manner (`按期回复`: `按期办结回复`)."""
    deed = _NOUNS.sub("", deed)
    if len(deed) < 2 or set(_MANNER.findall(label)) != set(_MANNER.findall(deed)):
        return False
    half = len(deed) // 2
    return deed in label or (len(deed) == 4 and deed[:half] in label and deed[half:] in label)
