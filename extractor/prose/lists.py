"""Lists that name several things first and their numbers afterwards.

`当面申请、网络申请和传真申请分别为12件、30件、5件` gives each number its own name, in order;
`行政复议、行政诉讼均为0件` gives one number to all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..numbers import Quantity
from .sentences import Sentence, plain, without_filler

_RESPECTIVELY = re.compile(r"分别(?!占)[^,;:。0-9]{0,6}$")
_BETWEEN = re.compile(r"(?:[、,和及与]|以及)+")
_ALIKE = re.compile(r"(?:均|都|各)(?:为|是|有|计)?$")
_MEMBERS = re.compile(r"、|以及|和|与|及(?!时)")
_CLAUSE = re.compile(r"[,;:。]")
_REACH = 120


def names_in_order(sentence: Sentence) -> dict[int, tuple[str, ...]]:
    """The possible names of the amounts that a list gives in order, by the amount's index.

    A list whose names and numbers differ in count is not read. A name is offered as it stands and
    with what the last member adds for all (`当面、网络、信函申请`: 当面, 当面申请).
    """
    named: dict[int, tuple[str, ...]] = {}
    if "分别" not in sentence.text:
        return named
    for first, last in _runs(sentence):
        before = sentence.text[: sentence.amounts[first].start]
        names = _names(before[: before.rindex("分别")], last - first)
        named.update(zip(range(first, last), names, strict=False))
    return named


def names_alike(sentence: Sentence, index: int, raw: str) -> tuple[tuple[str, ...], ...]:
    """The names that share the amount of that index (均, 各), each with its possible forms; none if one."""
    return names_joined(sentence, index) if _ALIKE.search(raw) else ()


def names_joined(sentence: Sentence, index: int) -> tuple[tuple[str, ...], ...]:
    """The names joined before the amount of that index, each with its possible forms; none if one."""
    start = sentence.amounts[index].start
    before = _ALIKE.sub("", sentence.text[max(0, start - _REACH) : start])
    members = _members(_CLAUSE.split(before)[-1])
    return tuple(_forms(members)) if len(members) > 1 else ()


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Stretches of at least two amounts of one unit behind 分别, from index to index."""
    amounts = sentence.amounts
    for first, quantity in enumerate(amounts):
        if not _RESPECTIVELY.search(sentence.text, max(0, quantity.start - 10), quantity.start):
            continue
        last = first + 1
        while last < len(amounts) and _goes_on(sentence.text, amounts[last - 1], amounts[last]):
            last += 1
        if last - first > 1:
            yield first, last


def _goes_on(text: str, one: Quantity, other: Quantity) -> bool:
    between = text[one.stop : other.start]
    return one.unit == other.unit and one.kind is other.kind and _BETWEEN.fullmatch(between) is not None


def _names(before: str, count: int) -> list[tuple[str, ...]]:
    """The names in one of the last three clauses of `before` that has exactly `count` of them."""
    clauses = [clause for clause in _CLAUSE.split(before[-_REACH:]) if clause][-3:]
    for clause in reversed(clauses):
        members = _members(clause)
        if len(members) == count:
            return list(_forms(members))
    return []


def _members(clause: str) -> list[str]:
    return [member for part in _MEMBERS.split(clause) if (member := without_filler(plain(part)))]


def _forms(members: list[str]) -> Iterator[tuple[str, ...]]:
    last = members[-1]
    endings = [last[cut:] for cut in range(1, len(last)) if len(last) - cut <= 8]
    for member in members:
        yield (member, *(member + ending for ending in endings)) if member is not last else (member,)
