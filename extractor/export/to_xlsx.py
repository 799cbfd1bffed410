"""Excel: one workbook for people, with doubtful cells coloured and the reason as a comment.

Every sheet has its header frozen: the paths, and the Chinese labels below them. A cell of which the
report does not speak is empty, one that is blank in the report is hatched, one that holds `/` says so;
none of them is 0. Text is stored as text, whatever it begins with, so none of it is run as a formula.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml.etree import LxmlError

from ..errors import MissingExtraError, OutputError
from .columns import Cell, Column, Kind, Plain
from .files import replacing
from .guard import looks_like_formula
from .tables import Tables

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

COLUMNS = 16_384
"""The most columns a sheet can have."""

ROWS = 1_048_576
"""The most rows a sheet can have; a table with more goes on in a second sheet."""

_LONGEST = 32_767  # characters in a cell
_LARGEST = 10**15 - 1  # Excel keeps 15 digits of a number; one that has more is stored as text
_COMMENT = 2_000  # characters in a comment; the findings sheet has the whole text
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_APPLICABLE = "/"


def write_xlsx(tables: Tables, path: Path) -> list[Path]:
    """Write the workbook in place of one that is there."""
    workbook = _load_openpyxl().Workbook(write_only=True)
    if len(tables.wide) > COLUMNS:
        raise OutputError(
            f"{path}: {len(tables.wide)} columns, and a sheet of Excel can have {COLUMNS}; "
            "export to csv, parquet or duckdb"
        )
    pen = _Pen.make()
    with replacing(path) as partial:
        try:
            for name, columns, rows in tables.all():
                plain = ([Cell(value) for value in row] for row in rows)
                cells = tables.wide_rows() if name == "wide" else plain
                _write_sheets(workbook, name, columns, cells, pen)
            whole = BytesIO()  # a ZIP that cannot be finished on a full disk complains when it is collected
            workbook.save(whole)
            partial.write_bytes(whole.getbuffer())
        except Exception as error:
            _abandon(workbook)
            if isinstance(error, LxmlError):  # the sheets grow in temporary files
                folder = tempfile.gettempdir()
                raise OutputError(f"{path}: a sheet cannot be written in {folder}: {error}") from error
            raise
    return [path]


def _abandon(workbook: Workbook) -> None:
    """Close the half-written sheets, which else complain on standard error when they are collected."""
    for sheet in workbook.worksheets:
        with suppress(Exception):
            sheet._rows.close()
        with suppress(Exception):
            sheet._writer.xf.close()


def _write_sheets(
    workbook: Workbook, name: str, columns: Sequence[Column], rows: Iterator[list[Cell]], pen: _Pen
) -> None:
    """A sheet for the table, and more if it has more rows than a sheet can have."""
    number, left = 0, 0
    sheet: Any = None
    for row in rows:
        if not left:
            number += 1
            sheet = _sheet(workbook, name if number == 1 else f"{name} {number}", columns, pen)
            left = ROWS - 2
        sheet.append([pen.cell(sheet, cell, column) for cell, column in zip(row, columns, strict=True)])
        left -= 1
    if sheet is None:
        _sheet(workbook, name, columns, pen)


def _sheet(workbook: Workbook, name: str, columns: Sequence[Column], pen: _Pen) -> Any:
    from openpyxl.utils import get_column_letter

    sheet = workbook.create_sheet(name)
    sheet.freeze_panes = "B3"
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = 40 if column.kind is Kind.TEXT else 14
    sheet.append([pen.header(sheet, column.name) for column in columns])
    sheet.append([pen.header(sheet, column.label) for column in columns])
    return sheet


@dataclass(frozen=True)
class _Pen:
    """Writes cells; holds the styles, of which a workbook should have few."""

    bold: Any
    grave: Any
    doubtful: Any
    blank: Any
    wrapped: Any

    @classmethod
    def make(cls) -> _Pen:
        from openpyxl.styles import Alignment, Font, PatternFill

        return cls(
            bold=Font(bold=True),
            grave=PatternFill("solid", start_color="FFC7CE"),
            doubtful=PatternFill("solid", start_color="FFEB9C"),
            blank=PatternFill("lightUp", start_color="BFBFBF"),
            wrapped=Alignment(wrap_text=True, vertical="top"),
        )

    def header(self, sheet: Any, text: str) -> WriteOnlyCell:
        """A cell of the header."""
        cell = self._text(sheet, text)
        cell.font, cell.alignment = self.bold, self.wrapped
        return cell

    def cell(self, sheet: Any, content: Cell, column: Column) -> WriteOnlyCell | Plain:
        """A cell of the table; a bare value where it needs no style."""
        value: Any = content.value
        if content.status == "not_applicable":
            value = _NOT_APPLICABLE
        if isinstance(value, str) and column.kind is Kind.DATE and value != _NOT_APPLICABLE:
            value = date.fromisoformat(value)
        if isinstance(value, int) and abs(value) > _LARGEST:
            value = str(value)
        if not isinstance(value, str) and not content.reasons and content.status != "blank":
            return value
        cell = self._text(sheet, value) if isinstance(value, str) else _bare(sheet, value)
        if content.status == "blank":
            cell.fill = self.blank
        if content.reasons:
            cell.fill = self.grave if content.grave else self.doubtful
            cell.comment = _comment(content.reasons)
        return cell

    def _text(self, sheet: Any, text: str) -> WriteOnlyCell:
        """Text that stays text, also when a person edits the cell."""
        text = _UNPRINTABLE.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
        if len(text) > _LONGEST:
            note = f"…[{len(text)} characters, cut here; the JSON has them all]"
            text = text[: _LONGEST - len(note)] + note
        cell = _bare(sheet, text)
        cell.data_type = "s"
        if looks_like_formula(text):
            cell.quotePrefix = True
        return cell


def _bare(sheet: Any, value: Any) -> WriteOnlyCell:
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet, value=value)


def _comment(reasons: tuple[str, ...]) -> Any:
    from openpyxl.comments import Comment

    text = _UNPRINTABLE.sub("", "\n".join(reasons))
    text = text if len(text) <= _COMMENT else f"{text[:_COMMENT]}…"
    return Comment(text, "gouji", height=min(60 + 15 * (len(text) // 30), 400), width=320)


def _load_openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtraError("--to xlsx", "export", "openpyxl") from error
    return openpyxl
