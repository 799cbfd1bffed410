"""How likely a value is to be right. The whole computation stands here; docs/confidence.md explains it.

A reading starts with the chance that its kind is wrong, which falls with every further witness that
agrees and every identity that holds, and which a doubt keeps above a floor. The figures are estimates,
rounded; what matters is their order and that a reader may sort and cut by them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..values import Status, Witness
from .equations import Equation
from .reading import Reading

ERROR = {Witness.TABLE: 0.03, Witness.NARRATIVE: 0.08, Witness.LLM: 0.15}
"""Chance that a single reading under a perfect label is wrong."""

WEAK_LABEL = 0.5
"""Chance of error that a label without any support would add."""

AGREEMENT = 0.3
"""Each further witness that agrees leaves this share of the chance of error."""

IDENTITY = 0.4
"""Each of the first identities that hold leaves this share, if it says more than 0 = 0."""

TRIVIAL = 0.9
"""So does one that only says 0 = 0, which a row of misread zeros would satisfy as well."""

COUNTED = 3
"""Identities beyond this number add nothing."""

FLOOR = 0.005
"""No reading is more certain than this leaves."""

DOUBT = {
    "suspect": 0.5,
    "conflict": 0.35,
    "negative": 0.5,
    "misread": 0.3,
    "unbalanced": 0.25,
    "approximate": 0.3,
    "placed_by_identity": 0.12,
}
"""The least chance of error that a flag leaves; any other flag leaves `OTHER_DOUBT`."""

OTHER_DOUBT = 0.1

AMBIGUOUS = 0.5
"""The least chance of error of an ambiguous reading that names a value; twice that without one."""

STEP = 0.01
"""What every step of a derivation adds to the chance of error of its inputs."""


class Support:
    """How many identities that hold each path stands in."""

    def __init__(self, holding: Sequence[Equation]) -> None:
        self._telling: Counter[str] = Counter()
        self._trivial: Counter[str] = Counter()
        for e in holding:
            (self._trivial if e.trivial else self._telling).update(path for path, _ in e.known)

    def counts(self, path: str) -> tuple[int, int]:
        """How many telling and how many trivial identities count for a path."""
        telling = min(self._telling[path], COUNTED)
        return telling, min(self._trivial[path], COUNTED - telling)


def confidence(reading: Reading, support: Support) -> float:
    """The estimated probability that the value of a reading, or its blank, is right, in [0, 1]."""
    ambiguous = reading.status is Status.AMBIGUOUS
    if ambiguous and reading.claim is None:
        return 0.0
    counts = support.counts(reading.path)
    return _confidence(reading.witnesses, reading.support, counts, ambiguous, reading.flags)


@lru_cache(maxsize=1024)
def _confidence(
    witnesses: tuple[Witness, ...],
    support: float,
    identities: tuple[int, int],
    ambiguous: bool,
    flags: frozenset[str],
) -> float:
    telling, trivial = identities
    error = min(ERROR[w] for w in witnesses) + (1 - support) * WEAK_LABEL
    error *= AGREEMENT ** (len(witnesses) - 1)
    error *= IDENTITY**telling * TRIVIAL**trivial
    if ambiguous:
        error = max(error, AMBIGUOUS)
    floors = (DOUBT.get(flag, OTHER_DOUBT) for flag in flags)
    return 1 - min(1.0, max(FLOOR, error, *floors))


def derived_confidence(inputs: Iterable[float]) -> float:
    """The confidence of a computed value: that of its weakest input, less a little for the step."""
    return max(0.0, min(inputs, default=1.0) - STEP)
