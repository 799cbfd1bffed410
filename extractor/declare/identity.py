"""Identities (勾稽关系) as data: what must be equal, or may not exceed what, within one record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """How the two sides of an identity compare."""

    EQUAL = "="
    AT_MOST = "<="


@dataclass(frozen=True, slots=True)
class Identity:
    """`sum(left) relation sum(right)`, over field paths.

    `rule` names the identity in findings (`requests.balance`); several identities may share it (one
    for each column). `forms` limits it to those forms, empty means every form. A path in
    `absent_is_zero` is a term that some forms do not print: where a record has no entry for it, it
    counts as nothing; every other unstated term leaves the identity open. `message_zh` and
    `message_en` say in words what should hold.
    """

    rule: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Relation = Relation.EQUAL
    forms: frozenset[str] = frozenset()
    absent_is_zero: frozenset[str] = frozenset()
    message_zh: str = ""
    message_en: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """All terms, left side first."""
        return self.left + self.right
