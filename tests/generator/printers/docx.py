"""Prints Word documents with nothing but the standard library."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from .blocks import Block, Merged, Paragraph, Table
from .marks import bare

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def print_docx(blocks: Iterable[Block]) -> bytes:
    """The blocks as a DOCX file."""
    return docx("".join(_paragraph(b.text) if isinstance(b, Paragraph) else _table(b) for b in blocks))


def docx(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A DOCX file with this content of `w:body`, and other parts by their path."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        for path, content in (parts or {}).items():
            archive.writestr(path, content)
    return buffer.getvalue()


def part(root: str, content: str) -> str:
    """A part of a DOCX file, with its namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'


def _paragraph(text: str) -> str:
    """A paragraph, its text in two runs as Word leaves it after an edit; marks are left out."""
    text = bare(text)
    at = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(t)}</w:t></w:r>' for t in (text[:at], text[at:]) if t
    )
    return f"<w:p>{runs}</w:p>"


def _table(table: Table) -> str:
    """A table in which a cell over several rows is repeated as its continuation in each of them."""
    rows: list[dict[int, str]] = [{} for _ in table.rows]
    for row, column, cell in table.placed():
        for below in range(cell.rows):
            rows[row + below][column] = _cell(cell, below)
    return (
        "<w:tbl>"
        + "".join(f"<w:tr>{''.join(row[c] for c in sorted(row))}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def _cell(cell: Merged, below: int) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = "" if cell.rows == 1 else "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>'
    lines = [] if below else cell.text.split("\n")
    content = "".join(map(_paragraph, lines)) or "<w:p/>"
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{content}</w:tc>"
