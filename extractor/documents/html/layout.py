"""Tells tables that arrange a page from tables that hold data."""

from __future__ import annotations

from lxml import etree

from .tree import text_of

_LONG_CELL = 300
_MOSTLY = 0.8
_FIGURES = 3


def layout_tables(root: etree._Element) -> frozenset[etree._Element]:
    """The tables that merely arrange text: of one column, or filled with paragraphs or other tables."""
    tables = list(root.iter("table"))
    around = {outer for table in tables if (outer := next(table.iterancestors("table"), None)) is not None}
    return frozenset(table for table in tables if _arranges(table, table in around))


def _arranges(table: etree._Element, holds_tables: bool) -> bool:
    widest = total = long = figures = 0
    for row in table.iter("tr"):
        if holds_tables and next(row.iterancestors("table")) is not table:
            continue
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        widest = max(widest, len(cells))
        for cell in cells:
            text = text_of(cell)
            total += len(text)
            figures += text.isdigit()
            if len(text) >= _LONG_CELL or (holds_tables and next(cell.iter("table"), None) is not None):
                long += len(text)
    return widest <= 1 or (long > _MOSTLY * total and figures < _FIGURES)
