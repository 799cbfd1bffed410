"""Tells facts of a world in sentences, and keeps account of what has been stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from .bodies import Body
from .facts import DISTRACTORS, VALUE, ZERO, Fact
from .identities import Number
from .ink import Ink

_NUMERALS = ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
_ANY_NUMBER = re.compile(r"<#(\d+)-(\d+)>")


@dataclass
class Teller:
    """Writes marked sentences for one report.

    `stated` holds what the sentences state, `implied` what a reader may conclude from them and
    `avoided` the paths that must not be told (a planted misprint would contradict them).
    """

    rng: Random
    ink: Ink
    body: Body
    year: int
    values: Mapping[str, Number]
    stated: dict[str, Number] = field(default_factory=dict)
    implied: dict[str, Number] = field(default_factory=dict)
    avoided: frozenset[str] = frozenset()

    def plain(self, template: str) -> str:
        """A sentence that states no indicator, its numbers drawn at random."""
        text = _ANY_NUMBER.sub(lambda m: str(self.rng.randint(int(m.group(1)), int(m.group(2)))), template)
        names = {"year": self.year, "last": self.year - 1, "whole": self.body.whole, "own": self.body.own}
        for name, word in names.items():
            text = text.replace(f"{{{name}}}", str(word))
        return text

    def some(self, templates: Sequence[str], most: int) -> list[str]:
        """Up to `most` of the sentences, in a random order."""
        return [
            self.plain(t) for t in self.rng.sample(templates, self.rng.randint(0, min(most, len(templates))))
        ]

    def distractor(self, room: str) -> list[str]:
        """Sometimes a sentence with numbers that are no indicator."""
        return self.some(DISTRACTORS[room], 1)

    def tell(self, facts: Iterable[Fact]) -> list[str]:
        """One of the facts that are true and not told yet, as a list of at most one sentence."""
        open_facts = [fact for fact in facts if self._tellable(fact)]
        if not open_facts:
            return []
        return [self._sentence(self.rng.choice(open_facts))]

    def tell_some(self, groups: Iterable[Sequence[Fact]], chance: float) -> list[str]:
        """For each group, with that chance, one of its facts."""
        return [s for group in groups if self.rng.random() < chance for s in self.tell(group)]

    def _tellable(self, fact: Fact) -> bool:
        paths = fact.paths
        if any(path not in self.values or path in self.avoided for path in paths):
            return False
        if all(path in self.stated for path in paths):
            return False
        if any(self.values[path] != 0 for path in fact.zeros):
            return False
        if any(
            self.values.get(p, self.values[source]) != self.values[source]
            for p, source in fact.implies.items()
        ):
            return False
        return bool(fact.zeros) or self.values[paths[0]] != 0

    def _sentence(self, fact: Fact) -> str:
        for path in fact.paths:
            self.stated[path] = self.values[path]
        self.implied |= {path: self.values[source] for path, source in fact.implies.items()}
        text = VALUE.sub(lambda m: self._value(m.group(1), fact), fact.text)
        text = ZERO.sub(lambda m: self.ink.mark(m.group(1), *m.group(2).split(",")), text)
        return self.plain(text)

    def _value(self, path: str, fact: Fact) -> str:
        """The marked value of a field; what it implies stands in the same place."""
        implied = [other for other, source in fact.implies.items() if source == path]
        return self.ink.mark(self._number(self.values[path]), path, *implied)

    def _number(self, value: Number) -> str:
        style = self.rng.random()
        if isinstance(value, Decimal):
            return f"{value:f}"
        if 1 <= value <= 10 and style < 0.04:
            return _NUMERALS[value]
        if value >= 10000 and value % 100 == 0 and style < 0.5:
            return f"{(Decimal(value) / 10000).normalize():f}万"
        return f"{value:,}" if value >= 1000 and style > 0.9 else str(value)
