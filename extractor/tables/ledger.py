"""The numbers that placed rows state, so that placements can be tried against the identities."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..declare import FieldSpec, FieldType
from .align import Placed
from .arithmetic import Arithmetic, Number
from .fit import Cell
from .lines import Line
from .sheets import Sheet
from .values import Reading, money_unit, read_cell


class Book:
    """Sheets, fields and identities: all that is needed to read a placed row."""

    def __init__(
        self, sheets: Sequence[Sheet], fields: Mapping[str, FieldSpec], arithmetic: Arithmetic
    ) -> None:
        self.sheets = sheets
        self.fields = fields
        self.arithmetic = arithmetic
        self._numbers: dict[tuple[Line, int], dict[str, Number | None]] = {}

    def readings(self, row: Placed) -> Iterator[tuple[str, Cell, Reading]]:
        """The path, cell and reading of every cell of a row."""
        sheet = self.sheets[row.sheet]
        for column, cell in zip(row.columns.order, row.line.cells, strict=True):
            path = sheet.path(row.name.row, column) if column is not None else None
            if path is None or column is None:
                continue
            spec = self.fields[path]
            unit = _unit(row, column) if spec.type is FieldType.DECIMAL else None
            yield path, cell, read_cell(cell, spec, unit)

    def numbers(self, row: Placed) -> dict[str, Number | None]:
        """The number of each path of a row, None for a cell that states none."""
        key = (row.line, row.name.row)
        if key not in self._numbers:
            self._numbers[key] = {path: reading.value for path, _, reading in self.readings(row)}
        return self._numbers[key]

    def has_misplaced_sign(self, row: Placed) -> bool:
        """Whether a figure with a sign stands in a column that has none, as behind a cell that was lost."""
        numbers = self.numbers(row)
        return any(n is not None and n < 0 and not self.fields[path].signed for path, n in numbers.items())


def _unit(row: Placed, column: int) -> str | None:
    """The unit of money that the row, its label or the header of the column states."""
    cells = (row.line.unit, row.name.unit, row.name.label)
    for text in (cell.text for cell in cells if cell is not None):
        if unit := money_unit(text):
            return unit
    return dict(row.columns.units).get(column)


class Trial(NamedTuple):
    """How many identities that connect rows fail and hold, and whether each row tried stands in one that
    holds."""

    fails: int
    holds: int
    confirmed: bool


@dataclass(slots=True)
class Ledger:
    """Numbers by path; `unsure` are paths that count as nothing because their cell states nothing."""

    book: Book
    numbers: dict[str, Number] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)

    def enter(self, row: Placed) -> None:
        """Enter the numbers of a row."""
        for path, number in self.book.numbers(row).items():
            self.numbers[path] = number or 0
            if number is None:
                self.unsure.add(path)

    def has(self, sheet: int, row: int) -> bool:
        """Whether a row of the sheet has been entered."""
        table = self.book.sheets[sheet]
        paths = (table.path(row, column) for column in range(len(table.table.columns)))
        return any(path in self.numbers for path in paths if path is not None)

    def same(self, rows: Sequence[Placed], others: Sequence[Placed]) -> bool:
        """Whether two placements state the same values."""
        return self._all(rows) == self._all(others)

    def _all(self, rows: Sequence[Placed]) -> dict[str, Number | None]:
        return {path: number for row in rows for path, number in self.book.numbers(row).items()}

    def try_rows(self, rows: Sequence[Placed]) -> Trial:
        """What the identities say if these rows stood where they are put."""
        trial = Ledger(self.book, dict(self.numbers), set(self.unsure))
        for row in rows:
            trial.enter(row)
        paths = [self.book.numbers(row).keys() for row in rows]
        verdict = self.book.arithmetic.across(trial.numbers, paths, trial.unsure)
        sure = all(any(path in verdict.terms for path in row) for row in paths)
        return Trial(verdict.fails, verdict.holds, sure)

    def can_judge(self, row: Placed) -> bool:
        """Whether there are identities within a row, so that it can be judged alone."""
        return self.book.arithmetic.has_within(self.book.numbers(row).keys())

    def disproves(self, row: Placed) -> bool:
        """Whether no identity within a row bears it out, or one contradicts it."""
        return not self.can_judge(row) or self.fails_alone(row) > 0

    def adds_up(self, row: Placed) -> bool:
        """Whether no identity within a row fails, its empty cells but for sums taken for nothing."""
        return not self._alone(row, self.book.arithmetic.wholes(self.book.numbers(row).keys()))

    def fails_alone(self, row: Placed) -> int:
        """How many identities within a row fail."""
        return self._alone(row, self.book.numbers(row).keys())

    def _alone(self, row: Placed, open_paths: Collection[str]) -> int:
        """How many identities within a row fail if its empty cells at `open_paths` may hold anything."""
        alone = Ledger(self.book)
        alone.enter(row)
        unsure = alone.unsure.intersection(open_paths)
        return self.book.arithmetic.within(alone.numbers, self.book.numbers(row).keys(), unsure).fails
