"""Straight lines → ruled tables: which cells they enclose, merged ones as a whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from .geometry import Box, Glyph, Ruling
from .lines import Line

LIMIT_RULINGS = 4000
"""Lines of one page after those in line were joined."""

_SNAP = 2.5  # points between lines that are one
_REACH = 3.5  # points by which lines may miss one another and still meet
_INNER = 0.3  # share of a side at each end where its border may be missing


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a ruled table: its first row and column, how many it covers, and its characters.

    They are `glyphs` while a page is looked at, and `lines` when that is done; those `overleaf` stand on
    the next page.
    """

    row: int
    column: int
    rows: int
    columns: int
    box: Box
    glyphs: tuple[Glyph, ...]
    lines: tuple[Line, ...] = ()
    overleaf: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table with its borders: `xs` and `ys` part its columns and rows; cells in reading order.

    `open_top` and `open_bottom` say that its first or last row is cut off by the end of the page.
    """

    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    open_top: bool = False
    open_bottom: bool = False


class TooManyRulingsError(Exception):
    """There are more lines on the page than any table has."""


def ruled_tables(
    rulings: Sequence[Ruling], glyphs: Sequence[Glyph], width: float
) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables of a page of some width, from top to bottom, and the characters outside them."""
    tables: list[RuledTable] = []
    for skeleton in _skeletons(rulings):
        inside = [glyph for glyph in glyphs if skeleton.holds(glyph, width)]
        slots = _slots(skeleton, inside)
        if len({slot.column for slot in slots}) > 1 or len(slots) > 2:
            opened = skeleton.open_top, skeleton.open_bottom
            tables.append(RuledTable(skeleton.box, skeleton.xs, skeleton.ys, slots, *opened))
            taken = set(map(id, inside))
            glyphs = [glyph for glyph in glyphs if id(glyph) not in taken]
    return sorted(tables, key=lambda table: table.box.top), list(glyphs)


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """Lines that hang together, with the positions at which they run."""

    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    vertical: dict[float, list[tuple[float, float]]]
    horizontal: dict[float, list[tuple[float, float]]]

    def holds(self, glyph: Glyph, width: float) -> bool:
        """Whether a character stands within; a table cut off by the page's edge goes on beyond it."""
        x, y = glyph.box.middle
        left = self.box.x0 if self.box.x0 > _REACH else -inf
        right = self.box.x1 if self.box.x1 < width - _REACH else inf
        return left <= x <= right and self.box.top <= y <= self.box.bottom

    @property
    def open_top(self) -> bool:
        """Whether no line closes the first row, as where a row goes on from the page before."""
        return not self._closed(self.ys[0])

    @property
    def open_bottom(self) -> bool:
        """Whether no line closes the last row, as where a row goes on on the next page."""
        return not self._closed(self.ys[-1])

    def _closed(self, at: float) -> bool:
        return sum(end - start for start, end in self.horizontal.get(at, ())) > 0.5 * self.box.width


def _skeletons(rulings: Sequence[Ruling]) -> list[_Skeleton]:
    joined = _joined(rulings)
    if len(joined) > LIMIT_RULINGS:
        raise TooManyRulingsError
    found = (_skeleton(group) for group in _connected(joined))
    # Inner tables first, so that they get their characters before what stands around them.
    return sorted((s for s in found if s is not None), key=lambda s: s.box.width * s.box.height)


def _joined(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The lines with those that run on in one another made one."""
    joined: list[Ruling] = []
    for vertical in (False, True):
        lines = sorted((r for r in rulings if r.vertical is vertical), key=lambda r: r.at)
        for group in _grouped(lines):
            at = sum(r.at for r in group) / len(group)
            for start, end in _unions((r.start, r.end) for r in group):
                joined.append(Ruling(vertical, at, start, end))
    return joined


def _grouped(lines: Sequence[Ruling]) -> Iterable[list[Ruling]]:
    """Lines at the same position, given in order of position."""
    group: list[Ruling] = []
    for line in lines:
        if group and line.at - group[-1].at > _SNAP:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _unions(intervals: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for start, end in sorted(intervals):
        if united and start <= united[-1][1] + _REACH:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united


def _connected(lines: Sequence[Ruling]) -> list[list[Ruling]]:
    """Groups of lines that meet."""
    parent = list(range(len(lines)))
    across = [i for i, line in enumerate(lines) if not line.vertical]
    down = [i for i, line in enumerate(lines) if line.vertical]
    for i in across:
        for j in down:
            if _meet(lines[i], lines[j]):
                parent[_root(parent, i)] = _root(parent, j)
    groups: dict[int, list[Ruling]] = defaultdict(list)
    for i, line in enumerate(lines):
        groups[_root(parent, i)].append(line)
    return list(groups.values())


def _meet(across: Ruling, down: Ruling) -> bool:
    return (
        across.start - _REACH <= down.at <= across.end + _REACH
        and down.start - _REACH <= across.at <= down.end + _REACH
    )


def _root(parent: list[int], item: int) -> int:
    while parent[item] != item:
        parent[item] = parent[parent[item]]
        item = parent[item]
    return item


def _skeleton(lines: Sequence[Ruling]) -> _Skeleton | None:
    """The skeleton of lines that hang together; open sides are closed where the lines across end."""
    across = [line for line in lines if not line.vertical]
    down = [line for line in lines if line.vertical]
    if len(across) < 2 or not down:
        return None
    left, right = min(r.start for r in across), max(r.end for r in across)
    top, bottom = min(r.start for r in down), max(r.end for r in down)
    xs = _positions([*(r.at for r in down), left, right])
    ys = _positions([*(r.at for r in across), top, bottom])
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    return _Skeleton(box, xs, ys, _by_position(down, xs), _by_position(across, ys))


def _positions(values: Iterable[float]) -> tuple[float, ...]:
    """The values in order, without those that are almost the same."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _REACH:
            kept.append(value)
    return tuple(kept)


def _by_position(
    lines: Iterable[Ruling], positions: Sequence[float]
) -> dict[float, list[tuple[float, float]]]:
    found: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for line in lines:
        found[min(positions, key=lambda position: abs(position - line.at))].append((line.start, line.end))
    return found


def _slots(skeleton: _Skeleton, glyphs: Sequence[Glyph]) -> tuple[Slot, ...]:
    """The cells with their characters, row by row."""
    regions = _regions(skeleton)
    of_position = {position: number for number, region in enumerate(regions) for position in region}
    held: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        x, y = glyph.box.middle
        row = min(max(bisect_right(skeleton.ys, y) - 1, 0), len(skeleton.ys) - 2)
        column = min(max(bisect_right(skeleton.xs, x) - 1, 0), len(skeleton.xs) - 2)
        held[of_position[row, column]].append(glyph)
    return tuple(_slot(skeleton, region, held[number]) for number, region in enumerate(regions))


def _slot(skeleton: _Skeleton, region: Sequence[tuple[int, int]], glyphs: Sequence[Glyph]) -> Slot:
    (row, column), (last_row, last_column) = region[0], region[-1]
    xs, ys = skeleton.xs, skeleton.ys
    box = Box(xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
    return Slot(row, column, last_row - row + 1, last_column - column + 1, box, tuple(glyphs))


def _regions(skeleton: _Skeleton) -> list[list[tuple[int, int]]]:
    """The positions of each cell, in reading order: neighbours without a border between them are one.

    Where that gives no rectangle a border is missing by mistake; then positions are joined in rows only.
    """
    rows, columns = len(skeleton.ys) - 1, len(skeleton.xs) - 1
    parent = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column and not _bordered(skeleton.vertical, skeleton.xs[column], skeleton.ys, row):
                parent[_root(parent, here)] = _root(parent, here - 1)
            if row and not _bordered(skeleton.horizontal, skeleton.ys[row], skeleton.xs, column):
                parent[_root(parent, here)] = _root(parent, here - columns)
    groups: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for position in range(rows * columns):
        groups[_root(parent, position)].append(divmod(position, columns))
    regions = [part for group in groups.values() for part in _rectangles(group)]
    return sorted(regions, key=lambda region: region[0])


def _bordered(
    lines: dict[float, list[tuple[float, float]]], at: float, sides: Sequence[float], index: int
) -> bool:
    """Whether a line at this position covers the middle of the side between two others."""
    start, end = sides[index], sides[index + 1]
    slack = _INNER * (end - start)
    return any(low <= start + slack and high >= end - slack for low, high in lines.get(at, ()))


def _rectangles(region: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The region if it is a rectangle, else its runs in each row."""
    rows = {row for row, _ in region}
    columns = {column for _, column in region}
    if len(region) == (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1):
        return [region]
    runs: list[list[tuple[int, int]]] = [[region[0]]]
    for before, position in pairwise(region):
        if position[0] == before[0] and position[1] == before[1] + 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs
