"""Prints Excel workbooks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence

import openpyxl
from openpyxl.cell import Cell

from .blocks import Block, Paragraph, Table
from .marks import MARK, bare

_NUMBER = re.compile(r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?", re.ASCII)


def print_xlsx(blocks: Iterable[Block], title: str = "统计表") -> bytes:
    """The blocks on one sheet; whole numbers as numbers, everything else as text."""
    return print_marked_xlsx([(title, list(blocks))])[0]


def print_marked_xlsx(
    sheets: Iterable[tuple[str, Sequence[Block]]],
) -> tuple[bytes, dict[str, tuple[str, str]]]:
    """Sheets by their titles as a workbook, and the sheet and the cell of each mark in their texts."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    marks: dict[str, tuple[str, str]] = {}
    for title, blocks in sheets:
        sheet = book.create_sheet(title)
        row = 1
        for block in blocks:
            table = Table.of([[block.text]]) if isinstance(block, Paragraph) else block
            for r, column, cell in table.placed():
                place = sheet.cell(row + r, column + 1)
                _write(place, bare(cell.text).replace("\n", ""))
                marks |= dict.fromkeys(MARK.findall(cell.text), (title, place.coordinate))
                if cell.rows > 1 or cell.columns > 1:
                    sheet.merge_cells(
                        start_row=row + r,
                        end_row=row + r + cell.rows - 1,
                        start_column=column + 1,
                        end_column=column + cell.columns,
                    )
            row += len(table.rows)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue(), marks


def _write(place: Cell, text: str) -> None:
    """A number as such, its separators and decimals by its format; everything else as text."""
    if _NUMBER.fullmatch(text) is None:
        place.value = text or None
        return
    place.value = float(text.replace(",", "")) if "." in text else int(text.replace(",", ""))
    decimals = "." + "0" * len(text.partition(".")[2]) if "." in text else ""
    place.number_format = ("#,##0" if "," in text else "0") + decimals


def xlsx(rows: str, parts: Mapping[str, str] | None = None, *, around: str = "") -> bytes:
    """A workbook with one sheet of this XML in `sheetData`, and other parts by their path."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    members = {
        "xl/workbook.xml": f'<workbook {space}><sheets><sheet name="表" sheetId="1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f"<worksheet {space}>{around}<sheetData>{rows}</sheetData></worksheet>",
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in members.items():
            archive.writestr(path, content)
    return buffer.getvalue()
