"""Tables written as HTML inside Markdown: grids over the unchanged text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..values import Grid
from .grids import OversizeError
from .html.grid import LIMIT_COLSPAN, MarkupCell, extent, lay_out

_TAG = re.compile(r"<(?P<close>/?)(?P<name>table|tr|td|th)\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_ROWSPAN = re.compile(r"rowspan\s*=\s*[\"']?\s*(\d{1,7})", re.IGNORECASE)
_COLSPAN = re.compile(r"colspan\s*=\s*[\"']?\s*(\d{1,7})", re.IGNORECASE)
_BLANK = re.compile(r"(?:\s|&nbsp;|&#160;|<[a-zA-Z/][^<>]{0,2000}>)+")


@dataclass(slots=True)
class _Table:
    rows: list[list[MarkupCell]] = field(default_factory=list)
    cell: MarkupCell | None = None


def inline_grids(text: str) -> tuple[Grid, ...]:
    """The grids of the tables in a text, in order; a cell's text is what stands between its tags.

    A table too large to lay out is left to be read as text.
    """
    opened: list[_Table] = []
    tables: list[_Table] = []
    for tag in _TAG.finditer(text):
        name, closes = tag["name"].lower(), bool(tag["close"])
        if name == "table" and not closes:
            if opened:
                _end_cell(opened[-1], tag.start(), text)
            opened.append(_Table())
            tables.append(opened[-1])
        elif opened:
            _end_cell(opened[-1], tag.start(), text)
            if name == "table":
                opened.pop()
            elif not closes:
                _begin(opened[-1], name, tag)
    grids = (_grid(table, text) for table in tables)
    return tuple(grid for grid in grids if grid is not None)


def _begin(table: _Table, name: str, tag: re.Match[str]) -> None:
    if name == "tr" or not table.rows:
        table.rows.append([])
    if name != "tr":
        rowspan, colspan = (pattern.search(tag["attributes"]) for pattern in (_ROWSPAN, _COLSPAN))
        table.cell = MarkupCell(
            tag.end(),
            tag.end(),
            extent(rowspan[1] if rowspan else None),
            min(extent(colspan[1] if colspan else None), LIMIT_COLSPAN),
        )


def _end_cell(table: _Table, end: int, text: str) -> None:
    """The open cell holds what stands up to here, without the tags and blanks at its edges."""
    cell, table.cell = table.cell, None
    if cell is None:
        return
    blanks = [blank.span() for blank in _BLANK.finditer(text, cell.start, end)]
    if blanks and blanks[0][0] == cell.start:
        cell.start = blanks[0][1]
    cell.stop = blanks[-1][0] if blanks and blanks[-1][1] == end > cell.start else end
    table.rows[-1].append(cell)


def _grid(table: _Table, text: str) -> Grid | None:
    try:
        return lay_out(table.rows, text)
    except OversizeError:
        return None
