"""Workbooks in binary and open formats (XLS, XLSB, ODS) → Document."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import python_calamine as calamine

from ...errors import InputError
from ...values import Document
from .number_format import general
from .workbook import LIMIT_CELLS, Sheet, document_of

MEDIA_TYPE = "application/vnd.ms-excel"


def read(data: bytes, name: str) -> Document:
    """The document in a workbook: the sheets that are shown, with the addresses of their cells.

    The formats of numbers are not told by these files' reader: a number shows all its digits. Raises
    InputError for a damaged or encrypted file.
    """
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            sheet.name for sheet in book.sheets_metadata if sheet.visible == calamine.SheetVisibleEnum.Visible
        ]
        sheets = [_sheet(book.get_sheet_by_name(title)) for title in shown]
    except calamine.PasswordError as error:
        raise InputError(f"{name} is encrypted; save it without a password and give that") from error
    except calamine.CalamineError as error:
        raise InputError(f"{name} is a damaged or incomplete workbook; get the whole file again") from error
    return document_of(sheets, data, name, MEDIA_TYPE)


def _sheet(sheet: Any) -> Sheet:
    cells: dict[tuple[int, int], str] = {}
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for column, held in enumerate(values):
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
