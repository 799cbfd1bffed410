"""One number of a sentence, with what a rule may ask of the words around it."""

from __future__ import annotations

from typing import NamedTuple

from ..numbers import Quantity
from .period import Period, Periods
from .sentences import Label, Sentence

_BEFORE = 200
_BEHIND = 40


class Mention(NamedTuple):
    """A count, its label, the periods of its sentence, and the paths that the text has just given."""

    sentence: Sentence
    quantity: Quantity
    label: Label
    periods: Periods
    given: frozenset[str]

    @property
    def at(self) -> int:
        """Where the number stands in the running text."""
        return self.sentence.start + self.quantity.start

    @property
    def is_named_behind(self) -> bool:
        """Whether the label are words behind the number."""
        return bool(self.label.text) and self.label.start >= self.quantity.start

    def period(self, *, part: bool = False) -> Period:
        """The period that the number is about, as a part of what was counted before it or by itself."""
        return self.periods.at(self.quantity.start, part=part)

    @property
    def before(self) -> str:
        """The sentence up to the number, as far back as a rule looks."""
        return self.sentence.text[max(0, self.label.start - _BEFORE) : self.quantity.start]

    @property
    def segment(self) -> str:
        """The part of the sentence behind the last semicolon, up to the number."""
        start = self.sentence.text.rfind(";", 0, self.label.start) + 1
        return self.sentence.text[start : self.quantity.start]

    @property
    def clause(self) -> str:
        """The label and the words behind the number, with `#` in its place."""
        return f"{self.label.text}#{self.label.tail}"

    @property
    def behind(self) -> str:
        """What follows the number and its unit."""
        return self.sentence.text[self.quantity.stop : self.quantity.stop + _BEHIND]
