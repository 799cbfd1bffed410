"""A document → what its tables state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count, islice

from ..declare import Form, Schema
from ..values import Document, Testimony
from ..views import View
from .align import Aligned, Stray, align
from .arithmetic import arithmetic_of
from .columns import Columns, columns_of
from .fit import cells_of
from .grid_layout import read_grid, tabular
from .guesses import Guesses
from .headless import headless
from .labels import Lexicon, Part, key_of
from .ledger import Book
from .limits import LONGEST_ZONE, MOST_PIECES, findings_of_limits
from .lines import ruled
from .mend import mend
from .mentions import Mention, recognise
from .order import Behind, Order
from .pages import Pages, without_furniture
from .pieces import Kind, Piece
from .rows import Block, Gatherer
from .sheets import Edition, Sheet, sheets_of
from .template import form_followed, observe_template, opening_year, votes
from .testimony import findings_of, observations_of
from .text_layout import TextLayout
from .zones import healed, parted, without_definition, zones

_HEADING = 4
"""Shorter headings of sections (其他) are common words, which no table needs to end at."""


def read(document: Document, view: View, schema: Schema) -> Testimony:
    """What this witness has to say of the document; `view` is the reading view of its text."""
    sheets, lexicon, order = _prepared(schema.forms)
    rows = count()
    layout = TextLayout(view.text, lexicon, rows)
    first = islice(_pieces(document, view, layout, rows), MOST_PIECES + 1)
    pieces = [without_definition(piece, lexicon) for piece in first]
    whole = len(pieces) <= MOST_PIECES
    unread = layout.unread if whole else [*layout.unread, pieces[-1].start]
    pieces, numbers = without_furniture(pieces, lexicon)
    titles = (key_of(title) for heading in schema.headings for title in heading.titles)
    headings = frozenset(title for title in titles if len(title) >= _HEADING)
    blocks: list[Block] = []
    for start, stop in zones(pieces, lexicon):
        if stop - start > LONGEST_ZONE or (stop == len(pieces) and not whole):
            unread.append(pieces[start].start)
            continue
        cells = healed(parted(pieces[start:stop], lexicon, rows), lexicon)
        blocks += (b for b in _blocks(cells, order, lexicon, headings) if _accepted(b, sheets))
    if whole:
        blocks += headless(document, view, pieces, sheets, blocks)
    too_long = tuple(findings_of_limits(unread, view))
    if not blocks:
        return Testimony((), too_long)
    telling = votes(blocks, sheets, schema.fields)
    form = form_followed(telling, schema.forms, opening_year(view))
    book = Book(sheets, schema.fields, arithmetic_of(schema.identities, form.name if form else None))
    pages = Pages(pieces)
    for number in numbers:
        pages.learn(number)
    pages.learn_loose(pieces)
    placed, strays = mend(list(_aligned(blocks, sheets, form)), book, pages)
    guesses = Guesses(document, view, placed, book)
    return Testimony(
        (*observe_template(telling, schema, view), *observations_of(placed, book, view, guesses)),
        (*findings_of(placed, strays, book, view), *too_long),
    )


@lru_cache(maxsize=8)
def _prepared(forms: tuple[Form, ...]) -> tuple[tuple[Sheet, ...], Lexicon, Order]:
    sheets = sheets_of(forms)
    return sheets, Lexicon(sheets), Order(sheets)


def _pieces(document: Document, view: View, layout: TextLayout, rows: Iterator[int]) -> Iterator[Piece]:
    """All physical cells in reading order; what stands in no grid is read as text."""
    at = 0
    for grid in tabular(document.grids):
        span = grid.span
        assert span is not None
        start = view.offset(span.start)
        yield from layout.read(at, start)
        yield from read_grid(grid, view, rows)
        at = view.offset(span.end)
    yield from layout.read(at, len(view.text))


def _blocks(pieces: Sequence[Piece], order: Order, lexicon: Lexicon, headings: frozenset[str]) -> list[Block]:
    mentions = recognise(pieces, lexicon, headings)
    following = [*mentions[1:], None]
    behind = [_behind(pieces, *pair) for pair in zip(mentions, following, strict=True)]
    return Gatherer(order.sheets, headings).gather(pieces, mentions, order.choose(mentions, behind))


def _behind(pieces: Sequence[Piece], mention: Mention, following: Mention | None) -> Behind:
    row = pieces[mention.last].row
    if following is not None and pieces[following.first].row == row >= 0:
        return Behind.LABEL
    after = pieces[mention.last + 1 : mention.last + 2]
    return Behind.CELL if after and after[0].kind is not Kind.TEXT else Behind.OTHER


def _accepted(block: Block, sheets: Sequence[Sheet]) -> bool:
    """Whether enough labels of a table stand together, some with cells, that it is one."""
    sheet = sheets[block.sheet]
    header = {label.entry for label in block.header if label.entry.part is not Part.UNKNOWN}
    if sheet.unlabelled:
        return len(header) >= 3 and any(segment.runs for segment in block.segments)
    labels = {s.label.entry for s in block.segments if s.label is not None}
    rows = {e for e in labels if sheet.table.rows[e.at].path is not None}
    filled = [s for s in block.segments if any(p.kind is not Kind.TEXT for p in (*s.figures, *s.leading))]
    few = len(sheet.table.rows) <= 2
    if not rows or not filled:
        return False
    return len(rows) + len(header) >= (2 if few else 3) and len(filled) >= (1 if few or header else 3)


def _aligned(blocks: Sequence[Block], sheets: Sequence[Sheet], form: Form | None) -> Iterator[Aligned]:
    before: dict[int, Columns] = {}
    in_rows = ruled(blocks)
    for block in blocks:
        sheet = sheets[block.sheet]
        columns = columns_of(block, sheet, before.get(block.sheet), _edition(sheet, form))
        if columns is None:
            cells = (cells_of(run) for segment in block.segments for run in segment.runs)
            yield from (Stray(block.sheet, tuple(row), Columns(())) for row in cells)
            continue
        before[block.sheet] = columns
        yield from align(block, columns, sheet, ruled=in_rows)


def _edition(sheet: Sheet, form: Form | None) -> Edition | None:
    return next((edition for edition in sheet.editions if edition.form is form), None)
