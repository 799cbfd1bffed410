"""A row of figures alone in the section of a table that has but one row, where the header was lost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..values import Document
from ..views import View
from .pieces import Kind, Piece
from .rows import Block, Segment
from .sheets import Sheet


def headless(
    document: Document, view: View, pieces: Sequence[Piece], sheets: Sequence[Sheet], blocks: Sequence[Block]
) -> Iterator[Block]:
    """A block for each table without row labels of which no other block was found.

    Its section must hold exactly the figures of one row, and no text that could be a label.
    """
    found = {block.sheet for block in blocks}
    starts = [piece.start for piece in pieces]
    for at, sheet in enumerate(sheets):
        widths = {len(edition.columns) for edition in sheet.editions}
        if not sheet.unlabelled or at in found or len(widths) > 1:
            continue
        for section in document.sections:
            if section.role != sheet.table.role:
                continue
            first = bisect_left(starts, view.offset(section.body.start))
            stop = bisect_left(starts, view.offset(section.body.end), first)
            cells = list(pieces[first:stop])
            if len(cells) in widths and all(piece.kind is not Kind.TEXT for piece in cells):
                yield Block(at, segments=[Segment(runs=[cells])])
