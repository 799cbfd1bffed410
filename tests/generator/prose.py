"""Tells facts of a world in sentences, and keeps account of what has been stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from .bodies import Body
from .facts import ANY_NUMBER, CHOICE, PART, SHARE, VALUE, ZERO, Fact
from .fill import FULL_WIDTH
from .identities import Number
from .ink import Ink
from .sentences import DISTRACTORS

_NUMERALS = "零一二三四五六七八九"


@dataclass
class Teller:
    """Writes marked sentences for one report.

    `stated` holds what the sentences state, `implied` what a reader may conclude from them, `avoided`
    the paths that must not be told (a planted misprint would contradict them), and `printed` those of the
    tables, which no rounded value may contradict.
    """

    rng: Random
    ink: Ink
    body: Body
    year: int
    values: Mapping[str, Number]
    stated: dict[str, Number] = field(default_factory=dict)
    implied: dict[str, Number] = field(default_factory=dict)
    avoided: frozenset[str] = frozenset()
    printed: frozenset[str] = frozenset()

    def plain(self, template: str) -> str:
        """A sentence that states no indicator, its numbers drawn at random."""
        text = ANY_NUMBER.sub(lambda m: str(self.rng.randint(int(m.group(1)), int(m.group(2)))), template)
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
        if fact.rounded and any(self.values[path] < 100 or path in self.printed for path in fact.rounded):
            return False
        return bool(fact.zeros) or self.values[paths[0]] != 0

    def _sentence(self, fact: Fact) -> str:
        for path in fact.paths:
            self.stated[path] = self.values[path]
        self.implied |= {path: self.values[source] for path, source in fact.implies.items()}
        text = CHOICE.sub(lambda m: self.rng.choice(m.group(1).split("|")), fact.text)
        text = self._parts(text)
        text = SHARE.sub(lambda m: self._share(m.group(1), m.group(2)), text)
        text = VALUE.sub(lambda m: self._value(m.group(2), fact, rounded=bool(m.group(1))), text)
        text = ZERO.sub(lambda m: self.ink.mark(m.group(1), *m.group(2).split(",")), text)
        return self.plain(text)

    def _value(self, path: str, fact: Fact, *, rounded: bool) -> str:
        """The marked value of a field; what it implies stands in the same place."""
        implied = [other for other, source in fact.implies.items() if source == path]
        if rounded:
            return self._rounded(path)
        return self.ink.mark(self._number(self.values[path]), path, *implied)

    def _rounded(self, path: str) -> str:
        """The value as an approximation; what is stated is the rounded number."""
        digits = len(str(self.values[path])) - 2
        base = int(self.values[path]) // 10**digits * 10**digits
        above = base + 10**digits
        self.stated[path] = base
        if base >= 10000 and self.rng.random() < 0.5:
            return self.ink.mark(f"{(Decimal(base) / 10000).normalize():f}万余", path)
        if self.rng.random() < 0.3:
            self.stated[path] = above
            return self.ink.mark(f"近{above}", path)
        return self.ink.mark(f"{base}余", path)

    def _parts(self, text: str) -> str:
        """The two parts of a value that `<part:…>` and `<rest:…>` stand for."""
        whole = PART.search(text)
        if whole is None:
            return text
        amount = int(self.values[whole.group(2)])
        part = self.rng.randint(0, amount)
        return PART.sub(lambda m: str(part if m.group(1) == "part" else amount - part), text)

    def _share(self, part: str, whole: str) -> str:
        """A percentage with one or two decimals."""
        places = self.rng.choice((1, 2))
        return f"{Decimal(self.values[part]) / Decimal(self.values[whole]) * 100:.{places}f}"

    def _number(self, value: Number) -> str:
        style = self.rng.random()
        if isinstance(value, Decimal):
            return f"{value:f}"
        if 1 <= value <= 99 and style < 0.04:
            return _in_words(value)
        if value >= 10000 and value % 100 == 0 and style < 0.5:
            return f"{(Decimal(value) / 10000).normalize():f}万"
        text = f"{value:,}" if value >= 1000 and style > 0.9 else str(value)
        return text.translate(FULL_WIDTH) if 0.5 < style < 0.53 else text


def _in_words(value: int) -> str:
    """A number below a hundred in Chinese numerals, as one says it of things."""
    if value == 2:
        return "两"
    tens, ones = divmod(value, 10)
    ten = ("" if tens < 2 else _NUMERALS[tens]) + "十" if tens else ""
    return ten + (_NUMERALS[ones] if ones else "")
