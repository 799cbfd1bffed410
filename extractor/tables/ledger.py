"""The numbers that placed rows state, so that placements can be tried against the identities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..declare import FieldSpec, FieldType
from .align import Placed
from .arithmetic import Arithmetic, Number
from .fit import Cell
from .sheets import Sheet
from .values import Reading, money_unit, read_cell


@dataclass(frozen=True, slots=True)
class Book:
    """Sheets, fields and identities: all that is needed to read a placed row."""

    sheets: Sequence[Sheet]
    fields: Mapping[str, FieldSpec]
    arithmetic: Arithmetic

    def readings(self, row: Placed) -> Iterable[tuple[str, Cell, Reading]]:
        """The path, cell and reading of every cell of a row."""
        sheet = self.sheets[row.sheet]
        for column, cell in zip(row.columns.order, row.cells, strict=True):
            path = sheet.path(row.name.row, column) if column is not None else None
            if path is None or column is None:
                continue
            spec = self.fields[path]
            unit = _unit(row, column) if spec.type is FieldType.DECIMAL else None
            yield path, cell, read_cell(cell, spec, unit)


def _unit(row: Placed, column: int) -> str | None:
    """The unit of money that the row, its label or the header of the column states."""
    name = row.name
    if name.unit is not None and (unit := money_unit(name.unit.text)):
        return unit
    if name.label is not None and (unit := money_unit(name.label.text)):
        return unit
    return dict(row.columns.units).get(column)


@dataclass(slots=True)
class Ledger:
    """Numbers by path; `unsure` are paths that count as nothing because their cell states nothing."""

    book: Book
    numbers: dict[str, Number] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)

    def enter(self, row: Placed) -> list[str]:
        """Enter a row; the paths it has."""
        paths: list[str] = []
        for path, _, reading in self.book.readings(row):
            paths.append(path)
            self.numbers[path] = reading.value or 0
            if reading.value is None:
                self.unsure.add(path)
        return paths

    def has(self, sheet: int, row: int) -> bool:
        """Whether a row of the sheet has been entered."""
        table = self.book.sheets[sheet]
        paths = (table.path(row, column) for column in range(len(table.table.columns)))
        return any(path in self.numbers for path in paths if path is not None)

    def same(self, rows: Sequence[Placed], others: Sequence[Placed]) -> bool:
        """Whether two placements state the same values."""
        one, other = Ledger(self.book), Ledger(self.book)
        for row in rows:
            one.enter(row)
        for row in others:
            other.enter(row)
        return one.numbers == other.numbers and one.unsure == other.unsure

    def try_rows(self, rows: Sequence[Placed]) -> tuple[int, bool]:
        """What the identities say if these rows stood where they are put.

        How many fail, and whether each row stands in one that holds and connects it with others.
        """
        trial = Ledger(self.book, dict(self.numbers), set(self.unsure))
        paths = [trial.enter(row) for row in rows]
        verdict = self.book.arithmetic.across(trial.numbers, [set(row) for row in paths], trial.unsure)
        return verdict.fails, all(any(path in verdict.held for path in row) for row in paths)

    def fails_alone(self, row: Placed) -> int:
        """How many identities within a row fail."""
        alone = Ledger(self.book)
        paths = alone.enter(row)
        return self.book.arithmetic.within(alone.numbers, set(paths), alone.unsure).fails
