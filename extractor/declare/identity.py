"""Identities (勾稽关系) as data: what must be equal, or may not exceed what, within one record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..values import Severity


class Relation(StrEnum):
    """How the two sides of an identity compare."""

    EQUAL = "="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Identity:
    """`sum(left) relation sum(right)`, over field paths.

    An equality with one term on the left says that a whole (left) is the sum of its parts (right).
    `rule` names the identity in findings (`requests.balance`); several identities may share it (one
    for each column). `forms` limits it to those forms, empty means every form. `message_zh` and
    `message_en` say in words what should hold; `severity` is the gravest that a failure can be.

    Terms that a report may leave out:

    * a path in `absent_is_zero` counts as nothing where the record has no entry for it;
    * `remainder` is a row for all the rest: where it is stated, parts without an entry count as
      nothing, and where it has no entry, it counts as nothing itself;
    * `other_wholes` are wholes that agencies use in place of the left side (channels of all requests
      handled, not of those received); the identity holds when one of them fits;
    * every other term without a value is written out by its own identity where its parts have values,
      unless the identity is `direct`, and else leaves the identity open.

    What may be computed from it: `closed` says that the parts are a fixed list that also sentences
    give in full, so that a report's silence on one of them is no sign of another category. Terms in
    `working` are computed only on the way to others, and do not enter the record themselves. With
    `computes` off, nothing is computed from the identity: it is a check and no more.
    """

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Relation = Relation.EQUAL
    forms: frozenset[str] = frozenset()
    absent_is_zero: frozenset[str] = frozenset()
    remainder: str | None = None
    other_wholes: tuple[str, ...] = ()
    closed: bool = False
    direct: bool = False
    working: frozenset[str] = frozenset()
    computes: bool = True
    severity: Severity = Severity.ERROR
    message_zh: str = ""
    message_en: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """All terms, left side first, then other wholes."""
        return self.left + self.right + self.other_wholes

    @property
    def whole(self) -> str | None:
        """The term that the others make up, None for a balance of two sums and for an inequality."""
        return self.left[0] if self.relation is Relation.EQUAL and len(self.left) == 1 else None


@dataclass(frozen=True, slots=True)
class Period:
    """Paths of the year of a record and of the days its period starts and ends, and the first year
    for which there can be such a report."""

    year: str
    start: str
    end: str
    first_year: int

    @property
    def paths(self) -> tuple[str, ...]:
        """The three paths."""
        return (self.year, self.start, self.end)
