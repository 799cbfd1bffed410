"""A Word document (DOCX) → Document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from ...errors import InputError, NeedsOcrError
from ...values import Document, Grid, Notice, Source
from ..grids import OversizeError, PlacedCell, grid_of
from ..html.canvas import Canvas
from ..raised import raised
from .numbering import Numbering
from .package import Package, child, local, switched_on, value

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Tracked changes count as accepted: what was deleted or moved away is gone.
_GONE = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "rPr", "pPr", "Fallback"))
_SPACES = frozenset(("tab", "ptab", "br", "cr"))
_MAX_COLUMNS = 1000
_LONG_CELL = 300


def read(data: bytes, name: str) -> Document:
    """The document in a DOCX file: paragraphs and tables in order, with the numbers Word prints.

    Text boxes follow the paragraph they hang on, footnotes and endnotes stand at the end. Raises InputError
    for a damaged or encrypted file, NeedsOcrError for one that holds nothing but pictures.
    """
    package = Package(data, name)
    main = next((m for m in package.members("word/document") if m.endswith(".xml")), "word/document.xml")
    body = child(package.tree(main), "body")
    if body is None:
        raise InputError(f"{name} is a damaged or incomplete Word document; get the whole file again")
    writer = _Writer(Numbering(package.tree("word/numbering.xml"), package.tree("word/styles.xml")))
    writer.blocks(body)
    writer.notes(package.tree("word/footnotes.xml"), "footnoteReference")
    writer.notes(package.tree("word/endnotes.xml"), "endnoteReference")
    text = writer.text
    if not text.strip():
        if package.members("word/media/"):
            raise NeedsOcrError(
                f"{name} holds pictures instead of text; run it through OCR and give the result"
            )
        raise InputError(f"{name} holds no text")
    grids, notices = writer.grids()
    source = Source(name, hashlib.sha256(data).hexdigest(), MEDIA_TYPE, None, len(text))
    return Document(text, source, grids, notices=notices)


class _Table:
    """A table while it is read; `cell` is the one that collects text, None in a table of paragraphs."""

    def __init__(self, layout: bool) -> None:
        self.layout = layout
        self.cells: list[PlacedCell] = []
        self.above: dict[int, PlacedCell] = {}


class _Writer:
    """Walks the document and writes its text: a line for each paragraph and each row of a table."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._canvas = Canvas()
        self._tables: list[_Table] = []
        self._cell: PlacedCell | None = None
        self._in_cell = False
        self._joined = False
        self._raised = False
        self._boxes: list[etree._Element] = []
        self._notes: list[tuple[str, str]] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return self._canvas.text

    def grids(self) -> tuple[tuple[Grid, ...], tuple[Notice, ...]]:
        """The grids of the tables that hold data, and a notice if one was too large."""
        grids: list[Grid] = []
        oversize = 0
        for table in self._tables:
            try:
                grid = grid_of(table.cells, self.text)
            except OversizeError:
                oversize += 1
                continue
            if grid is not None:
                grids.append(grid)
        if not oversize:
            return tuple(grids), ()
        message = f"{oversize}张表格过大,未作为表格读取 / {oversize} tables are too large; not read as tables"
        return tuple(grids), (Notice("docx.table", message),)

    def blocks(self, parent: etree._Element) -> None:
        """Write the paragraphs and tables in an element."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name not in _GONE:
                self.blocks(element)

    def notes(self, notes: etree._Element | None, reference: str) -> None:
        """Write the notes that the text refers to by such references, in their order."""
        by_id = {value(note, "id"): note for note in (notes if notes is not None else ())}
        for kind, number in self._notes:
            if kind == reference and (note := by_id.get(number)) is not None:
                self.blocks(note)

    def _paragraph(self, paragraph: etree._Element) -> None:
        if not self._joined:
            self._break()
        self._write(self._numbering.label(paragraph))
        self._inline(paragraph)
        # A deleted paragraph mark joins a paragraph with the one behind it.
        self._joined = switched_on(child(paragraph, "pPr", "rPr", "del"))
        if not self._joined:
            self._break()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _inline(self, parent: etree._Element) -> None:
        """Write the runs in an element."""
        for element in parent:
            name = local(element)
            if name == "t":
                self._write(raised(element.text or "") if self._raised else element.text or "")
            elif name in _SPACES:
                self._break() if name in ("br", "cr") else self._canvas.space()
            elif name == "noBreakHyphen":
                self._write("-")
            elif name == "sym":
                self._write("\ufffd")
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((name, value(element, "id") or ""))
            elif name == "txbxContent":
                self._boxes.append(element)
            elif name == "r":
                self._run(element)
            elif name not in _GONE:
                self._inline(element)

    def _run(self, run: etree._Element) -> None:
        """Write the text of a run, unless it is hidden."""
        if not switched_on(child(run, "rPr", "vanish")):
            self._raised = value(child(run, "rPr", "vertAlign")) == "superscript"
            self._inline(run)
            self._raised = False

    def _table(self, element: etree._Element) -> None:
        outer_cell, outer_in_cell = self._cell, self._in_cell
        self._cell, self._in_cell = None, False
        rows = [row for row in _within(element, "tr") if not switched_on(child(row, "trPr", "del"))]
        table = _Table(_arranges_page(rows))
        if not table.layout:
            self._tables.append(table)
        self._canvas.line()
        for number, row in enumerate(rows):
            self._row(table, number, row)
        self._canvas.line()
        # What follows a table inside a cell is no longer collected: its place would run across the table.
        if outer_cell is not None and outer_cell.start == outer_cell.stop:
            outer_cell.start = outer_cell.stop = self._canvas.length
        self._cell, self._in_cell = None, outer_in_cell

    def _row(self, table: _Table, number: int, row: etree._Element) -> None:
        if not table.layout:
            self._canvas.begin_row()
        column = _count(value(child(row, "trPr", "gridBefore")), 0)
        first = True
        for element in _within(row, "tc"):
            properties = child(element, "tcPr")
            span = max(1, _count(value(child(properties, "gridSpan")), 1))
            merge = child(properties, "vMerge")
            if merge is not None and value(merge) != "restart" and column in table.above:
                table.above[column].rowspan = number - table.above[column].row + 1
            elif table.layout:
                self._canvas.line()
                self.blocks(element)
                self._canvas.line()
            else:
                if not first:
                    self._canvas.separator()
                first = False
                self._data_cell(table, element, number, column, span)
            column += span
        self._canvas.line()

    def _data_cell(self, table: _Table, element: etree._Element, row: int, column: int, span: int) -> None:
        at = self._canvas.length
        cell = PlacedCell(row, column, at, at, 1, span)
        table.cells.append(cell)
        table.above[column] = cell
        self._cell, self._in_cell = cell, True
        self.blocks(element)
        self._cell, self._in_cell = None, False

    def _write(self, raw: str) -> None:
        written = self._canvas.write(raw) if raw else None
        if written is not None and self._cell is not None:
            if self._cell.start == self._cell.stop:
                self._cell.start = written[0]
            self._cell.stop = written[1]

    def _break(self) -> None:
        """The edge of a paragraph: a new line, but inside a cell of data only a space."""
        if self._in_cell:
            self._canvas.space()
        else:
            self._canvas.line()


def _within(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of this name, also inside content controls and tracked insertions."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _within(element, name)


def _arranges_page(rows: list[etree._Element]) -> bool:
    """Whether a table merely arranges text: it has one column, or paragraphs make up most of it."""
    widest = total = long = figures = 0
    for row in rows:
        cells = list(_within(row, "tc"))
        widest = max(widest, len(cells))
        for cell in cells:
            text = "".join(t.text or "" for t in cell.iter() if local(t) == "t").strip()
            total += len(text)
            figures += text.isdigit()
            long += len(text) if len(text) >= _LONG_CELL else 0
    return widest <= 1 or (long > 0.8 * total and figures < 3)


def _count(declared: str | None, default: int) -> int:
    return min(int(declared), _MAX_COLUMNS) if declared is not None and declared.isdigit() else default
