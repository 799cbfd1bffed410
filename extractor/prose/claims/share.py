"""Shares and rates that the numbers they are computed from contradict.

A printed percentage stands for an interval as wide as its last digit. It is contradicted only where
part and whole are named beyond doubt and no other number around could be the whole: a false alarm is
worse than a missed one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from ...numbers import Kind
from ...values import Finding, Severity
from ..sentences import Sentence
from .statement import Number, Numbers, is_exact

_RATE = re.compile(r"([一-龥]{2,8})率$")
_SHARE = re.compile(r"(?:占[^,;:]{0,12}|比重|比例)$")
_COME_IN = re.compile(r"收到|受理|接收|接到|收集|征集|形成|登记|交办|承办|转办|接件")
_NOUNS = re.compile(r"(?:诉求|问题|工单|事项|信件|来信|案件|申请|留言|总|综合|平均|件|的)+")
_MANNER = re.compile(r"按期|按时|及时|如期|超期|逾期|未|有效|限时|一次")

# How many sentences back the whole of a rate, and that of a share, may stand.
_RATE_WITHIN = 2
_SHARE_WITHIN = 6
_MOST_WHOLES = 16


def shares(numbers: Numbers) -> Iterator[Finding]:
    """A finding for each share or rate that its own numbers contradict."""
    for position, sentence in enumerate(numbers.sentences):
        own = numbers.of(sentence)
        percentages = [n for n in own if is_exact(n, Kind.PERCENT)]
        if not percentages:
            continue
        earlier = numbers.sentences[max(0, position - _SHARE_WITHIN) : position]
        paragraph = numbers.paragraph(sentence)
        near = [s for s in earlier[-_RATE_WITHIN:] if numbers.paragraph(s) == paragraph]
        for percentage in percentages:
            yield from _rate(numbers, percentage, [*_of_all(numbers, near), *own])
        yield from _parts_of_a_whole(numbers, own, _of_all(numbers, earlier))


def _of_all(numbers: Numbers, sentences: Sequence[Sentence]) -> list[Number]:
    return [number for sentence in sentences for number in numbers.of(sentence)]


def _rate(numbers: Numbers, percentage: Number, around: Sequence[Number]) -> Iterator[Finding]:
    """`收到X件, 回复Y件, 回复率Z%`: the part is what the rate names, the whole what came in."""
    named = _RATE.search(percentage.label.text)
    if named is None:
        return
    counts = [n for n in around if n.quantity.kind is Kind.COUNT]
    before = [n for n in counts if n.at < percentage.at]
    parts = [n for n in before if n.sentence is percentage.sentence and _does(n.label.text, named[1])]
    if not parts:
        return
    part = parts[-1]
    wholes = [
        n
        for n in before
        if n.at < part.at and n.quantity.unit == part.quantity.unit and _COME_IN.search(n.label.text)
    ]
    if len(wholes) != 1 or not _are_exact(part, wholes[0]):
        return
    candidates = [n for n in counts if n is not part and n.value >= part.value]
    if any(n.quantity.approximate or _agrees(percentage, part.value, n.value) for n in candidates):
        return
    rest = wholes[0].value - part.value
    if rest < 0 or (rest and any(n.value == rest for n in counts)):
        return  # more than came in, or the rest is accounted for: the base is another one
    yield _finding(numbers, percentage, part, wholes[0].value, wholes[0])


def _does(label: str, deed: str) -> bool:
    """Whether a label names the deed of a rate, done in the same manner (`按期回复`: `按期办结回复`)."""
    deed = _NOUNS.sub("", deed)
    if len(deed) < 2 or set(_MANNER.findall(label)) != set(_MANNER.findall(deed)):
        return False
    half = len(deed) // 2
    return deed in label or (len(deed) == 4 and deed[:half] in label and deed[half:] in label)


def _parts_of_a_whole(
    numbers: Numbers, own: Sequence[Number], earlier: Sequence[Number]
) -> Iterator[Finding]:
    """`X件, 占Z%`: parts of one whole that is stated here or before, or is the sum of two numbers there."""
    pairs = list(_pairs(own))
    if not pairs:
        return
    counts = [n for n in (*earlier, *own) if n.quantity.kind is Kind.COUNT]
    wholes = _wholes(counts, [part for part, _ in pairs])
    fitting = {whole: [pair for pair in pairs if _agrees(pair[1], pair[0].value, whole)] for whole in wholes}
    strays = [pair for pair in pairs if all(pair not in fitted for fitted in fitting.values())]
    if not strays:
        return
    whole = max(wholes, key=lambda w: len(fitting[w]), default=None)
    if whole is None or not _is_the_whole(len(fitting[whole]), len(strays)):
        only = _only_whole(own, pairs)
        if only is None:
            return
        yield _finding(numbers, strays[0][1], strays[0][0], only.value, only)
        return
    stated = next((n for n in counts if n.value == whole), None)
    for part, percentage in strays:
        if part.value <= whole:
            yield _finding(numbers, percentage, part, whole, stated)


def _is_the_whole(fitting: int, strays: int) -> bool:
    """Whether enough shares agree on a whole for those that do not to be wrong."""
    return fitting >= 2 and fitting > 2 * strays


def _pairs(own: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """Each exact part with the share that stands right behind it, or in the same place of a second list."""
    for number, following in pairwise(own):
        between = number.sentence.text[number.quantity.stop : following.quantity.start]
        if _are_pair(number, following) and len(between) <= 16 and _SHARE.search(following.label.text):
            if "分别" in between:
                yield from _paired_lists(own, following)
            else:
                yield number, following


def _are_pair(part: Number, percentage: Number) -> bool:
    return is_exact(part, Kind.COUNT) and is_exact(percentage, Kind.PERCENT)


def _paired_lists(own: Sequence[Number], first: Number) -> Iterator[tuple[Number, Number]]:
    """`分别为1920件、6031件, 占比分别为24.1%、75.9%`, when both lists are of one length."""
    run = [first]
    for number in own[first.index + 1 :]:
        between = number.sentence.text[run[-1].quantity.stop : number.quantity.start]
        if not is_exact(number, Kind.PERCENT) or len(between) > 2:
            break
        run.append(number)
    parts = own[max(0, first.index - len(run)) : first.index]
    if len(parts) == len(run) and all(map(_are_pair, parts, run)):
        yield from zip(parts, run, strict=True)


def _wholes(counts: Sequence[Number], parts: Sequence[Number]) -> list[Decimal]:
    """The numbers that may be the whole: one of the counts, the sum of two, or that of all parts."""
    least = max(part.value for part in parts)
    values = list(dict.fromkeys(n.value for n in counts if n.value))[-_MOST_WHOLES:]
    sums = [a + b for a, b in combinations(values, 2)]
    return [
        whole for whole in (*values, *sums, sum((part.value for part in parts), Decimal(0))) if whole >= least
    ]


def _only_whole(own: Sequence[Number], pairs: Sequence[tuple[Number, Number]]) -> Number | None:
    """The whole of the only share of a sentence: `共X件, 其中Y件, 占Z%`, with no other count before."""
    part = pairs[0][0]
    before = [n for n in own if n.at < part.at and n.quantity.kind is Kind.COUNT]
    if len(pairs) != 1 or len(before) != 1 or not is_exact(before[0], Kind.COUNT):
        return None
    whole = before[0]
    between = part.sentence.text[whole.quantity.stop : part.quantity.start]
    same = whole.quantity.unit == part.quantity.unit and whole.value >= part.value
    return whole if same and "其中" in between and "共" in whole.label.raw else None


def _are_exact(*counts: Number) -> bool:
    return all(is_exact(n, Kind.COUNT) for n in counts)


def _agrees(percentage: Number, part: Decimal, whole: Decimal) -> bool:
    """Whether the share of `part` in `whole` rounds, or is cut, to the percentage as printed."""
    if not whole:
        return False
    exact = part * 100 / whole
    step = percentage.quantity.step
    return percentage.value - step / 2 <= exact < percentage.value + step


def _finding(
    numbers: Numbers, percentage: Number, part: Number, whole: Decimal, stated: Number | None
) -> Finding:
    exact = (part.value * 100 / whole).quantize(Decimal("0.01"))
    printed = percentage.printed
    unit = part.quantity.unit
    words = percentage.label.text
    message = (
        f"文中称“{words}{printed}”,但{part.value}{unit}÷{whole}{unit}={exact}%"
        f" / The text gives {printed}, but {part.value} of {whole} is {exact}%"
    )
    involved = (part, stated) if stated else (part,)
    return Finding(
        rule="share",
        severity=Severity.WARNING,
        message=message,
        paths=numbers.paths(*involved),
        left=percentage.value,
        right=exact,
        difference=percentage.value - exact,
        spans=tuple(numbers.span(n) for n in (percentage, *involved)),
    )
