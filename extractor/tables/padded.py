"""Tables whose rows were filled up with pipes to one width, one cell to a line.

Some extractors write `规章 |`, `0 |` on lines of their own and close a row whose cells span columns, or
lie below a spanning cell, with the pipes it lacks: `||`. Then every row has the same number of pipes, and
where rows begin and end is certain, empty cells included. In a variant each row begins with one more pipe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from .labels import LONGEST, key_of
from .pieces import is_figure, is_rule

_LEAST_CLOSED = 2
"""So many rows must be seen to end where what fills them up ends; one alone may be chance."""

_EARLY = 6
"""Of so many rows at the beginning, one is filled up."""

_WIDEST = 40
"""A table has no more columns than this."""

_NEAR = 400
"""In so many characters behind its beginning, the first row of a table is filled up."""

_LONGEST_CELL = 12
"""So many lines make up one cell at most."""


class Slot(NamedTuple):
    """What one pipe ends: `parts` are the lines of its text, each with its offset; `at` is the pipe's.

    `filler` tells that there is no cell, only a pipe right beside another. `stop` is the offset behind
    its line if nothing but the line's end follows, else -1.
    """

    at: int
    parts: tuple[tuple[str, int], ...] = ()
    filler: bool = False
    stop: int = -1

    @property
    def text(self) -> str:
        """Its text, lines parted by a space."""
        return " ".join(text for text, _ in self.parts)

    @property
    def is_label(self) -> bool:
        """Whether it holds words."""
        return bool(self.parts) and not is_figure(self.text) and bool(key_of(self.text).strip("0123456789"))


Row = list[Slot]


def padded_rows(
    text: str, start: int, end: int, is_label: Callable[[str], object]
) -> tuple[list[Row], int] | None:
    """The rows of the table that begins at the line at `start`, without fillers, and where they stop.

    None if the table is not of this layout. `is_label` knows the printed labels.
    """
    if text.find("||", start, min(end, start + _NEAR)) < 0:
        return None
    slots = _slots(text, start, end)
    opening = _opening(islice(slots, _WIDEST + 2))
    if opening is None:
        return None
    led = not opening[0].parts
    width = len(opening) - 1 - led  # up to the words with which the second row begins
    if width < 2:
        return None
    rows: list[Row] = []
    for row in _rows(chain(opening, slots), width, led, is_label):
        rows.append(row)
        if len(rows) == _EARLY and not any(r[-1].filler for r in rows):
            return None
    if sum(row[-1].filler for row in rows) < _LEAST_CLOSED:
        return None
    bare = [[slot for slot in row[led:] if not slot.filler] for row in rows]
    closed = (_behind_labels(cells) for cells, row in zip(bare, rows, strict=True) if row[-1].filler)
    lengths = set(closed) - {0}
    return [_without_filler(cells, lengths) for cells in bare], rows[-1][-1].stop


def _slots(text: str, start: int, end: int) -> Iterator[Slot]:
    """The slots of the lines from `start` on, up to a line that holds several cells or a paragraph.

    They also end where cells are indented and those before were not, or the other way round.
    """
    held: list[tuple[str, int]] = []
    at = start
    indented = text[start : start + 1].isspace()
    for line in _lines(text, start, end):
        if line.count("|") > _WIDEST:
            return
        first, bar, behind = line.partition("|")
        words = first.strip()
        if words and first[0].isspace() != indented:
            return
        part = [(words, at + line.index(words[0]))] if words else []
        stop = at + len(line)
        if not bar:
            if len(words) > LONGEST or len(held) == _LONGEST_CELL:
                return
            held += part
        elif not is_rule(line):
            own = (*held, *part)
            held = []
            if not behind.strip():
                yield Slot(at + len(first), own, stop=stop)
            elif behind.replace("|", "").strip():
                return
            else:
                yield from _of_pipes(line.rstrip().split("|"), own, at, stop)
        at = stop


def _of_pipes(parts: Sequence[str], own: tuple[tuple[str, int], ...], at: int, stop: int) -> Iterator[Slot]:
    """The slots of a line of several pipes with nothing between: `parts` of the line at `at`."""
    last = len(parts) - 2
    pipe = at - 1
    for i in range(last + 1):
        pipe += len(parts[i]) + 1
        beside = (i > 0 and not parts[i]) or (i < last and not parts[i + 1])
        if i == 0 and own:
            yield Slot(pipe, own, stop=-1)
        else:
            yield Slot(pipe, (), beside, stop if i == last else -1)


def _lines(text: str, start: int, end: int) -> Iterator[str]:
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield text[start:stop]
        start = stop


def _opening(slots: Iterable[Slot]) -> list[Slot] | None:
    """The first row, and the words with which the second one begins; None if no such words come.

    These are the first words behind the empty slots behind the first words.
    """
    taken: list[Slot] = []
    filled_up = False
    for slot in slots:
        taken.append(slot)
        if filled_up and slot.parts:
            return taken
        filled_up = filled_up or (not slot.parts and len(taken) > 1)
    return None


def _rows(slots: Iterable[Slot], width: int, led: bool, is_label: Callable[[str], object]) -> Iterator[Row]:
    """Rows of `width` slots as long as each reads like one; the last one may have been cut."""
    row: Row = []
    for slot in slots:
        if len(slot.parts) > 1 and len(row) == led and not is_label(slot.text):
            return  # a heading stands before the first cell of another table
        row.append(slot)
        if len(row) == width:
            if slot.stop < 0 or not _sound(row, led):
                return
            yield row
            row = []


def _sound(row: Sequence[Slot], led: bool) -> bool:
    """Whether words stand before figures and empty cells, and fillers behind all."""
    if led and row[0].parts:
        return False
    cells = row[led:]
    kinds = [2 if slot.filler else 0 if slot.is_label else 1 for slot in cells]
    behind_corner = kinds[1:] if kinds[0] == 1 and not cells[0].parts else kinds
    return kinds[0] != 2 and behind_corner == sorted(behind_corner)


def _without_filler(cells: Row, lengths: set[int]) -> Row:
    """The cells without a last empty one that only fills the row up.

    One pipe too many looks like an empty cell; that it is none can be told where all rows that are known
    to be filled up have the same number of cells behind their labels, `lengths`.
    """
    if cells and not cells[-1].parts and lengths == {_behind_labels(cells) - 1}:
        return cells[:-1]
    return cells


def _behind_labels(cells: Sequence[Slot]) -> int:
    """How many cells stand behind the labels of a row; 0 in a row of labels alone."""
    return sum(not slot.is_label for slot in cells) if cells and cells[0].is_label else 0
