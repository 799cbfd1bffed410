"""What is printed: paragraphs, and tables whose cells may cover several rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `heading` is 1 for a title, 0 for running text."""

    text: str
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell at its upper left position, with how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as they follow in markup; positions covered from above or the left are left out.

    The first `head` rows may be shown again on every page.
    """

    rows: tuple[tuple[Merged, ...], ...]
    head: int = 0

    @classmethod
    def of(cls, rows: Sequence[Sequence[str | Merged]]) -> Table:
        """A table from plain texts and merged cells."""
        return cls(tuple(tuple(c if isinstance(c, Merged) else Merged(c) for c in row) for row in rows))

    def placed(self) -> list[tuple[int, int, Merged]]:
        """Each cell with the row and column at which it begins."""
        covered: set[tuple[int, int]] = set()
        found: list[tuple[int, int, Merged]] = []
        for r, row in enumerate(self.rows):
            column = 0
            for cell in row:
                while (r, column) in covered:
                    column += 1
                found.append((r, column, cell))
                covered |= {(r + i, column + j) for i in range(cell.rows) for j in range(cell.columns)}
                column += cell.columns
        return found

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((column + cell.columns for _, column, cell in self.placed()), default=0)


Block = Paragraph | Table
