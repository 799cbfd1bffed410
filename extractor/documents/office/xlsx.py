"""An Excel workbook (XLSX) → Document, its numbers as they are displayed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from ...errors import InputError
from ...values import Document, Notice
from .number_format import BUILT_IN, displayed
from .package import Package, child, local, value
from .workbook import Budget, Sheet, address, document_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_COLUMNS = 16_384
_NAMED_FORMULAS = 10


def read(data: bytes, name: str) -> Document:
    """The document in an XLSX file: the sheets that are shown, with the addresses of their cells.

    Formulas are never computed: where a file holds no result, the cell shows the formula, and a notice
    says so. Nothing outside the file is looked at. Raises InputError for a damaged or encrypted file.
    """
    package = Package(data, name)
    book = package.tree("xl/workbook.xml")
    if book is None:
        raise InputError(f"{name} is a damaged or incomplete workbook; get the whole file again")
    context = _Context(_shared_strings(package), _formats(package), Budget(name))
    shown: list[_Read] = []
    hidden = 0
    for title, path, is_shown in _sheets(package, book):
        root = package.tree(path)
        if root is not None:
            sheet = _sheet(title, root, context)
            shown += [sheet] if is_shown else []
            hidden += sheet.hidden if is_shown else len(sheet.sheet.cells)
    missing = [f"{read.sheet.name}!{cell}" for read in shown for cell in read.formulas]
    notices = tuple(_notices(missing, hidden))
    return document_of([read.sheet for read in shown], data, name, MEDIA_TYPE, notices)


def _notices(missing: Sequence[str], hidden: int) -> Iterator[Notice]:
    if missing:
        named = "、".join(missing[:_NAMED_FORMULAS])
        message = (
            f"{len(missing)}个公式没有结果:{named} / {len(missing)} formulas without a result: {named};"
            " open and save the file in a spreadsheet program"
        )
        yield Notice("xlsx.formula", message)
    if hidden:
        message = f"隐藏的{hidden}个单元格未读取 / {hidden} hidden cells were not read"
        yield Notice("xlsx.hidden", message)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the cells of all sheets share: strings, number formats by style, and how much they may show."""

    strings: Sequence[str]
    formats: Sequence[str]
    budget: Budget


@dataclass(frozen=True, slots=True)
class _Read:
    """A sheet, the addresses of its formulas without a result, and how many of its cells are hidden."""

    sheet: Sheet
    formulas: Sequence[str]
    hidden: int


def _sheets(package: Package, book: etree._Element) -> Iterator[tuple[str, str, bool]]:
    """The title and the path of each sheet, and whether it is shown."""
    relations = package.tree("xl/_rels/workbook.xml.rels")
    targets = {value(r, "Id"): value(r, "Target") or "" for r in (relations if relations is not None else ())}
    sheets = child(book, "sheets")
    for number, sheet in enumerate(sheets if sheets is not None else (), 1):
        target = targets.get(value(sheet, "id"), f"worksheets/sheet{number}.xml")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        yield value(sheet, "name") or f"Sheet{number}", path, value(sheet, "state") in (None, "visible")


def _shared_strings(package: Package) -> list[str]:
    root = package.tree("xl/sharedStrings.xml")
    return [_string(item) for item in (root if root is not None else ())]


def _string(item: etree._Element) -> str:
    """The characters of a string without its phonetic guide."""
    parts: list[str] = []
    for element in item:
        if local(element) == "t":
            parts.append(element.text or "")
        elif local(element) == "r":
            parts.append(_string(element))
    return "".join(parts)


def _formats(package: Package) -> list[str]:
    """By style: its number format."""
    root = package.tree("xl/styles.xml")
    own = child(root, "numFmts")
    named = {value(f, "numFmtId"): value(f, "formatCode") or "" for f in (own if own is not None else ())}
    styles = child(root, "cellXfs")
    numbers = [value(style, "numFmtId") or "0" for style in (styles if styles is not None else ())]
    return [named.get(n) or BUILT_IN.get(int(n) if n.isdigit() else 0, "") for n in numbers]


def _sheet(title: str, root: etree._Element, context: _Context) -> _Read:
    cells: dict[tuple[int, int], str] = {}
    formulas: list[str] = []
    hidden_columns = _hidden_columns(root)
    hidden = 0
    for row, line in _numbered(child(root, "sheetData")):
        row_is_hidden = value(line, "hidden") in ("1", "true")
        for column, cell in _lettered(line):
            text = _shown(cell, context)
            context.budget.take(text)
            text = " ".join(text.split())
            if not text:
                continue
            if row_is_hidden or column in hidden_columns:
                hidden += 1
                continue
            cells[row, column] = text
            if text.startswith("=") and child(cell, "f") is not None:
                formulas.append(address(row, column))
    return _Read(Sheet(title, cells, _merged_ranges(root)), formulas, hidden)


def _numbered(data: etree._Element | None) -> Iterator[tuple[int, etree._Element]]:
    """The rows with their numbers from 0; one without a number follows the one before."""
    row = -1
    for line in data if data is not None else ():
        number = value(line, "r") or ""
        row = int(number) - 1 if number.isdigit() and len(number) <= 7 else row + 1
        yield row, line


def _lettered(line: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns from 0; one without an address follows the one before."""
    column = -1
    for cell in line:
        place = _ADDRESS.fullmatch(value(cell, "r") or "")
        column = _column(place[1]) if place else column + 1
        yield column, cell


def _shown(cell: etree._Element, context: _Context) -> str:
    """The text that a cell shows."""
    kind = value(cell, "t") or "n"
    held = child(cell, "v")
    raw = (held.text or "").strip() if held is not None else ""
    if kind == "inlineStr":
        inline = child(cell, "is")
        return _string(inline) if inline is not None else ""
    if not raw:
        formula = child(cell, "f")
        return "" if formula is None or (kind == "str" and held is not None) else f"={formula.text or ''}"
    if kind == "s":
        return context.strings[int(raw)] if raw.isdigit() and int(raw) < len(context.strings) else "\ufffd"
    if kind == "b":
        return "TRUE" if raw == "1" else "FALSE"
    if kind != "n":
        return raw
    style = value(cell, "s") or "0"
    known = style.isdigit() and int(style) < len(context.formats)
    return displayed(raw, context.formats[int(style)] if known else "")


def _hidden_columns(root: etree._Element) -> set[int]:
    """The columns that are not shown, counted from 0, as far as a sheet has columns."""
    changes: Counter[int] = Counter()
    columns = child(root, "cols")
    for column in columns if columns is not None else ():
        first, last = value(column, "min") or "", value(column, "max") or ""
        if value(column, "hidden") in ("1", "true") and first.isdigit() and last.isdigit():
            changes[int(first) - 1] += 1
            changes[int(last)] -= 1
    depths = accumulate(changes[column] for column in range(_COLUMNS))
    return {column for column, depth in enumerate(depths) if depth > 0} if changes else set()


def _merged_ranges(root: etree._Element) -> list[tuple[int, int, int, int]]:
    ranges: list[tuple[int, int, int, int]] = []
    merged = child(root, "mergeCells")
    for range_ in merged if merged is not None else ():
        places = [_ADDRESS.fullmatch(part) for part in (value(range_, "ref") or "").split(":")]
        if len(places) == 2 and places[0] and places[1]:
            first, last = places[0], places[1]
            ranges.append((int(first[2]) - 1, _column(first[1]), int(last[2]) - 1, _column(last[1])))
    return ranges


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
