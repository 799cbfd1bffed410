"""A document as every witness sees it: unchanged text, sections, and the grids its markup declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from.

    `media_type` is found from the content, not the file's ending; `encoding` is None for
    formats that carry their own; `characters` counts the code points of the text.
    """

    path: str
    sha256: str
    media_type: str
    encoding: str | None
    characters: int
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid at its anchor (top left) position; `span` is its place in the text.

    An empty cell has an empty span. `rowspan` and `colspan` are the declared extents, at least 1.
    """

    span: Span
    text: str
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose rows and columns the markup declares.

    All rows have the same length. `None` stands at a position covered by the rowspan or colspan
    of another cell, or missing from a ragged row; an empty `Cell` is a cell that is there and blank.
    """

    rows: tuple[tuple[Cell | None, ...], ...]

    @property
    def span(self) -> Span | None:
        """From the first to the last character of the grid, None when no cell holds text."""
        spans = [c.span for row in self.rows for c in row if c is not None and c.text]
        if not spans:
            return None
        return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document under one heading.

    `role` is the key of the schema's heading that was recognised (`requests`, `problems`, …), None
    for text before the first heading and for a heading that was not recognised. `heading` may be empty;
    `body` runs to the next heading. `parts` are the sections of the next level inside the body
    (`（二）依申请公开情况` in an overview); the body's text before the first of them is in none.
    """

    role: str | None
    heading: Span
    body: Span
    level: int = 1
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the document itself that a reader must know (an unread page, say)."""

    rule: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where a span stands outside the text: a page and box (points), or a sheet and cell."""

    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The parts that are known, for the evidence of a field."""
        pairs = {"page": self.page, "bbox": self.bbox, "sheet": self.sheet, "cell": self.cell}
        return {k: list(v) if isinstance(v, tuple) else v for k, v in pairs.items() if v is not None}


@dataclass(frozen=True)
class Document:
    """The text all offsets refer to, never rewritten, and what its format says about structure.

    `guessed` are stretches in which the format does not say where the cells of a table are: the reader
    told rows and columns by where words stand, or lost some beyond the edge of a page, and may be wrong.
    """

    text: str
    source: Source
    grids: tuple[Grid, ...] = ()
    sections: tuple[Section, ...] = ()
    notices: tuple[Notice, ...] = ()
    guessed: tuple[Span, ...] = ()
    locate: Callable[[Span], Location | None] | None = field(default=None, compare=False)

    def sections_of(self, role: str) -> tuple[Section, ...]:
        """The sections of the top level whose heading was recognised as `role`, in order."""
        return tuple(s for s in self.sections if s.role == role)

    def role_at(self, offset: int) -> str | None:
        """The role of the innermost section around an offset that has one."""
        role = None
        within = self.sections
        while found := next((s for s in within if s.heading.start <= offset < s.body.end), None):
            role, within = found.role or role, found.parts
        return role
