"""Generates reports whose true values are known: forms × layouts × noise, all from a seed.

`generate(seed)` gives a `Case`: the bytes of a report and its `Gold`. `python -m tests.generator` scores
the extractor on any number of them.
"""

from .case import Case, generate, realize
from .gold import Gold
from .plan import FORMS, LAYOUTS, PAPER_LAYOUTS, PROSE_LAYOUTS, Plan
from .scoring import Score, score

__all__ = [
    "FORMS",
    "LAYOUTS",
    "PAPER_LAYOUTS",
    "PROSE_LAYOUTS",
    "Case",
    "Gold",
    "Plan",
    "Score",
    "generate",
    "realize",
    "score",
]
