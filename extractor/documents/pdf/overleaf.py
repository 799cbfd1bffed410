"""Rows that are cut by the end of a page, made whole again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .layout import PageLayout
from .lines import Line
from .tables import RuledTable, Slot

_SAME_SIDE = 4.0  # points between the sides of a cell and of its continuation


def rows_joined(pages: Sequence[PageLayout]) -> list[PageLayout]:
    """The pages with each row whole that no line closes at the end of one page, nor opens on the next."""
    joined = list(pages)
    for number in range(len(joined) - 1):
        above, below = _table(joined[number], -1), _table(joined[number + 1], 0)
        if above is None or below is None or not (above.open_bottom and below.open_top):
            continue
        continued = _continued(above, below)
        if continued is not None:
            joined[number] = _with(joined[number], above, continued[0])
            joined[number + 1] = _with(joined[number + 1], below, continued[1])
    return joined


def _table(page: PageLayout, at: int) -> RuledTable | None:
    """What a page begins (0) or ends (-1) with, running heads aside, if that is a table."""
    items = [item for item in page.items if not (isinstance(item, Line) and item.running)]
    item = items[at] if items else None
    return item if isinstance(item, RuledTable) else None


def _with(page: PageLayout, old: RuledTable, new: RuledTable) -> PageLayout:
    return replace(page, items=tuple(new if item is old else item for item in page.items))


def _continued(above: RuledTable, below: RuledTable) -> tuple[RuledTable, RuledTable] | None:
    """Both tables, the first row of the lower one moved into the last row of the upper one.

    None where the columns of the two rows are not the same.
    """
    moved = [(slot, _counterpart(slot, above)) for slot in below.slots if slot.row == 0 and slot.lines]
    if not all(upper for _, upper in moved):
        return None
    lines = {id(upper): slot.lines for slot, upper in moved}
    upper = tuple(
        replace(slot, overleaf=lines[id(slot)]) if id(slot) in lines else slot for slot in above.slots
    )
    lower = tuple(
        slot if slot.row else replace(slot, row=1, rows=slot.rows - 1, lines=())
        for slot in below.slots
        if slot.row or slot.rows > 1
    )
    return replace(above, slots=upper), replace(below, slots=lower)


def _counterpart(slot: Slot, above: RuledTable) -> Slot | None:
    """The cell of the last row that a cell continues."""
    last = len(above.ys) - 1
    for upper in above.slots:
        apart = max(abs(upper.box.x0 - slot.box.x0), abs(upper.box.x1 - slot.box.x1))
        if upper.row + upper.rows == last and apart < _SAME_SIDE:
            return upper
    return None
