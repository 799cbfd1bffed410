"""The header of a block → its columns in the order of the figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from .labels import Part, key_of
from .pieces import Kind
from .rows import Block, Label
from .sheets import Edition, Sheet
from .values import money_unit

_TELLING = 5
"""So many figures to a row tell the columns of a form, also where its header cannot be read."""

_FOREIGN = 2
"""So many columns at least have labels that no form prints, if a header is to be that of another table."""

LEFT_OUT = "columns_left_out"
"""Flag of columns that no form prints without others of their group, or without any below a spanning header
that is there, so that a label may be lost."""

UNCERTAIN = "columns_uncertain"
"""Flag of columns beside others that were left out and have the same labels: the labels that are there may
be those of the others, and the same sums hold for both."""

INCOMPLETE = "columns_incomplete"
"""Flag of columns without groups that no form prints without others, so that a label may be lost."""

LOST = frozenset({"header_lost"})
"""Flags of columns of which no label was found, so that only the number of figures tells them."""

REORDERED = "columns_reordered"
"""Flag of columns that stand in another order than on the form."""

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Columns:
    """The sheet's columns in the order in which a row's figures stand; None is a column to be passed over.

    `support` says how well the header is known, `flags` why to doubt it. `at` are their positions in the
    grid where there is one, `units` the units of money that the header states, by column.
    """

    order: tuple[int | None, ...]
    support: float = 1.0
    flags: frozenset[str] = frozenset()
    at: tuple[int, ...] = ()
    units: tuple[tuple[int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.order)


def columns_of(block: Block, sheet: Sheet, before: Columns | None, edition: Edition | None) -> Columns | None:
    """The columns of a block; `before` are those of a block of the sheet that came before it.

    `edition` is what the form prints that the rest of the report follows: it decides where the header
    was lost and the number of figures leaves more than one edition. None if nothing fits.
    """
    printed = _printed(block.header, sheet)
    known = tuple(c for c in printed if c is not None)
    width, stated = _usual_width(block)
    if _is_foreign(block, known, stated, sheet):
        return None
    if known:
        shown = len(known) == len(printed) and _shows_all(block.header, sheet)
        orders = [printed] if shown else _orders(printed, known, sheet, edition)
        orders.sort(key=lambda order: len(set(order) - set(known)))
        fitting = [o for o in orders if len(o) == width or stated <= len(o) < width]
        if fitting:
            return _columns(fitting[0], block.header, known, sheet)
        whole = [e.columns for e in _by_likelihood(sheet, edition) if len(e.columns) == width]
        if whole and len(whole[0]) >= _TELLING and set(known) <= set(whole[0]):
            return Columns(whole[0], 0.7, frozenset({"header_unclear"}))
        return _columns(orders[0], block.header, known, sheet)
    if before is not None and len(before) == width:
        return replace(before, support=0.9)
    return _without_header(width, stated, sheet, edition) or (before and replace(before, support=0.9))


def _printed(header: Sequence[Label], sheet: Sheet) -> tuple[int | None, ...]:
    """The columns of the header labels in the order of their figures; of several years the last counts.

    The columns of a spanning header stand where that header stands, if none of these headers is missing.
    """
    entries = [label.entry for label in header]
    years: dict[int, int] = {}
    for label in header:
        if label.entry.part is Part.COLUMN:
            years[label.entry.at] = max(_year(label), years.get(label.entry.at, 0))
    groups = {_outermost(sheet.groups[at], sheet) for _, part, at in entries if part is Part.GROUP}
    above = {sheet.table.columns[at].group[:1] for _, part, at in entries if part is Part.COLUMN}
    ordering = all(group[0] in groups for group in above if group)
    places: dict[str, list[int | None]] = {}
    for label in header:
        part, index = label.entry.part, label.entry.at
        if part is Part.GROUP and ordering:
            places.setdefault(_outermost(sheet.groups[index], sheet), [])
        elif part is Part.COLUMN:
            group = sheet.table.columns[index].group
            place = places.setdefault(group[0] if group else f"#{len(places)}", [])
            place.append(index if _year(label) == years[index] else None)
        elif part is Part.UNKNOWN and not sheet.groups:
            places[f"#{len(places)}"] = [None]
    flat = [column for place in places.values() for column in place]
    return tuple(c for i, c in enumerate(flat) if c is None or c not in flat[:i])


def _outermost(group: str, sheet: Sheet) -> str:
    return next(column.group[0] for column in sheet.table.columns if group in column.group)


def _year(label: Label) -> int:
    match = _YEAR.search(label.text)
    return int(match.group()) if match else 0


def _usual_width(block: Block) -> tuple[int, int]:
    """How many cells most rows have, and how many of them state something at most.

    A row may be broken over runs, or rows may follow one another: both lengths are counted.
    """
    widths: Counter[int] = Counter()
    stated: Counter[int] = Counter()
    labelled = [s for s in block.segments if s.label is not None and (s.runs or s.leading)]
    in_rows = block.in_rows
    for segment in labelled or block.segments:
        runs = segment.rows(in_rows)
        whole = [[piece for run in runs for piece in run]] if len(runs) > 1 else []
        for cells in [*runs, *whole]:
            filled = len(cells) - [piece.kind for piece in cells].count(Kind.BLANK)
            widths[len(cells)] += 1
            stated[len(cells)] = max(filled, stated[len(cells)])
    width = max(widths, key=lambda n: (widths[n], n), default=0)
    return width, stated[width]


def _is_foreign(block: Block, known: Collection[int], stated: int, sheet: Sheet) -> bool:
    """Whether other labels stand in the place of most labels of the columns: departments, quarters, years.

    Where rows have but one figure, it is the same by any name. Words that are mostly fragments of the
    form's own labels, as the lines of narrow cells of a PDF are, are no others.
    """
    unread = stated - len(known)
    if unread < _FOREIGN or 2 * unread < stated or len(block.foreign) < unread:
        return False
    labels = (*sheet.groups, *(label for column in sheet.table.columns for label in column.labels))
    own = [key_of(label) for label in labels]
    strange = sum(not any(key_of(piece.text) in label for label in own) for piece in block.foreign)
    return 2 * strange >= len(block.foreign)


def _shows_all(header: Sequence[Label], sheet: Sheet) -> bool:
    """Whether the layout shows the labels of the columns side by side, so that none can be lost there."""
    labels = [label.pieces[-1] for label in header if label.entry.part is Part.COLUMN]
    rows = {piece.row for piece in labels}
    return not sheet.groups and len(rows) == 1 and labels[0].row >= 0 <= labels[0].column


def _orders(
    printed: tuple[int | None, ...], known: tuple[int, ...], sheet: Sheet, edition: Edition | None
) -> list[tuple[int | None, ...]]:
    """The orders that a header allows: those of editions that have all its labels, and its own."""
    orders: list[tuple[int | None, ...]] = []
    for e in _by_likelihood(sheet, edition):
        if not set(known) <= set(e.columns) or not _in_order(known, e.columns, sheet):
            continue
        unread = [c for c in e.columns if c not in known]
        if any(sheet.table.columns[c].cumulative for c in unread):
            continue  # what stands beside this year's figures may be anything
        if len(known) == len(printed) or all(
            one in (None, other) for one, other in zip_longest(printed, e.columns)
        ):
            orders.append(e.columns)
        if len(known) == len(printed) and _whole_groups(known, e.columns, sheet):
            orders.append(tuple(c for c in e.columns if c in known))
    if not orders or not sheet.groups or len(printed) >= len(orders[0]) - 1:
        orders.append(printed)
    return orders


def _without_header(width: int, stated: int, sheet: Sheet, edition: Edition | None) -> Columns | None:
    """The columns of the edition that prints so many, when no label of the header was found."""
    fitting: list[tuple[int | None, ...]] = []
    for e in _by_likelihood(sheet, edition):
        this_year = tuple(c for c in e.columns if not sheet.table.columns[c].cumulative)
        passed_over = tuple(None if sheet.table.columns[c].cumulative else c for c in e.columns)
        for order in dict.fromkeys((passed_over, this_year)):
            if (len(order) == width or stated <= len(order) < width) and order not in fitting:
                fitting.append(order)
    if not fitting and len({e.columns for e in sheet.editions}) == 1:
        fitting.append(sheet.editions[0].columns)
    if not fitting:
        return None
    sure = len(fitting) == 1 and None not in fitting[0]
    support = 0.9 if sure else 0.6
    return Columns(fitting[0], support, frozenset() if sure and not sheet.unlabelled else LOST)


def _by_likelihood(sheet: Sheet, edition: Edition | None) -> list[Edition]:
    return sorted(sheet.editions, key=lambda e: e is not edition)


def _in_order(known: Sequence[int], official: Sequence[int], sheet: Sheet) -> bool:
    """Whether the labels stand in official order, read straight on or level by level of the header."""
    by_level = sorted(official, key=lambda c: len(sheet.table.columns[c].group))
    return _within(known, official) or _within(known, by_level)


def _within(part: Sequence[int], whole: Sequence[int]) -> bool:
    rest = iter(whole)
    return all(member in rest for member in part)


def _whole_groups(known: Sequence[int], official: Sequence[int], sheet: Sheet) -> bool:
    """Whether the columns that were not found can be missing from the report, and not only their labels.

    Where spanning headers group all columns, only whole groups are ever left out.
    """
    groups = [sheet.table.columns[c].group for c in official]
    if not any(groups):
        return True
    missing = {sheet.table.columns[c].group for c in official if c not in known}
    return all(groups) and all(sheet.table.columns[c].group not in missing for c in known)


def _columns(
    order: tuple[int | None, ...], labels: Sequence[Label], known: tuple[int, ...], sheet: Sheet
) -> Columns:
    flags: set[str] = set()
    own = [c for c in order if c is not None]
    header = [label for label in labels if label.entry.part is Part.COLUMN]
    spanning = {sheet.groups[label.entry.at] for label in labels if label.entry.part is Part.GROUP}
    if sheet.groups and not _in_order(own, range(len(sheet.table.columns)), sheet):
        flags.add(REORDERED)
    if sheet.groups and (
        not any(
            set(own) == set(e.columns) or (set(own) < set(e.columns) and _whole_groups(own, e.columns, sheet))
            for e in sheet.editions
        )
        or not spanning <= {group for c in own for group in sheet.table.columns[c].group}
    ):
        flags.add(LEFT_OUT)
        if _have_twins(own, sheet):
            flags.add(UNCERTAIN)
    if not sheet.groups and not any(_prints(e, own, sheet) for e in sheet.editions):
        flags.add(INCOMPLETE)
    places: dict[int, int] = {}
    for label in header:
        places.setdefault(label.entry.at, label.pieces[0].column)
    at = tuple(places.get(c, -1) if c is not None else -1 for c in order)
    complete = set(known) >= {c for c in order if c is not None}
    support = min((label.support for label in header), default=0.9) if complete else 0.9
    units = tuple((label.entry.at, unit) for label in header if (unit := money_unit(label.text)))
    return Columns(order, support, frozenset(flags), at if _usable(at) else (), units)


def _prints(edition: Edition, own: Sequence[int], sheet: Sheet) -> bool:
    """Whether the columns are all of an edition, or all but the cumulative ones."""
    this_year = {c for c in edition.columns if not sheet.table.columns[c].cumulative}
    return set(own) in (set(edition.columns), this_year)


def _have_twins(own: Sequence[int], sheet: Sheet) -> bool:
    """Whether columns that were left out have the labels of columns that are there."""
    columns = sheet.table.columns
    present = {label for c in own for label in columns[c].labels}
    left_out = (c for c in range(len(columns)) if c not in own)
    return any(present.intersection(columns[c].labels) for c in left_out)


def _usable(at: tuple[int, ...]) -> bool:
    """Whether every column has a place of its own in the grid, in ascending order."""
    return bool(at) and at[0] >= 0 and all(one < other for one, other in pairwise(at))
