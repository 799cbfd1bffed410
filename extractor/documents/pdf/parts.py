"""What a page's borders enclose, told apart: tables of data, and boxes around paragraphs and tables.

A page may frame its whole text, and a table that touches the frame hangs together with it. Such a
drawing is cut where its columns change, and what fills its whole width is text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from .geometry import Box, Glyph
from .tables import RuledTable, Slot

_LONG = 90
"""Characters of a cell across the whole table from which it holds a paragraph, not a caption."""

_LONGEST_CELL = 500
_NARROW = 9.0  # points; no column is as narrow, but the gap between a frame and a table is

Part = RuledTable | tuple[Glyph, ...]


def parts_of(table: RuledTable) -> Iterator[Part]:
    """The tables of data in a drawing, and the characters that belong to none."""
    if any(len(slot.glyphs) > _LONGEST_CELL and not _is_wide(slot, table) for slot in table.slots):
        yield tuple(glyph for slot in table.slots for glyph in slot.glyphs)
        return
    run: list[Slot] = []
    bands = list(_bands(table))
    for at, slots in enumerate(bands):
        wide = len(slots) == 1 and _is_wide(slots[0], table)
        if wide and not slots[0].glyphs:
            continue
        if wide and (len(slots[0].glyphs) > _LONG or _changes(run, islice(bands, at + 1, None), table)):
            yield from _table(table, run)
            yield slots[0].glyphs
            run = []
        else:
            run.extend(slots)
    yield from _table(table, run)


def _bands(table: RuledTable) -> Iterator[list[Slot]]:
    """The cells between two lines that run across the whole table, from top to bottom."""
    band: list[Slot] = []
    end = 0
    for slot in sorted(table.slots, key=lambda slot: slot.row):
        if band and slot.row >= end:
            yield band
            band = []
        band.append(slot)
        end = max(end, slot.row + slot.rows)
    if band:
        yield band


def _is_wide(slot: Slot, table: RuledTable) -> bool:
    """Whether a cell reaches from one side of a table to the other."""
    return slot.box.x0 - table.xs[0] < _NARROW and table.xs[-1] - slot.box.x1 < _NARROW


def _changes(above: Sequence[Slot], below: Iterable[Sequence[Slot]], table: RuledTable) -> bool:
    """Whether the columns of the bands below, up to the next wide cell, are others than those above."""
    following = takewhile(lambda slots: len(slots) > 1 or not _is_wide(slots[0], table), below)
    one, other = _sides(above, table), _sides([slot for slots in following for slot in slots], table)
    return bool(one and other) and not (one <= other or other <= one)


def _sides(slots: Sequence[Slot], table: RuledTable) -> set[int]:
    """The positions between columns that cells make use of, but for the sides of the table."""
    sides = {side for slot in slots for side in (slot.column, slot.column + slot.columns)}
    return {s for s in sides if table.xs[s] - table.xs[0] > _NARROW and table.xs[-1] - table.xs[s] > _NARROW}


def _table(whole: RuledTable, slots: Sequence[Slot]) -> Iterator[Part]:
    """The cells as a table of their own, with no more columns and rows than they use."""
    slots = [slot for slot in slots if slot.glyphs or slot.box.width > _NARROW]
    columns = sorted({side for s in slots for side in (s.column, s.column + s.columns)})
    rows = sorted({side for s in slots for side in (s.row, s.row + s.rows)})
    if len(columns) < 3 and len(rows) < 4:
        yield tuple(glyph for slot in slots for glyph in slot.glyphs)
        return
    column_at = {side: number for number, side in enumerate(columns)}
    row_at = {side: number for number, side in enumerate(rows)}
    xs, ys = tuple(whole.xs[side] for side in columns), tuple(whole.ys[side] for side in rows)
    yield RuledTable(
        Box(xs[0], ys[0], xs[-1], ys[-1]),
        xs,
        ys,
        tuple(
            replace(
                slot,
                row=row_at[slot.row],
                column=column_at[slot.column],
                rows=row_at[slot.row + slot.rows] - row_at[slot.row],
                columns=column_at[slot.column + slot.columns] - column_at[slot.column],
            )
            for slot in sorted(slots, key=lambda slot: (slot.row, slot.column))
        ),
        open_top=whole.open_top and rows[0] == 0,
        open_bottom=whole.open_bottom and rows[-1] == len(whole.ys) - 1,
    )
