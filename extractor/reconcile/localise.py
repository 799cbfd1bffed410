"""Which cell is wrong: the fewest cells whose change mends every failed sum and breaks none.

This is the principle of Fellegi and Holt (1976) for linear edits: among the printed cells, find the
smallest sets that can be changed so that all equations hold. In a table with row and column sums a
single wrong cell breaks one row and one column, and their crossing names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..declare import Relation
from .equations import Equation
from .reading import Number, size

MAX_CELLS = 3
"""Sets of more cells than this are not searched for."""

MAX_EXPLANATIONS = 12
"""With more explanations than this none is worth naming."""

MAX_STEPS = 5_000
"""Changes tried before the search is given up, for all components of one report together."""

Change = tuple[str, Number]
"""A path, and the value that it would have."""


@dataclass(frozen=True, slots=True)
class Component:
    """Failed equations that hang together through shared cells.

    `explanations` are the smallest sets of changes that mend them all, each sorted by path; none
    where no small set does, or too many do, or the search was given up (`exhausted`). `cells` is how
    many cells must be wrong at the least.
    """

    equations: tuple[Equation, ...]
    explanations: tuple[tuple[Change, ...], ...] = ()
    cells: int = 1
    exhausted: bool = False

    @property
    def suspects(self) -> tuple[Change, ...]:
        """The changes of the one explanation, if there is exactly one."""
        return self.explanations[0] if len(self.explanations) == 1 else ()


def localise(
    equations: Sequence[Equation], failed: Sequence[Equation], numbers: Mapping[str, Number]
) -> list[Component]:
    """The failed equations in components, each with its explanations.

    `equations` are all closed ones, failed or not. Changed values are never below zero. An inequality
    that fails, or an equation with unknown terms, is a component of its own without explanations.
    """
    search = _Search(equations, numbers)
    exact = [e for e in failed if e.closed and e.identity.relation is Relation.EQUAL]
    loose = [e for e in failed if not (e.closed and e.identity.relation is Relation.EQUAL)]
    return [search.component(group) for group in _groups(exact)] + [Component((e,)) for e in loose]


def _groups(failed: Sequence[Equation]) -> list[list[Equation]]:
    """Equations that share cells, directly or through others."""
    groups: list[tuple[set[str], list[Equation]]] = []
    for e in failed:
        paths = {path for path, _ in e.known}
        joined = [g for g in groups if g[0] & paths]
        groups = [g for g in groups if not g[0] & paths]
        groups.append((paths.union(*(seen for seen, _ in joined)), [*(m for _, ms in joined for m in ms), e]))
    return [members for _, members in groups]


class _Search:
    """A bounded depth-first search over changes of single cells.

    `uses` leads from a path to the equations it stands in, with its sign there. A state of the search
    is the residual of every equation that a change has touched or that failed to begin with.
    """

    def __init__(self, equations: Sequence[Equation], numbers: Mapping[str, Number]) -> None:
        self.equations = equations
        self.numbers = numbers
        self.index = {id(e): i for i, e in enumerate(equations)}
        self.uses: dict[str, dict[int, int]] = {}
        for index, e in enumerate(equations):
            for path, sign in e.known:
                self.uses.setdefault(path, {})[index] = sign
        self._paths: dict[int, frozenset[str]] = {}
        self.steps = 0

    def component(self, failed: Sequence[Equation]) -> Component:
        residuals = {self.index[id(e)]: e.residual for e in failed}
        for cells in range(self._least(list(residuals)), MAX_CELLS + 1):
            found: set[tuple[Change, ...]] = set()
            self._mend(residuals, {}, cells, found)
            if self.steps > MAX_STEPS:
                return Component(tuple(failed), cells=cells, exhausted=True)
            if found:
                few = len(found) <= MAX_EXPLANATIONS
                return Component(tuple(failed), tuple(sorted(found)) if few else (), cells)
        return Component(tuple(failed), cells=MAX_CELLS + 1)

    def _mend(
        self,
        residuals: dict[int, Number],
        changed: dict[str, Number],
        cells: int,
        found: set[tuple[Change, ...]],
    ) -> None:
        """Add to `found` every set of `cells` more changes that mends what is off."""
        off = [index for index, residual in residuals.items() if self._fails(index, residual)]
        if not off:
            found.add(tuple(sorted(changed.items())))
            return
        if self._least(off) > cells:
            return
        for index, path in self._sites(off, last=cells == 1):
            if path in changed or self.steps > MAX_STEPS or len(found) > MAX_EXPLANATIONS:
                continue
            self.steps += 1
            delta = -residuals[index] * self.uses[path][index]
            value = self.numbers[path] + delta
            if value >= 0:
                after = self._after(residuals, path, delta)
                self._mend(after, {**changed, path: value}, cells - 1, found)

    def _least(self, off: Sequence[int]) -> int:
        """How many cells must be wrong at the least: one in each of some equations that share none."""
        seen: set[str] = set()
        count = 0
        for index in off:
            paths = self._paths.setdefault(index, frozenset(p for p, _ in self.equations[index].known))
            if seen.isdisjoint(paths):
                seen |= paths
                count += 1
        return count

    def _sites(self, off: Sequence[int], last: bool) -> Iterator[tuple[int, str]]:
        """Cells to change, each with the equation that says by how much.

        The last cell must stand in all that is off. Any other is looked for in every equation that is
        off, because one that holds two of the wrong cells does not say how far each is wrong.
        """
        if last:
            first, *rest = off
            for path, _ in self.equations[first].known:
                if all(index in self.uses[path] for index in rest):
                    yield first, path
            return
        for index in off:
            for path, _ in self.equations[index].known:
                yield index, path

    def _after(self, residuals: dict[int, Number], path: str, delta: Number) -> dict[int, Number]:
        after = dict(residuals)
        for index, sign in self.uses[path].items():
            after[index] = after.get(index, self.equations[index].residual) + sign * delta
        return after

    def _fails(self, index: int, residual: Number) -> bool:
        e = self.equations[index]
        return (residual if e.identity.relation is Relation.AT_MOST else size(residual)) > e.slack
