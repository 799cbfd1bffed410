"""Workbooks in the old binary and the open format (XLS, ODS) → Document."""

from __future__ import annotations

import io
import re
import struct
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import python_calamine as calamine

from ...errors import InputError, TooLargeError
from ...values import Document, Notice
from .number_format import general
from .package import Package
from .workbook import LIMIT_CELLS, Sheet, document_of

MEDIA_TYPE = "application/vnd.ms-excel"

LIMIT_POSITIONS = 20_000_000
"""Rows times columns of all sheets; the reader makes room for every one of them."""

# The record of a sheet that says which rows and columns it uses.
_DIMENSIONS = re.compile(rb"\x00\x02\x0e\x00(.{12})\x00\x00", re.DOTALL)


def read(data: bytes, name: str) -> Document:
    """The document in a workbook: the sheets that are shown, with the addresses of their cells.

    The formats of numbers are not told by these files' reader: a number shows all its digits. Raises
    InputError for a damaged or encrypted file.
    """
    try:
        if data.startswith(b"PK"):
            Package(data, name).check_sizes()
        elif sum(map(_positions, _DIMENSIONS.finditer(data))) > LIMIT_POSITIONS:
            raise _too_large(name)
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            sheet.name for sheet in book.sheets_metadata if sheet.visible == calamine.SheetVisibleEnum.Visible
        ]
        sheets = [_sheet(book.get_sheet_by_name(title), name) for title in shown]
    except calamine.PasswordError as error:
        raise InputError(f"{name} is encrypted; save it without a password and give that") from error
    except calamine.CalamineError as error:
        raise InputError(f"{name} is a damaged or incomplete workbook; get the whole file again") from error
    hidden = len(book.sheets_metadata) - len(shown)
    message = f"隐藏的{hidden}张工作表未读取 / {hidden} hidden sheets were not read"
    return document_of(sheets, data, name, MEDIA_TYPE, (Notice("xlsx.hidden", message),) if hidden else ())


def _sheet(sheet: Any, name: str) -> Sheet:
    """What a sheet shows. Raises TooLargeError for more rows times columns than are looked at."""
    if sheet.total_height * sheet.total_width > LIMIT_POSITIONS:
        raise _too_large(name)
    cells: dict[tuple[int, int], str] = {}
    first = (sheet.start or (0, 0))[1]
    for row, values in enumerate(sheet.iter_rows()):
        for column, held in enumerate(values, first):
            if text := " ".join(_shown(held).split()):
                cells[row, column] = text
        if len(cells) > LIMIT_CELLS:
            break
    merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    return Sheet(sheet.name, cells, merged)


def _shown(held: object) -> str:
    if isinstance(held, bool):
        return "TRUE" if held else "FALSE"
    if isinstance(held, int | float):
        return general(Decimal(repr(held)))
    if isinstance(held, datetime):
        return held.date().isoformat() if held.time() == time() else held.isoformat(" ")
    return held.isoformat() if isinstance(held, date | time) else str(held)


def _positions(record: re.Match[bytes]) -> int:
    """Rows times columns that a sheet says it uses; none where the bytes are no such record."""
    first_row, last_row, first_column, last_column = struct.unpack("<IIHH", record[1])
    rows, columns = last_row - first_row, last_column - first_column
    return rows * columns if 0 < rows <= 65536 and 0 < columns <= 256 else 0


def _too_large(name: str) -> TooLargeError:
    return TooLargeError(f"{name} has more than {LIMIT_POSITIONS} rows times columns, most of them empty")
