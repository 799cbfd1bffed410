"""Prints Excel workbooks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

import openpyxl

from .blocks import Block, Paragraph


def print_xlsx(blocks: Iterable[Block], title: str = "统计表") -> bytes:
    """The blocks on one sheet; whole numbers as numbers, everything else as text."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    row = 1
    for block in blocks:
        if isinstance(block, Paragraph):
            sheet.cell(row, 1, block.text)
            row += 1
            continue
        for r, column, cell in block.placed():
            text = cell.text.replace("\n", "")
            sheet.cell(
                row + r, column + 1, int(text) if text.isdecimal() and text.isascii() else text or None
            )
            if cell.rows > 1 or cell.columns > 1:
                sheet.merge_cells(
                    start_row=row + r,
                    end_row=row + r + cell.rows - 1,
                    start_column=column + 1,
                    end_column=column + cell.columns,
                )
        row += len(block.rows)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


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
