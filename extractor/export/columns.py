"""Columns and cells of the tables, whatever file they end up in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

HUGE_DIGITS = 38
"""As many digits have the largest numbers that Parquet and DuckDB hold exactly."""


class Kind(StrEnum):
    """What the cells of a column hold; HUGE are whole numbers of which some need more than 64 bits."""

    TEXT = "text"
    INTEGER = "integer"
    HUGE = "huge"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name (a path, for a field), a label for people, and what it holds."""

    name: str
    label: str = ""
    kind: Kind = Kind.TEXT


Plain = str | int | float | None
"""A value as tables hold it; a date is its ISO 8601 text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and what a reader of it must know.

    `status` is that of the field (`stated`, `blank`, `not_applicable`, …), empty for a cell that is no
    field, or of which the report does not speak. `reasons` are the flags of the field and the findings that
    name it; `grave` says that one of these is an error.
    """

    value: Plain
    status: str = ""
    reasons: tuple[str, ...] = ()
    grave: bool = False
