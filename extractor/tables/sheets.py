"""The tables of all forms of a schema, those of one name merged into one sheet.

Reports copy last year's form, mix two, or leave rows out. So a table of a report is read against
everything that any edition of the form printed under that name, and which edition it follows is
decided by what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from ..declare import Column, Form, Row, Table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edition:
    """What one form prints of a sheet: indexes into the sheet's rows and columns, in official order."""

    form: Form
    rows: tuple[int, ...]
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The union of the tables of one name; `table` holds its rows and columns in merged official order.

    `due[i]` is the number of rows before row `i` that every report must fill in. `headings` are the rows
    that other rows stand under. `paths` are the field paths of its cells, row by row.
    """

    table: Table
    editions: tuple[Edition, ...]
    due: tuple[int, ...]
    headings: frozenset[int]
    paths: tuple[tuple[str | None, ...], ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """The spanning headers above its columns."""
        return tuple(dict.fromkeys(group for column in self.table.columns for group in column.group))

    @property
    def unlabelled(self) -> bool:
        """Whether its only row has no label, so that figures stand right behind the header."""
        return len(self.table.rows) == 1 and not self.table.rows[0].labels

    def path(self, row: int, column: int) -> str | None:
        """The field path of a cell, None in a heading row."""
        return self.paths[row][column]

    def row_name(self, row: int) -> str:
        """What a message calls the row."""
        labels = self.table.rows[row].labels
        return labels[0] if labels else self.table.name


def sheets_of(forms: Sequence[Form]) -> tuple[Sheet, ...]:
    """The sheets of a schema, in the order in which the forms print them."""
    named: dict[str, list[tuple[Form, Table]]] = {}
    for form in forms:
        for table in form.tables:
            named.setdefault(table.name, []).append((form, table))
    return tuple(_merge(printed) for printed in named.values())


def _merge(printed: Sequence[tuple[Form, Table]]) -> Sheet:
    rows = _union([table.rows for _, table in printed], _row_id, _join_rows)
    columns = _union([table.columns for _, table in printed], _column_id, _join_columns)
    row_at = {_row_id(row): i for i, row in enumerate(rows)}
    column_at = {_column_id(column): i for i, column in enumerate(columns)}
    captions = tuple(dict.fromkeys(c for _, table in printed for c in table.captions))
    editions = tuple(
        Edition(
            form,
            tuple(row_at[_row_id(row)] for row in table.rows),
            tuple(column_at[_column_id(column)] for column in table.columns),
        )
        for form, table in printed
    )
    first = printed[0][1]
    due = accumulate((row.path is not None and not row.optional for row in rows), initial=0)
    above = {label for row in rows for label in row.under}
    headings = frozenset(i for i, row in enumerate(rows) if row.path is None or above & set(row.labels))
    table = Table(first.name, first.role, rows, columns, captions)
    paths = tuple(tuple(table.path(row, column) for column in columns) for row in rows)
    return Sheet(table, editions, tuple(due), headings, paths)


def _row_id(row: Row) -> str:
    return row.path if row.path is not None else f"#{'/'.join((*row.under, *row.labels[:1]))}"


def _column_id(column: Column) -> str:
    return f"{column.cumulative}:{column.key}"


def _join_rows(one: Row, other: Row) -> Row:
    return replace(one, labels=tuple(dict.fromkeys(one.labels + other.labels)))


def _join_columns(one: Column, other: Column) -> Column:
    return replace(one, labels=tuple(dict.fromkeys(one.labels + other.labels)))


def _union(
    lists: Sequence[Iterable[T]], name: Callable[[T], str], join: Callable[[T, T], T]
) -> tuple[T, ...]:
    """All members in order; one that only a later list has stands behind its predecessor there."""
    merged: list[T] = []
    for members in lists:
        at = 0
        for member in members:
            here = next((i for i, known in enumerate(merged) if name(known) == name(member)), None)
            if here is None:
                merged.insert(at, member)
                at += 1
            else:
                merged[here] = join(merged[here], member)
                at = here + 1
    return tuple(merged)
