"""A statistical form as data: its tables, rows, columns and labels, in official order.

A table is a matrix. A cell's path is `cumulative.`, if its column is cumulative, then the row's
path, then the column's key. Section four of the annual report, one unlabelled row under fifteen
columns, is a matrix whose only row has neither label nor path.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in the path, its official label first and then variants, its header groups.

    `group` lists the spanning headers above the column, outermost first. `unit` is the unit that the
    header states (万元), where it has one of its own.
    """

    key: str
    labels: tuple[str, ...]
    group: tuple[str, ...] = ()
    cumulative: bool = False
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its path, its official label first and then variants.

    `number` is the enumerator printed before the label ("1", "一", "（一）"), `under` the labels of the
    headings it stands below, outermost first. An `optional` row is not on the official form, or
    stands there as a heading without figures: it has a value only if figures stand right behind it.
    A row without a path is a heading that never holds figures.
    """

    path: str | None
    labels: tuple[str, ...]
    number: str | None = None
    under: tuple[str, ...] = ()
    unit: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a form, with the role of the section in which it stands.

    `captions` are texts printed inside the table that are neither row nor column labels
    (`第二十条第（一）项`, `信息内容`); they tell the tables of one section apart.
    """

    name: str
    role: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    captions: tuple[str, ...] = ()

    def path(self, row: Row, column: Column) -> str | None:
        """The field path of a cell, None where the row is a mere heading."""
        if row.path is None:
            return None
        stem = ".".join(part for part in (row.path, column.key) if part)
        return f"cumulative.{stem}" if column.cumulative else stem

    def paths(self) -> Iterator[str]:
        """The paths of all its cells, row by row."""
        cells = (self.path(row, column) for row in self.rows for column in self.columns)
        return (path for path in cells if path is not None)


@dataclass(frozen=True, slots=True)
class Form:
    """An official form: its name, the report years it was issued for (inclusive), its tables in order."""

    name: str
    years: tuple[int, int]
    tables: tuple[Table, ...]

    def covers(self, year: int) -> bool:
        """Whether the form was the official one for that report year."""
        return self.years[0] <= year <= self.years[1]

    @classmethod
    def of(cls, name: str, first: int, last: int, *tables: Table) -> Self:
        """A form written in Python, for schemas kept in one file."""
        return cls(name, (first, last), tables)
