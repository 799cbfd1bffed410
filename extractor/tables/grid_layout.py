"""Grids that the markup declares → pieces, with their rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..values import Grid
from ..views import View
from .pieces import Kind, Piece, is_figure, is_page_number

_PAGE_LAYOUT = 600
"""A cell with more characters than this holds a part of the page, not a figure or a label."""


def tabular(grids: Sequence[Grid]) -> list[Grid]:
    """The grids that are tables, in order; those that only lay out a page are left to be read as text."""
    placed = [(span, grid) for grid in grids if (span := grid.span) is not None]
    placed.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    tables: list[Grid] = []
    reached = 0
    for i, (span, grid) in enumerate(placed):
        holds_another = i + 1 < len(placed) and span.contains(placed[i + 1][0])
        if span.start < reached or holds_another or _lays_out_page(grid):
            continue
        tables.append(grid)
        reached = span.end
    return tables


def _lays_out_page(grid: Grid) -> bool:
    return any(cell is not None and len(cell.text) > _PAGE_LAYOUT for row in grid.rows for cell in row)


def read_grid(grid: Grid, view: View, rows: Iterator[int]) -> Iterator[Piece]:
    """The cells of a grid, row by row. A position that another cell covers is no piece."""
    for row in grid.rows:
        number = next(rows)
        for column, cell in enumerate(row):
            if cell is None:
                continue
            start, end = view.offset(cell.span.start), view.offset(cell.span.end)
            raw = view.text[start:end]
            text = raw.strip()
            if is_page_number(text):
                continue
            if not text:
                piece = Piece(Kind.BLANK, "", start, start, number, column)
            else:
                start += raw.index(text[0])
                kind = Kind.FIGURE if is_figure(text) else Kind.TEXT
                piece = Piece(kind, text, start, start + len(text), number, column)
            yield piece
