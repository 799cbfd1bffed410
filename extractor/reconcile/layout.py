"""Which cells of the official form a report's tables print, as far as the witnesses saw them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..declare import Form, Table


@dataclass(frozen=True, slots=True)
class Place:
    """Of a cell: its row and column, each with the table they are in.

    Of a table with a single row all columns belong together; of one with a single column (a list of
    indicators) no row says anything of another.
    """

    row: tuple[str, int]
    column: tuple[str, int]
    single_row: bool
    single_column: bool


class Printed:
    """The rows and columns of a form in which at least one cell was read.

    In a `torn` table some figures have lost their row, so that a row without figures is not a lost one.
    """

    def __init__(self, form: Form | None, seen: Iterable[str], *, torn: bool = False) -> None:
        self._torn = torn
        self._places = _places(form) if form is not None else {}
        places = [self._places[path] for path in seen if path in self._places]
        self._rows = {place.row for place in places}
        self._columns = {place.column for place in places}

    def table(self, path: str) -> str | None:
        """The name of the table that the cell stands in, None for a field that no table of the form has."""
        place = self._places.get(path)
        return place.row[0] if place is not None else None

    def has(self, path: str) -> bool:
        """Whether a cell without a reading stands in a row and a column that are printed."""
        place = self._places.get(path)
        if place is None or place.single_column:
            return False
        return place.row in self._rows and (place.single_row or place.column in self._columns)

    def lacks(self, path: str) -> bool:
        """Whether a cell stands in a table that is printed but for this row, or but for this column."""
        place = self._places.get(path)
        if place is None or place.single_column or self._torn:
            return False
        return place.row in self._rows or place.column in self._columns


@lru_cache(maxsize=16)
def _places(form: Form) -> dict[str, Place]:
    return {
        path: Place((table.name, i), (table.name, j), len(table.rows) == 1, one_column)
        for table in form.tables
        for one_column in (_has_one_column(table),)
        for i, row in enumerate(table.rows)
        for j, column in enumerate(table.columns)
        if (path := table.path(row, column)) is not None
    }


def _has_one_column(table: Table) -> bool:
    return len({column.key for column in table.columns}) == 1
