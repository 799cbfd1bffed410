"""The numbers of a text with their labels, as claims refer to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ...numbers import Kind, Quantity
from ...values import Span
from ..reading import Reading
from ..sentences import Label, Sentence
from ..text import Running

_BREAK = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Number:
    """One amount of a sentence, by its index among the sentence's amounts."""

    sentence: Sentence
    index: int

    @property
    def quantity(self) -> Quantity:
        """The amount itself."""
        return self.sentence.amounts[self.index]

    @property
    def value(self) -> Decimal:
        """Its value; hundredths for a percentage."""
        return self.quantity.value

    @property
    def label(self) -> Label:
        """The words around it."""
        return self.sentence.labels[self.index]

    @property
    def printed(self) -> str:
        """The number with its unit, as printed."""
        return self.sentence.text[self.quantity.start : self.quantity.stop]

    @property
    def at(self) -> int:
        """Its place in the running text."""
        return self.sentence.start + self.quantity.start


class Numbers:
    """The amounts of a text, sentence by sentence, and the paths that some of them were read for."""

    def __init__(self, sentences: Sequence[Sentence], readings: Sequence[Reading], running: Running) -> None:
        self.sentences = [sentence for sentence in sentences if sentence.amounts]
        self._breaks = [m.start() for m in _BREAK.finditer(running.text)]
        self._paths = {r.at: r.path for r in readings if r.quantity}
        self._running = running

    def of(self, sentence: Sentence) -> list[Number]:
        """The amounts of one sentence, in order."""
        return [Number(sentence, index) for index in range(len(sentence.amounts))]

    def paragraph(self, sentence: Sentence) -> int:
        """The number of the paragraph that the sentence stands in."""
        return bisect_left(self._breaks, sentence.start)

    def path(self, number: Number) -> str | None:
        """The path that the number was read for, None if it is of no field."""
        return self._paths.get(number.at)

    def paths(self, *numbers: Number) -> tuple[str, ...]:
        """The paths of those of the numbers that have one."""
        return tuple(path for path in map(self.path, numbers) if path)

    def span(self, number: Number) -> Span:
        """The place of the number with its unit in the document."""
        return self._running.span(number.at, number.sentence.start + number.quantity.stop)


def is_exact(number: Number, kind: Kind) -> bool:
    """Whether the number is of that kind and not rounded by the text."""
    return number.quantity.kind is kind and not number.quantity.approximate
