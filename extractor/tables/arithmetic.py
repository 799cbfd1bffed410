"""The identities of the form as a witness to where figures belong.

A placement is tried by what it makes of the sums. Terms without a value, and cells that hold `/` or
nothing, are no less than nothing: where a side has one, its known terms may not exceed the other side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ..declare import Identity, Relation

Number = int | Decimal
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many identities fail, how many hold where not all is nothing, and the terms of the latter."""

    fails: int
    holds: int
    terms: frozenset[str]


class Arithmetic:
    """The equalities of one form. Subtotals without a value are written out by their own identities."""

    def __init__(self, identities: Iterable[Identity], form: str | None) -> None:
        self._equations: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        self._parts: dict[str, list[tuple[str, ...]]] = {}
        for identity in identities:
            if identity.relation is not Relation.EQUAL or identity.other_wholes:
                continue
            if identity.forms and form is not None and form not in identity.forms:
                continue
            self._equations.append((identity.left, identity.right))
            if len(identity.left) == 1 and identity.remainder is None:
                self._parts.setdefault(identity.left[0], []).append(identity.right)
        self._uses: dict[str, list[int]] = {}
        for at, (left, right) in enumerate(self._equations):
            for path in dict.fromkeys(self._leaves((*left, *right), 0)):
                self._uses.setdefault(path, []).append(at)

    def _leaves(self, paths: Sequence[str], depth: int) -> Iterable[str]:
        for path in paths:
            yield path
            if depth < _DEPTH:
                for parts in self._parts.get(path, ()):
                    yield from self._leaves(parts, depth + 1)

    def within(self, values: Mapping[str, Number], row: Collection[str], unsure: Collection[str]) -> Verdict:
        """What the identities among the paths of one row say of `values`.

        `unsure` are paths whose value is 0 only because their cell states nothing.
        """
        chosen = [at for at in self._touching(row) if self._inside(at, row)]
        return self._judge(chosen, values, unsure)

    def wholes(self, row: Collection[str]) -> frozenset[str]:
        """The sums among the paths of one row."""
        inside = (self._equations[at] for at in self._touching(row) if self._inside(at, row))
        return frozenset(left[0] for left, _ in inside if len(left) == 1)

    def has_within(self, row: Collection[str]) -> bool:
        """Whether there is an identity among the paths of one row."""
        return any(self._inside(at, row) for at in self._touching(row))

    def across(
        self, values: Mapping[str, Number], rows: Sequence[Collection[str]], unsure: Collection[str]
    ) -> Verdict:
        """What the identities say that connect these rows with each other or with other rows.

        Only these tell rows apart: those within a row hold wherever it is put.
        """
        chosen = [
            at
            for at in self._touching([path for row in rows for path in row])
            if not any(self._inside(at, row) for row in rows)
        ]
        return self._judge(chosen, values, unsure)

    def bears_out(
        self, path: str, row: Collection[str], values: Mapping[str, Number], unsure: Collection[str]
    ) -> bool:
        """Whether sums confirm the value of a path both within its row and across rows, and none opposes it.

        A sum that has the total of its row for a term says nothing of where in the row the value stands.
        """
        uses = [at for at in self._uses.get(path, ()) if self._counts(path, self._equations[at], row, values)]
        inside = [at for at in uses if self._inside(at, row)]
        across = [at for at in uses if at not in inside]
        verdicts = (self._judge(chosen, values, unsure) for chosen in (inside, across))
        return all(verdict.holds and not verdict.fails for verdict in verdicts)

    def _counts(
        self,
        path: str,
        sides: Iterable[Sequence[str]],
        row: Collection[str],
        values: Mapping[str, Number],
        depth: int = 0,
    ) -> bool:
        """Whether a path is a term, or part of one without a value that is not in its row."""
        for term in (term for terms in sides for term in terms):
            if term == path:
                return True
            written_out = depth < _DEPTH and term not in values and term not in row
            if written_out and self._counts(path, self._parts.get(term, ()), row, values, depth + 1):
                return True
        return False

    def _touching(self, paths: Iterable[str]) -> list[int]:
        return sorted({at for path in paths for at in self._uses.get(path, ())})

    def _inside(self, at: int, row: Collection[str]) -> bool:
        left, right = self._equations[at]
        return all(path in row for path in left) and all(path in row for path in right)

    def _judge(self, chosen: Iterable[int], values: Mapping[str, Number], unsure: Collection[str]) -> Verdict:
        fails = holds = 0
        terms: set[str] = set()
        for at in chosen:
            left, right = self._equations[at]
            if len(left) == 1 and left[0] not in values:
                continue  # it would only say what the whole is
            one, one_known, one_sure = self._sum(left, values, unsure, 0)
            other, other_known, other_sure = self._sum(right, values, unsure, 0)
            if one_known and other_known and one == other != 0:
                holds += 1
                terms.update(self._leaves((*left, *right), 0))
            one_exact, other_exact = one_known and one_sure, other_known and other_sure
            fails += (one_exact and other > one) or (other_exact and one > other)
        return Verdict(fails, holds, frozenset(terms))

    def _sum(
        self, paths: Sequence[str], values: Mapping[str, Number], unsure: Collection[str], depth: int
    ) -> tuple[Number, bool, bool]:
        """The sum of the known terms, whether all are known, and whether all those are sure."""
        total: Number = 0
        known = sure = True
        for path in paths:
            if path in values:
                total += values[path]
                sure = sure and path not in unsure
                continue
            for parts in self._parts.get(path, ()) if depth < _DEPTH else ():
                part, part_known, part_sure = self._sum(parts, values, unsure, depth + 1)
                if part_known or part:
                    total += part
                    known, sure = known and part_known, sure and part_sure
                    break
            else:
                known = False
        return total, known, sure


@lru_cache(maxsize=16)
def arithmetic_of(identities: tuple[Identity, ...], form: str | None) -> Arithmetic:
    """The arithmetic of a form, built once for each schema and form."""
    return Arithmetic(identities, form)
