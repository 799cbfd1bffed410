"""A table as it is drawn: boxes with the rows and columns that each spans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a box holds."""

    CAPTION = "caption"
    HEAD = "head"
    LABEL = "label"
    UNIT = "unit"
    VALUE = "value"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a table; a VALUE box has the path of the field that it states."""

    text: str
    kind: Kind
    rows: int = 1
    columns: int = 1
    path: str | None = None


Row = tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of boxes, each box in the row where it begins, as HTML writes tables."""

    name: str
    rows: tuple[Row, ...]

    def boxes(self) -> Iterator[Box]:
        """All boxes, row by row."""
        for row in self.rows:
            yield from row

    def paths(self) -> list[str]:
        """The paths of the value boxes, in order of printing."""
        return [box.path for box in self.boxes() if box.path is not None]

    def map(self, change: Callable[[Box], Box]) -> Sheet:
        """The sheet with each box changed."""
        return replace(self, rows=tuple(tuple(change(box) for box in row) for row in self.rows))

    def divided(self) -> list[Sheet]:
        """The sheet as one table for each caption that spans it."""
        starts = [n for n, row in enumerate(self.rows) if len(row) == 1 and row[0].kind is Kind.CAPTION]
        ends = [*starts[1:], len(self.rows)]
        if not starts or starts[0] != 0:
            return [self]
        return [Sheet(self.name, self.rows[a:b]) for a, b in zip(starts, ends, strict=True)]

    def grid(self) -> list[list[Box | None]]:
        """The full matrix: a box at its top left place, None where it spans."""
        columns = sum(box.columns for box in self.rows[0])
        full: list[list[Box | None]] = [[None] * columns for _ in self.rows]
        taken = [[False] * columns for _ in self.rows]
        for y, row in enumerate(self.rows):
            x = 0
            for box in row:
                while taken[y][x]:
                    x += 1
                full[y][x] = box
                for dy in range(box.rows):
                    for dx in range(box.columns):
                        taken[y + dy][x + dx] = True
        return full


def values_of(row: Row) -> list[Box]:
    """The value boxes of a row."""
    return [box for box in row if box.kind is Kind.VALUE]
