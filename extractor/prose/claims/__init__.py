"""What the text claims of its own numbers: shares and rates, and the same thing said twice."""

from __future__ import annotations

from collections.abc import Sequence

from ...values import Finding
from ..reading import Reading
from ..sentences import Sentence
from ..text import Running
from .growth import growths
from .rate import rates
from .repeat import repeats
from .share import shares
from .statement import Numbers


def check_claims(
    sentences: Sequence[Sentence], readings: Sequence[Reading], running: Running
) -> tuple[Finding, ...]:
    """The claims that the text's own numbers contradict, in the order of the text."""
    numbers = Numbers(sentences, readings, running)
    return (*rates(numbers), *shares(numbers), *growths(numbers), *repeats(numbers))


__all__ = ["check_claims"]
