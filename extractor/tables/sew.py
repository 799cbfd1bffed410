"""Torn stretches → rows: which row of figures belongs to which label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product
from math import comb

from rapidfuzz import fuzz

from .align import Aligned, Placed, Torn
from .labels import key_of
from .ledger import Ledger, Trial
from .lines import Line, Name

_MOST = 300
"""So many ways to put rows together are tried; beyond that, the figures stay unplaced."""

_MISTAKES = 2
"""So many identities fail when one cell of the source is wrong: one across the rows, or two for a total."""

_ALIKE = 40
"""So much (of 100) a text must be like a label to stand in its place, if nothing else could stand there."""

REALIGNED = frozenset({"realigned"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A torn stretch, and the rows of its sheet (first and last) between which it lies."""

    torn: Torn
    first: int
    last: int


def stretches(aligned: Sequence[Aligned]) -> list[Stretch]:
    """The torn stretches, those first in which every label has its row of figures."""
    found: list[Stretch] = []
    for at, item in enumerate(aligned):
        if isinstance(item, Torn):
            before = _row_next_to(item.sheet, reversed(aligned[:at]), -1)
            after = _row_next_to(item.sheet, aligned[at + 1 :], 1 << 30)
            found.append(Stretch(item, before + 1, after - 1))
    return sorted(found, key=lambda stretch: next(_even(stretch.torn), None) is None)


def _row_next_to(sheet: int, aligned: Iterable[Aligned], default: int) -> int:
    rows = (item.name.row for item in aligned if isinstance(item, Placed) and item.sheet == sheet)
    return next(rows, default)


def sewn(stretch: Stretch, ledger: Ledger) -> list[Placed]:
    """The rows of a stretch, if one way to put them together is better than all others.

    Where every label has its row of figures, the identities must not object, but for a mistake of the
    agency's own. Elsewhere they must confirm each row, and no other way to place as many.
    """
    for ways, admitted in (
        (_even(stretch.torn), _unopposed),
        (_alike(stretch, ledger), _unopposed),
        (_local(stretch.torn), _confirmed),
        (_anywhere(stretch, ledger, optional=False), _confirmed),
        (_anywhere(stretch, ledger, optional=True), _confirmed),
    ):
        sound = [way for way in ways if way and admitted(ledger.try_rows(way))]
        most = max(map(len, sound), default=0)
        best = [way for way in sound if len(way) == most]
        if best and all(ledger.same(best[0], other) for other in best[1:]):
            return [replace(row, flags=REALIGNED) for row in best[0]]
    return []


def _unopposed(trial: Trial) -> bool:
    """Whether the identities leave no doubt but for a mistake of the agency's own."""
    return trial.fails < _MISTAKES or (trial.fails == _MISTAKES and trial.holds >= 2 * _MISTAKES)


def _confirmed(trial: Trial) -> bool:
    """Whether the identities bear out every row."""
    return trial.confirmed and not trial.fails


def _even(torn: Torn) -> Iterator[list[Placed]]:
    """Each label with its row of figures, where there are as many, with or without doubtful rows."""
    for one, two in pairwise(torn.items):
        if isinstance(one, Name) and isinstance(two, Line) and not one.leads(two):
            return
    stated = [line for line in torn.lines if not line.blank]
    several_lines = [torn.lines, stated]
    several_lines += [[line for line in lines if not line.may_be_page_number] for lines in several_lines]
    several_names = [[name for name in torn.names if not name.optional], torn.names]
    tried: list[tuple[list[Name], list[Line]]] = []
    for names, lines in product(several_names, several_lines):
        if len(names) == len(lines) and (names, lines) not in tried:
            tried.append((names, lines))
            yield _rows(torn, names, lines)


def _local(torn: Torn) -> Iterator[list[Placed]]:
    """Optional rows with figures; figures right behind their label; figures right before it."""
    names, lines = torn.names, torn.lines
    wanted = len(lines) - sum(not name.optional for name in names)
    optional = [at for at, name in enumerate(names) if name.optional]
    if 0 < wanted <= len(optional) and comb(len(optional), wanted) <= _MOST:
        for chosen in combinations(optional, wanted):
            yield _rows(torn, [n for at, n in enumerate(names) if not n.optional or at in chosen], lines)
    pairs = list(pairwise(torn.items))
    yield [_row(torn, one, two) for one, two in pairs if isinstance(one, Name) and isinstance(two, Line)]
    yield [_row(torn, two, one) for one, two in pairs if isinstance(one, Line) and isinstance(two, Name)]


def _alike(stretch: Stretch, ledger: Ledger) -> Iterator[list[Placed]]:
    """Rows of figures behind texts that are a little like the only labels missing in that place.

    Signs that there is nothing to state need no such text.
    """
    torn, free = stretch.torn, _free(stretch, ledger, optional=False)
    if len(free) != len(torn.lines) or not all(name.optional for name in torn.names):
        return
    table = ledger.book.sheets[torn.sheet].table
    if all(
        not line.stated
        or any(
            fuzz.ratio(key_of(line.words), key_of(label)) >= _ALIKE for label in table.rows[name.row].labels
        )
        for name, line in zip(free, torn.lines, strict=True)
    ):
        yield _rows(torn, free, torn.lines)


def _anywhere(stretch: Stretch, ledger: Ledger, *, optional: bool) -> Iterator[list[Placed]]:
    """The rows of figures in official order, on any rows of the sheet that have none yet."""
    torn, free = stretch.torn, _free(stretch, ledger, optional=optional)
    if torn.lines and comb(len(free), len(torn.lines)) <= _MOST:
        for names in combinations(free, len(torn.lines)):
            yield _rows(torn, names, torn.lines)


def _free(stretch: Stretch, ledger: Ledger, *, optional: bool) -> list[Name]:
    """The rows between those around the stretch that have no figures yet."""
    rows = ledger.book.sheets[stretch.torn.sheet].table.rows
    named = {name.row: name for name in stretch.torn.names}
    return [
        named.get(at, Name(at))
        for at in range(stretch.first, min(stretch.last + 1, len(rows)))
        if rows[at].path is not None
        and (optional or not rows[at].optional)
        and not ledger.has(stretch.torn.sheet, at)
    ]


def _rows(torn: Torn, names: Sequence[Name], lines: Sequence[Line]) -> list[Placed]:
    return [_row(torn, name, line) for name, line in zip(names, lines, strict=True)]


def _row(torn: Torn, name: Name, line: Line) -> Placed:
    return Placed(torn.sheet, name, line, torn.columns)
