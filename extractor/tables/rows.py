"""Mentions and figures → blocks: one table of a report, its header and its rows as far as they are known.

Nothing is placed here. Figures are gathered behind (or, in a row that the layout shows, before) the
label they stand next to; figures that no label claims are kept as a segment without a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .labels import Entry, Part, key_of
from .mentions import Mention
from .pages import may_be_page_number
from .pieces import Kind, Piece, is_remark, is_unit
from .sheets import Sheet
from .wording import is_heading, is_prose

_WIDEST = 40
"""So many texts of a header that names nothing of a form tell enough."""

_REMARKS = frozenset({"备注", "说明"})

_OF_COLUMNS = (Part.COLUMN, Part.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Label:
    """A label where it was found: what it stands for, its pieces, and how well it matched (0 to 1)."""

    entry: Entry
    pieces: tuple[Piece, ...]
    support: float

    @property
    def text(self) -> str:
        """Its characters, without what parted its pieces."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def row(self) -> int:
        """The row of the layout in which it ends, -1 if the layout shows none."""
        return self.pieces[-1].row


@dataclass(slots=True)
class Segment:
    """Figures that stand together, with the label they stand next to.

    `runs` are parted where the layout begins another row. `loose` are texts between label and
    figures that are neither: with such a text, the figures are not known to belong to the label.
    `leading` are figures before the label in its row. `unit` is a unit cell of the row.
    """

    label: Label | None = None
    runs: list[list[Piece]] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)
    leading: list[Piece] = field(default_factory=list)
    unit: Piece | None = None

    @property
    def figures(self) -> list[Piece]:
        """All its figures and empty cells in order."""
        return [piece for run in self.runs for piece in run]

    @property
    def row(self) -> int:
        """The row of the layout in which it stands so far, -1 if the layout shows none."""
        if self.runs:
            return self.runs[-1][-1].row
        return self.label.row if self.label is not None else -1

    @property
    def hollow(self) -> bool:
        """Whether it holds neither label nor figures, only empty cells or remarks."""
        return self.label is None and all(piece.kind is not Kind.FIGURE for piece in self.figures)

    @property
    def empty(self) -> bool:
        """Whether nothing is left of it."""
        return self.label is None and not self.runs

    @property
    def stated(self) -> bool:
        """Whether it has figures, not only empty cells."""
        return any(piece.kind is Kind.FIGURE for run in self.runs for piece in run)

    def rows(self, in_rows: bool) -> list[list[Piece]]:
        """Its runs, or the figures before its label where there are none.

        Where the layout shows rows (`in_rows`), bare numbers between several runs are those of pages.
        """
        runs = self.runs
        if in_rows and len(runs) > 1:
            runs = [run for run in runs if len(run) > 1 or not may_be_page_number(run[0])]
        if not runs and any(piece.kind is Kind.FIGURE for piece in self.leading):
            runs = [self.leading]
        return runs

    def add(self, piece: Piece) -> None:
        """Append a cell, in a new run if it stands in another row of the layout."""
        if self.runs and self.runs[-1][-1].row == piece.row:
            self.runs[-1].append(piece)
        else:
            self.runs.append([piece])


@dataclass(slots=True)
class Block:
    """One table of the report, or a part of one: header labels and segments in order.

    `units` are the unit cells by the row of the layout in which they stand. `foreign` are texts in the place
    of its header that name nothing of its form.
    """

    sheet: int
    header: list[Label] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    units: dict[int, Piece] = field(default_factory=dict)
    foreign: list[Piece] = field(default_factory=list)

    @property
    def in_rows(self) -> bool:
        """Whether the layout shows rows."""
        return any(run[0].row >= 0 for segment in self.segments if segment.stated for run in segment.runs)

    @property
    def begun(self) -> bool:
        """Whether rows have begun."""
        return bool(self.segments)


class Gatherer:
    """Walks over the pieces of a zone once and gathers blocks."""

    def __init__(self, sheets: Sequence[Sheet], headings: frozenset[str]) -> None:
        self._sheets = sheets
        self._headings = headings
        self._block: Block | None = None
        self._segment: Segment | None = None
        self._foreign: list[Piece] = []  # texts of no table yet, since the last sentence or figure
        self.blocks: list[Block] = []

    def gather(
        self, pieces: Sequence[Piece], mentions: Sequence[Mention], chosen: Sequence[Entry | None]
    ) -> list[Block]:
        """The blocks of the zone; `chosen` says what each mention stands for."""
        labels = _labels(pieces, mentions, chosen)
        at = 0
        while at < len(pieces):
            if at in labels:
                found, at = labels[at]
                for label in found:
                    self._label(label)
                continue
            piece = pieces[at]
            if piece.kind is Kind.TEXT:
                self._text(piece)
            else:
                self._figure(piece)
            at += 1
        return self.blocks

    def _label(self, label: Label) -> None:
        if label.entry.part is Part.ROW:
            self._row(label)
            return
        block = self._block
        if block is not None and len(block.segments) == 1 and block.segments[0].hollow:
            block.segments.pop()  # cells of the header, taken for a row
        if block is None or block.sheet != label.entry.sheet or block.begun:
            block = self._open(label.entry.sheet, headed=True)
        block.header.append(label)
        self._segment = None

    def _row(self, label: Label) -> None:
        leading = self._take_leading(label.row)
        block = self._block
        if block is None or block.sheet != label.entry.sheet:
            block = self._open(label.entry.sheet, headed=False)
        if block.segments and (block.segments[0].hollow or block.segments[-1].empty):
            block.segments.pop()  # cells of the header, or what stood before the label in its row
        self._segment = Segment(label, leading=leading)
        block.segments.append(self._segment)

    def _take_leading(self, row: int) -> list[Piece]:
        """Figures that stand before a label in its row, taken from the segment that got them."""
        segment = self._segment
        if row < 0 or segment is None or not segment.runs or segment.runs[-1][-1].row != row:
            return []
        if segment.label is not None and segment.label.row == row:
            return []
        return segment.runs.pop()

    def _open(self, sheet: int, *, headed: bool) -> Block:
        before = self._block
        if before is not None and not before.begun:  # the header of another table, without rows
            self._foreign += [*before.foreign, *(piece for label in before.header for piece in label.pieces)]
        elif before is not None and not headed:
            self._foreign += before.foreign
        self._block = Block(sheet, foreign=self._foreign[-_WIDEST:])
        self._foreign = []
        self.blocks.append(self._block)
        self._segment = None
        return self._block

    def _figure(self, piece: Piece) -> None:
        if self._block is None:
            if piece.kind is Kind.FIGURE:
                self._foreign = []
            return
        if self._segment is None:
            if piece.kind is Kind.BLANK and not self._behind_header(piece):
                return
            self._segment = Segment()
            self._block.segments.append(self._segment)
        self._segment.add(piece)

    def _behind_header(self, piece: Piece) -> bool:
        """Whether a cell without figure, behind header labels, can be one of the first row."""
        block = self._block
        if block is None or not block.header or block.begun:
            return False
        if piece.row < 0:
            return self._sheets[block.sheet].unlabelled
        return piece.row not in {label.row for label in block.header}

    def _text(self, piece: Piece) -> None:
        segment = self._segment
        if (is_prose(piece) and piece.row < 0) or is_heading(piece, self._headings):
            self._block = self._segment = None
            self._foreign = []
        elif self._block is None:
            self._foreign.append(piece)
        elif is_unit(piece.text):
            if piece.row >= 0:
                self._block.units[piece.row] = piece
            if segment is not None and segment.unit is not None and piece.row < 0:
                if segment.runs or not is_unit(segment.unit.text + piece.text):
                    self._stray(piece)  # the unit of a row whose label was lost
            elif segment is not None and segment.unit is None:
                segment.unit = piece
        elif segment is None:
            if self._block.begun:
                self._stray(piece)
                return
            self._block.foreign.append(piece)
            if piece.row >= 0 and is_remark(piece.text) and self._behind_header(piece):
                self._figure(piece)
            elif piece.row < 0 and piece.text in _REMARKS:
                return  # a column of words, if of anything: no figures stand in it
            elif self._block.header and self._block.header[-1].entry.part in _OF_COLUMNS:
                unknown = Entry(self._block.sheet, Part.UNKNOWN, 0)
                self._block.header.append(Label(unknown, (piece,), 0.3))
        elif segment.row == piece.row >= 0:
            segment.add(piece)
        elif piece.row >= 0 and is_remark(piece.text) and not segment.loose:
            if segment.runs:
                segment = self._segment = Segment()
                self._block.segments.append(segment)
            segment.add(piece)
        elif segment.label is not None and self._belongs_to_label(piece, segment.label):
            return
        elif segment.runs:
            self._stray(piece)
        else:
            segment.loose.append(piece)

    def _stray(self, piece: Piece) -> None:
        """A text that no label explains: what follows it belongs to no known row."""
        assert self._block is not None
        self._segment = Segment(loose=[piece])
        self._block.segments.append(self._segment)

    def _belongs_to_label(self, piece: Piece, label: Label) -> bool:
        """Whether a text is the rest of a wrapped label, or a remark on it."""
        if piece.text[0] in "(（[【注*":
            return True
        key = key_of(piece.text)
        printed = self._sheets[label.entry.sheet].table.rows[label.entry.at].labels
        return not key or any(key in key_of(text) for text in printed)


def _labels(
    pieces: Sequence[Piece], mentions: Sequence[Mention], chosen: Sequence[Entry | None]
) -> dict[int, tuple[list[Label], int]]:
    """The labels that begin at each piece, with the piece behind them."""
    pairs = [(m, entry) for m, entry in zip(mentions, chosen, strict=True) if entry is not None]
    found: dict[int, tuple[list[Label], int]] = {}
    begin = stop = -1
    for mention, entry in pairs:
        cost = next(cost for reading, cost in mention.readings if reading == entry)
        label = Label(entry, tuple(pieces[mention.first : mention.last + 1]), max(0.3, 1 - cost / 2))
        if mention.first < stop:  # glued to the label before
            found[begin][0].append(label)
        else:
            begin = mention.first
            found[begin] = ([label], 0)
        stop = mention.last + 1
        found[begin] = (found[begin][0], stop)
    return found
