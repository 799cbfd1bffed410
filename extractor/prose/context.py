"""What the text around a number is about: the topics named in its block, headings and section."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from ..declare.prose import Topic
from ..values import Document
from ..views import View

_ENUMERATOR = re.compile(
    r"(?:(?<=[。;!?\n])|\A)(?:(?P<first>[一二三四五六七八九十]{1,3}、)|(?P<second>\([一二三四五六七八九十]{1,3}\))|(?<=\n))"
)
_HEADING_END = re.compile(r"[。\n;]|(?<=[^0-9])(?=(?:19|20)[0-9]{2}年)")
_HEADING = 60
# How many topics back the text of one block is remembered.
_MEMORY = 40


class Triggers:
    """The words of the schema's topics, as one pattern for each group of topics."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.by_role = {role: [t for t in topics if role in t.roles] for t in topics for role in t.roles}
        self._groups = [
            _words([topic for topic in topics if topic.group == group])
            for group in dict.fromkeys(topic.group for topic in topics)
        ]

    def find(self, text: str) -> list[tuple[int, Topic]]:
        """Where each topic is named, in order; of words of one group that overlap, the longest."""
        named = [
            (match.start(), topics[match.group()])
            for pattern, topics in self._groups
            for match in pattern.finditer(text)
        ]
        return sorted(named, key=itemgetter(0))


def _words(topics: Sequence[Topic]) -> tuple[re.Pattern[str], dict[str, Topic]]:
    by_word = {word: topic for topic in topics for word in topic.words}
    longest_first = sorted(by_word, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), by_word


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of text under one enumerator: topics that hold from its start, and the last of each group."""

    start: int
    topics: frozenset[str]
    last: dict[str, Topic]


class Context:
    """Answers what a place in the running text is about.

    Topics named in a heading (`一、…`, `（一）…`) hold until the next heading of its rank; those named in
    the text hold until the next heading of any rank; those of a section's role as long as the section.
    """

    def __init__(self, text: str, triggers: Triggers, document: Document, view: View) -> None:
        found = triggers.find(text)
        self._places = [place for place, _ in found]
        self._topics = [topic for _, topic in found]
        self._blocks = list(self._divide(text, triggers, document, view))
        self._starts = [block.start for block in self._blocks]

    def topics(self, at: int) -> frozenset[str]:
        """The names of the topics that hold at view offset `at`."""
        block = self._blocks[bisect_right(self._starts, at) - 1]
        return block.topics | {topic.name for topic in self._named(block.start, at)}

    def latest(self, at: int, group: str) -> Topic | None:
        """The topic of `group` named last before view offset `at`."""
        block = self._blocks[bisect_right(self._starts, at) - 1]
        named = [topic for topic in self._named(block.start, at) if topic.group == group]
        return named[-1] if named else block.last.get(group)

    def _named(self, start: int, end: int) -> list[Topic]:
        last = bisect_left(self._places, end)
        return self._topics[max(bisect_left(self._places, start), last - _MEMORY) : last]

    def _divide(self, text: str, triggers: Triggers, document: Document, view: View) -> Iterator[_Block]:
        ranks: list[list[Topic]] = [[], []]
        body: list[Topic] = []
        starts = [(m.start(), m.lastgroup) for m in _ENUMERATOR.finditer(text)]
        if not starts or starts[0][0] > 0:
            starts.insert(0, (0, None))
        roles = _Roles(document, view, triggers)
        for (start, rank), (end, _) in zip(starts, [*starts[1:], (len(text), None)], strict=True):
            if rank is not None:
                level = 0 if rank == "first" else 1
                heading = _HEADING_END.search(text, start + 1, min(end, start + _HEADING))
                named = self._named(start, heading.start() if heading else min(end, start + _HEADING))
                ranks[level:] = [named] + [[]] * (1 - level)
                body = []
            holding = [*roles.at(start), *ranks[0], *ranks[1], *body]
            yield _Block(start, frozenset(t.name for t in holding), {t.group: t for t in holding})
            body = _last_of_each([*body, *self._named(start, end)])


class _Roles:
    """The topics that a section is about by its role."""

    def __init__(self, document: Document, view: View, triggers: Triggers) -> None:
        self._sections = sorted(document.sections, key=lambda section: section.heading.start)
        self._starts = [section.heading.start for section in self._sections]
        self._by_role = triggers.by_role
        self._view = view

    def at(self, place: int) -> list[Topic]:
        if not self._starts:
            return []
        index = bisect_right(self._starts, self._view.span(place, place + 1).start) - 1
        role = self._sections[index].role if index >= 0 else None
        return self._by_role.get(role, []) if role else []


def _last_of_each(named: Sequence[Topic]) -> list[Topic]:
    """The topics without repetition, in the order in which each was named last."""
    return list(reversed(dict.fromkeys(reversed(named))))
