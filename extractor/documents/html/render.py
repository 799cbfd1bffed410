"""Walks a page once, writing its text and collecting its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ...values import Grid, Notice
from ..grids import OversizeError
from .canvas import Canvas
from .grid import LIMIT_COLSPAN, MarkupCell, extent, lay_out
from .layout import layout_tables
from .tags import BLOCKS, CELLS, INPUTS, PREFORMATTED


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a page, its grids in order of their beginning, and what was noticed."""

    text: str
    grids: tuple[Grid, ...]
    notices: tuple[Notice, ...]


def render(root: etree._Element) -> Rendered:
    """The text and the grids of a tree.

    Each block and each row of a data table has a line of its own; the cells of a row are parted by
    ` | `. What a browser does not show is left out.
    """
    renderer = _Renderer(layout_tables(root))
    enter, leave = renderer.enter, renderer.leave
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            enter(element)
        else:
            leave(element)
    return renderer.finish()


@dataclass(slots=True)
class _OpenTable:
    """A table while it is read; a layout table collects no cells."""

    layout: bool
    rows: list[list[MarkupCell]] = field(default_factory=list)
    row_is_open: bool = False
    cell: MarkupCell | None = None
    cell_is_closed_to_text: bool = False


class _Renderer:
    """Follows the walk: what is open, and what was written where."""

    def __init__(self, layout: frozenset[etree._Element]) -> None:
        self._layout = layout
        self._canvas = Canvas()
        self._open: list[_OpenTable] = []
        self._data_tables: list[_OpenTable] = []
        self._preformatted = 0
        self._clipped = 0

    def enter(self, element: etree._Element) -> None:
        """An element begins."""
        tag = element.tag
        if tag == "table":
            self._enter_table(element)
        elif self._open and tag == "tr":
            self._enter_row(self._open[-1])
        elif self._open and tag in CELLS:
            self._enter_cell(self._open[-1], element)
        elif tag in BLOCKS or tag in CELLS:
            self._break()
            self._preformatted += tag in PREFORMATTED
        elif tag == "input" and element.get("type", "text").lower() in INPUTS:
            self.write(element.get("value") or "")
        if element.text:
            self.write(element.text)

    def leave(self, element: etree._Element) -> None:
        """An element ends."""
        tag = element.tag
        if tag == "table":
            self._leave_row(self._open.pop())
            self._break()
        elif self._open and tag == "tr":
            self._leave_row(self._open[-1])
        elif self._open and tag in CELLS:
            self._leave_cell(self._open[-1])
        elif tag in BLOCKS or tag in CELLS:
            self._break()
            self._preformatted -= tag in PREFORMATTED
        if element.tail:
            self.write(element.tail)

    def write(self, raw: str) -> None:
        """The characters of a text node."""
        cell = self._cell()
        if self._preformatted and cell is None:
            for line in raw.splitlines():
                self._canvas.line()
                self._canvas.write(line)
            return
        written = self._canvas.write(raw)
        if written and cell is not None and not self._open[-1].cell_is_closed_to_text:
            start, stop = written
            if cell.start == cell.stop:
                cell.start = start
            cell.stop = stop

    def finish(self) -> Rendered:
        """What came of it."""
        text = self._canvas.text
        grids: list[Grid] = []
        oversize = 0
        for table in self._data_tables:
            try:
                grid = lay_out(table.rows, text)
            except OversizeError:
                oversize += 1
                continue
            if grid is not None:
                grids.append(grid)
        return Rendered(text, tuple(grids), tuple(self._notices(oversize)))

    def _notices(self, oversize: int) -> Iterator[Notice]:
        if self._clipped:
            message = (
                f"{self._clipped}个单元格声明跨{LIMIT_COLSPAN}列以上,已截断"
                f" / {self._clipped} cells declare more than {LIMIT_COLSPAN} columns; clipped"
            )
            yield Notice("html.colspan", message)
        if oversize:
            message = (
                f"{oversize}张表格声明的行列过多,未作为表格读取"
                f" / {oversize} tables declare too many rows and columns; not read as tables"
            )
            yield Notice("html.table", message)

    def _enter_table(self, element: etree._Element) -> None:
        self._break()
        if self._open:
            self._open[-1].cell_is_closed_to_text = True
        table = _OpenTable(element in self._layout)
        self._open.append(table)
        self._canvas.line()
        if not table.layout:
            self._data_tables.append(table)

    def _enter_row(self, table: _OpenTable) -> None:
        self._leave_row(table)
        table.row_is_open = True
        if table.layout:
            self._canvas.line()
        else:
            self._canvas.begin_row()
            table.rows.append([])

    def _enter_cell(self, table: _OpenTable, element: etree._Element) -> None:
        if table.layout:
            self._canvas.line()
            return
        if not table.row_is_open:
            self._enter_row(table)
        self._leave_cell(table)
        if table.rows[-1]:
            self._canvas.separator()
        at = self._canvas.length
        colspan = extent(element.get("colspan"))
        self._clipped += colspan > LIMIT_COLSPAN
        table.cell = MarkupCell(at, at, extent(element.get("rowspan")), min(colspan, LIMIT_COLSPAN))
        table.cell_is_closed_to_text = False

    def _leave_cell(self, table: _OpenTable) -> None:
        if table.layout:
            self._canvas.line()
        elif table.cell is not None:
            table.rows[-1].append(table.cell)
            table.cell = None

    def _leave_row(self, table: _OpenTable) -> None:
        self._leave_cell(table)
        table.row_is_open = False
        self._canvas.line()

    def _cell(self) -> MarkupCell | None:
        return self._open[-1].cell if self._open else None

    def _break(self) -> None:
        """The edge of a block: a new line, but inside a cell of data only a space."""
        if self._cell() is None:
            self._canvas.line()
        else:
            self._canvas.space()
