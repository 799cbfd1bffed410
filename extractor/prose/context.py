"""What the text around a number is about: the topics named in its block, headings and section."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from ..declare.prose import Topic
from ..values import Document
from .text import Running

_ENUMERATOR = re.compile(r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)")
_SENTENCE_ENDS = frozenset("。;!?\n")
_HEADING_END = re.compile(r"[。\n;]|(?<=[^0-9])(?=(?:19|20)[0-9]{2}年)")
_HEADING = 60
_LINE_HEAD = 20
# How far before a topic's word that is looked for which makes it none.
_PASSING = 30
# How many topics back the text of one block is remembered.
_MEMORY = 40


class Triggers:
    """The words of the schema's topics, as one pattern for each group of topics."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._by_role = {role: [t for t in topics if role in t.roles] for t in topics for role in t.roles}
        self._groups = [
            _words([topic for topic in topics if topic.group == group])
            for group in dict.fromkeys(topic.group for topic in topics)
        ]

    def of_role(self, role: str | None) -> list[Topic]:
        """The topics that a section of that role is about."""
        return self._by_role.get(role, []) if role else []

    def find(self, text: str) -> list[tuple[int, Topic]]:
        """Where each topic is named, in order; of words of one group that overlap, the longest."""
        named = [
            (match.start(), topics[match.group()])
            for pattern, topics in self._groups
            for match in pattern.finditer(text)
            if not _in_passing(topics[match.group()], text, match.start(), match.end())
        ]
        return sorted(named, key=itemgetter(0))


def _in_passing(topic: Topic, text: str, start: int, end: int) -> bool:
    """Whether the topic's word at `text[start:end]` is part of a title or the kind of something else."""
    if topic.foreign and text.rfind("《", max(0, start - _PASSING), start) > text.rfind("》", 0, start):
        return True
    if topic.not_before and re.compile(topic.not_before).match(text, end):
        return True
    if not topic.not_behind:
        return False
    return re.search(rf"(?:{topic.not_behind})$", text[max(0, start - _PASSING) : start]) is not None


def _words(topics: Sequence[Topic]) -> tuple[re.Pattern[str], dict[str, Topic]]:
    by_word = {word: topic for topic in topics for word in topic.words}
    longest_first = sorted(by_word, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), by_word


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of text under one heading: topics that hold from its start, and the last of each group."""

    start: int
    topics: frozenset[str]
    last: dict[str, Topic]
    headings: tuple[str, ...]


class Context:
    """Answers what a place in the running text is about.

    Topics named in a heading (`一、…`, `（一）…`), and those of a section's role, hold until the next heading
    of its rank; those named in the text hold until the next heading of any rank.
    """

    def __init__(self, running: Running, triggers: Triggers, document: Document) -> None:
        found = triggers.find(running.text)
        self._text = running.text
        self._places = [place for place, _ in found]
        self._topics = [topic for _, topic in found]
        self._blocks = list(self._divide(running, triggers, document))
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

    def headings(self, at: int) -> tuple[str, ...]:
        """The headings that `at` stands under, the highest first."""
        return self._blocks[bisect_right(self._starts, at) - 1].headings

    def above(self, at: int) -> tuple[str, ...]:
        """The headings that `at` stands under, and the first words of its line, which may be one."""
        line = self._text.rfind("\n", 0, at) + 1
        return (*self.headings(at), self._text[line : min(at, line + _LINE_HEAD)])

    def _named(self, start: int, end: int) -> list[Topic]:
        last = bisect_left(self._places, end)
        return self._topics[max(bisect_left(self._places, start), last - _MEMORY) : last]

    def _divide(self, running: Running, triggers: Triggers, document: Document) -> Iterator[_Block]:
        ranks: list[list[Topic]] = [[], []]
        titles = ["", ""]
        holding: list[Topic] = []
        names: frozenset[str] = frozenset()
        last: dict[str, Topic] = {}
        under: tuple[str, ...] = ()
        headings = _headings(running, document)
        stops = [place for place, _, _ in headings[1:]]
        for (start, rank, role), stop in zip(headings, [*stops, len(running.text)], strict=True):
            stop = min(stop, start + _HEADING)
            match = _HEADING_END.search(running.text, start + 1, stop)
            end = match.start() if match else stop
            ranks[rank:] = [[*triggers.of_role(role), *self._named(start, end)], *[[]] * (1 - rank)]
            titles[rank:] = [running.text[start:end], *[""] * (1 - rank)]
            above = tuple(filter(None, titles))
            now = [topic for topics in ranks for topic in topics]
            if now != holding:
                holding, names, last = now, frozenset(topic.name for topic in now), {t.group: t for t in now}
            under = under if above == under else above  # of millions of headings most are the same
            yield _Block(start, names, last, under)


def _headings(running: Running, document: Document) -> list[tuple[int, int, str | None]]:
    """Where headings begin, in order, each with its rank (0 for `一、`, 1 for `（一）`) and section's role.

    The text before the first heading counts as one.
    """
    found: dict[int, tuple[int, str | None]] = {0: (0, None)}
    text = running.text
    for match in _ENUMERATOR.finditer(text):
        if match.start() == 0 or text[match.start() - 1] in _SENTENCE_ENDS:
            found[match.start()] = (1 if match.group().startswith("(") else 0, None)
    for section in document.sections:
        if section.role is not None:
            found[running.offset(section.heading.start)] = (0, section.role)
    return [(place, rank, role) for place, (rank, role) in sorted(found.items())]
