"""A document → what its tables state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count

from ..declare import Form, Schema
from ..values import Document, Testimony
from ..views import View
from .columns import Columns, columns_of
from .grid_layout import read_grid, tabular
from .labels import Lexicon, Part, key_of
from .order import choose
from .pieces import Kind, Piece
from .place import Placed, Stray, place
from .recognise import recognise, split_glued, zones
from .rows import Block, Gatherer
from .sheets import Edition, Sheet, sheets_of
from .template import form_followed, observe_template, opening_year, votes
from .testimony import findings_of, observations_of
from .text_layout import TextLayout


def read(document: Document, view: View, schema: Schema) -> Testimony:
    """What this witness has to say of the document; `view` is the reading view of its text."""
    sheets, lexicon = _prepared(schema.forms)
    pieces = list(_pieces(document, view, lexicon))
    headings = frozenset(key_of(title) for heading in schema.headings for title in heading.titles)
    blocks = [
        block
        for start, stop in zones(pieces, lexicon)
        for block in _blocks(pieces[start:stop], sheets, lexicon, headings)
    ]
    blocks = [block for block in blocks if _accepted(block, blocks, sheets)]
    if not blocks:
        return Testimony()
    telling = votes(blocks, sheets, schema.fields)
    form = form_followed(telling, schema.forms, opening_year(view))
    placed, strays = _place_all(blocks, sheets, form)
    return Testimony(
        (*observe_template(telling, schema, view), *observations_of(placed, sheets, schema, view)),
        tuple(findings_of(strays, sheets, view)),
    )


@lru_cache(maxsize=8)
def _prepared(forms: tuple[Form, ...]) -> tuple[tuple[Sheet, ...], Lexicon]:
    sheets = sheets_of(forms)
    return sheets, Lexicon(sheets)


def _pieces(document: Document, view: View, lexicon: Lexicon) -> Iterator[Piece]:
    """All physical cells in reading order; what stands in no grid is read as text."""
    rows = count()
    layout = TextLayout(view.text, lexicon, rows)
    at = 0
    for grid in tabular(document.grids):
        span = grid.span
        assert span is not None
        start = view.offset(span.start)
        yield from layout.read(at, start)
        yield from read_grid(grid, view, rows)
        at = view.offset(span.end)
    yield from layout.read(at, len(view.text))


def _blocks(
    pieces: Sequence[Piece], sheets: Sequence[Sheet], lexicon: Lexicon, headings: frozenset[str]
) -> list[Block]:
    pieces = split_glued(pieces, lexicon)
    mentions = recognise(pieces, lexicon, headings)
    behind = [pieces[m.last + 1].kind if m.last + 1 < len(pieces) else Kind.TEXT for m in mentions]
    chosen = choose(mentions, sheets, [kind is not Kind.TEXT for kind in behind])
    return Gatherer(sheets).gather(pieces, mentions, chosen)


def _accepted(block: Block, blocks: Sequence[Block], sheets: Sequence[Sheet]) -> bool:
    """Whether enough labels of a table stand together that it is one."""
    sheet = sheets[block.sheet]
    rows = {s.label.entry for s in block.segments if s.label is not None}
    figures = any(s.runs or s.leading for s in block.segments)
    header = {label.entry for label in block.header if label.entry.part is not Part.GROUP}
    if sheet.unlabelled:
        return figures and len(header) >= 3
    if not rows or not figures:
        return False
    return len(rows) + len(header) >= 3 or (len(sheet.table.rows) <= 2 and len(rows) + len(header) >= 2)


def _place_all(
    blocks: Sequence[Block], sheets: Sequence[Sheet], form: Form | None
) -> tuple[list[Placed], list[Stray]]:
    placed: list[Placed] = []
    strays: list[Stray] = []
    before: dict[int, Columns] = {}
    for block in blocks:
        sheet = sheets[block.sheet]
        columns = columns_of(block, sheet, before.get(block.sheet), _edition(sheet, form))
        if columns is None:
            continue
        before[block.sheet] = columns
        for at, segment in enumerate(block.segments):
            row, rest = place(segment, columns, block.sheet, sheet, _number_behind(block, at))
            if row is not None:
                placed.append(row)
            strays.extend(rest)
    return placed, strays


def _edition(sheet: Sheet, form: Form | None) -> Edition | None:
    return next((edition for edition in sheet.editions if edition.form is form), None)


def _number_behind(block: Block, at: int) -> str | None:
    """The enumerator on the form of the row behind a segment."""
    return None
