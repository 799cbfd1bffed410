"""Sheets of a workbook → Document: each sheet a table, with the address of every cell."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...errors import InputError, TooLargeError
from ...values import Document, Grid, Location, Notice, Source, Span
from ..grids import PlacedCell, grid_of

LIMIT_CELLS = 300_000
"""Cells with content of one workbook; a statistics table has some hundreds."""

LIMIT_TEXT = 10_000_000
"""Characters that all cells show; cells may share one long text."""

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet shows: the text of its cells by row and column, counted from 0, and its merged ranges.

    A range is its first row and column and its last ones.
    """

    name: str
    cells: Mapping[tuple[int, int], str]
    merged: Sequence[tuple[int, int, int, int]] = field(default=())


def document_of(
    sheets: Sequence[Sheet], data: bytes, name: str, media_type: str, notices: tuple[Notice, ...] = ()
) -> Document:
    """The document of a workbook. Raises InputError when no sheet shows anything, TooLargeError."""
    if sum(len(sheet.cells) for sheet in sheets) > LIMIT_CELLS:
        raise TooLargeError(f"{name} has more than {LIMIT_CELLS} cells, the limit for one report")
    writer = _Writer()
    grids = [grid for sheet in sheets if (grid := writer.sheet(sheet)) is not None]
    text = writer.text
    if not text.strip():
        raise InputError(f"{name} holds no text")
    source = Source(name, hashlib.sha256(data).hexdigest(), media_type, None, len(text))
    return Document(text, source, tuple(grids), notices=notices, locate=writer.locate)


def address(row: int, column: int) -> str:
    """The address of a cell, as workbooks write it: (0, 0) is A1.

    >>> address(4, 27)
    'AB5'
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


@dataclass(slots=True)
class Budget:
    """Counts what the cells of a workbook show, and ends the reading of one that shows too much."""

    name: str
    left: int = LIMIT_TEXT

    def take(self, text: str) -> None:
        """One more cell. Raises TooLargeError."""
        self.left -= len(text)
        if self.left < 0:
            raise TooLargeError(
                f"{self.name} shows more than {LIMIT_TEXT} characters, the limit for one report"
            )


class _Writer:
    """Writes sheets as text, one row a line, and remembers where each cell came to stand."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._places: list[tuple[str, int, int]] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def locate(self, span: Span) -> Location | None:
        """The sheet and the cell in which a span begins."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return None
        name, row, column = self._places[at]
        return Location(sheet=name, cell=address(row, column))

    def sheet(self, sheet: Sheet) -> Grid | None:
        """Write a sheet: titles above and notes below its table as lines, and the table row by row.

        Rows and columns without any content are left out.
        """
        rows = sorted({row for row, _ in sheet.cells})
        columns = sorted({column for _, column in sheet.cells})
        extents, covered = _merged(sheet, rows, columns)
        table = _table_rows(sheet, rows)
        placed: list[PlacedCell] = []
        for r, row in enumerate(rows):
            in_table = r in table
            shown = [
                (c, column)
                for c, column in enumerate(columns)
                if (row, column) in sheet.cells or (in_table and (r, c) not in covered)
            ]
            for number, (c, column) in enumerate(shown):
                if number:
                    self._put(" | ")
                start = self._length
                self._put(sheet.cells.get((row, column), ""), (sheet.name, row, column))
                if in_table:
                    placed.append(PlacedCell(r, c, start, self._length, *extents.get((r, c), (1, 1))))
            self._put("\n")
        return grid_of(placed, self.text)

    def _put(self, piece: str, place: tuple[str, int, int] | None = None) -> None:
        if place is not None:
            self._starts.append(self._length)
            self._places.append(place)
        self._parts.append(piece)
        self._length += len(piece)


def _table_rows(sheet: Sheet, rows: Sequence[int]) -> range:
    """The rows, by their order, from the first to the last that has several cells."""
    counts = Counter(row for row, _ in sheet.cells)
    several = [r for r, row in enumerate(rows) if counts[row] > 1]
    return range(several[0], several[-1] + 1) if several else range(0)


def _merged(
    sheet: Sheet, rows: Sequence[int], columns: Sequence[int]
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """How far merged cells reach and which positions they cover, counted in rows and columns in use."""
    extents: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for first_row, first_column, last_row, last_column in sheet.merged:
        top, bottom = bisect_left(rows, first_row), bisect_right(rows, last_row)
        left, right = bisect_left(columns, first_column), bisect_right(columns, last_column)
        if bottom <= top or right <= left:
            continue
        if len(covered) + (bottom - top) * (right - left) > LIMIT_CELLS:
            break
        extents[top, left] = (bottom - top, right - left)
        covered |= {(r, c) for r in range(top, bottom) for c in range(left, right)} - {(top, left)}
    return extents, covered
