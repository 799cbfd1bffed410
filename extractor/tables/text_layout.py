"""Flattened tables in running text → pieces: one cell to a line, pipes in every way, tabs, spaces.

A pipe ends the cell before it; one that ends nothing shows an empty cell. The exceptions are a pipe at
the beginning of a line that holds more, and the lines of one pipe in front of indented cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .labels import LONGEST, Lexicon
from .padded import Slot, padded_rows
from .pieces import TOKEN, Kind, Piece, is_figure, is_page_number, is_rule

_WIDEST = 40
"""A line of more cells than this is no row, but a document whose line breaks were lost."""

_MOST_REFUSED = 300
"""After so many lines of pipes that begin no table filled up with them, none is looked for any more."""


class TextLayout:
    """Reads lines into pieces; an object because a pipe may end a cell that began a line earlier."""

    def __init__(self, text: str, lexicon: Lexicon, rows: Iterator[int]) -> None:
        self._text = text
        self._lexicon = lexicon
        self._rows = rows  # numbers for the rows, shared with the other layouts of a document
        self._open = False  # the last piece is a text that no pipe has ended yet
        self._refused = 0  # how often a line began no table that was filled up with pipes
        self._unled = False  # the line before is a row that does not begin with a pipe
        self._held: list[Piece] = []  # blanks that lines of a lone pipe at the margin seem to be

    def read(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of the lines in `text[start:end]`."""
        at = done = start
        for line in self._text[start:end].splitlines(keepends=True):
            if at < done:
                at += len(line)
                continue
            if "|" in line:
                rows, done = self._padded_rows(at, end)
                for row in rows:
                    yield from self._padded(row)
                if not rows:
                    yield from self._piped(line, at)
            elif "\t" in line and not line.isspace():
                yield from self._tabbed(line, at)
            else:
                self._unled = False
                yield from self._plain(line, at)
            at += len(line)
        yield from self._release()

    def _plain(self, line: str, at: int) -> Iterator[Piece]:
        text = line.strip()
        if not text:
            return
        yield from self._release()
        pieces = list(self._cells(text, at + line.index(text[0])))
        if pieces:
            yield from self._row(pieces, len(pieces) > 1 and len(text) <= LONGEST)
            self._open = len(pieces) == 1

    def _piped(self, line: str, at: int) -> Iterator[Piece]:
        if is_rule(line):
            return
        parts = line.split("|")
        texts = [part.strip() for part in parts]
        if not any(texts):
            yield from self._pipes(line, at)
            return
        if len(parts) == 2 and line[:1].isspace():
            self._held = []  # pipes at the margin open the cells that stand indented behind them
        yield from self._release()
        pieces: list[Piece] = []
        last = len(parts) - 1
        first = 0 if texts[0] or self._unled else 1
        self._unled = first == 0
        for i, (part, text) in enumerate(zip(parts, texts, strict=True)):
            if text:
                cells = self._cells(text, at + part.index(text[0]))
                pieces.extend(cell._replace(column=i) for cell in cells)
            elif first <= i < last:
                pieces.append(Piece(Kind.BLANK, "", at, at, -1, i))
            at += len(part) + 1
        between_pipes = not texts[0] and not texts[last]
        yield from self._row(pieces, between_pipes or 1 < len(pieces) <= _WIDEST)
        self._open = bool(texts[last])

    def _padded_rows(self, at: int, end: int) -> tuple[list[list[Slot]], int]:
        """The rows of a table that was filled up with pipes, and where they stop; none if it was not."""
        if self._refused >= _MOST_REFUSED:
            return [], at
        found = padded_rows(self._text, at, end, self._lexicon.exact)
        self._refused += found is None
        return found or ([], at)

    def _padded(self, slots: Sequence[Slot]) -> Iterator[Piece]:
        """The cells of a row that was filled up with pipes."""
        yield from self._release()
        self._open = self._unled = False
        row = next(self._rows)
        for i, slot in enumerate(slots):
            if not slot.parts:
                yield Piece(Kind.BLANK, "", slot.at, slot.at, row, i)
                continue
            kind = Kind.FIGURE if is_figure(slot.text) else Kind.TEXT
            last, at = slot.parts[-1]
            yield Piece(kind, slot.text, slot.parts[0][1], at + len(last), row, i)

    def _tabbed(self, line: str, at: int) -> Iterator[Piece]:
        """Cells parted by tabs; what stands before the first cell is indentation."""
        yield from self._release()
        pieces: list[Piece] = []
        for i, part in enumerate(line.split("\t")):
            text = part.strip()
            if text:
                cells = self._cells(text, at + part.index(text[0]))
                pieces.extend(cell._replace(column=i) for cell in cells)
            elif pieces:
                pieces.append(Piece(Kind.BLANK, "", at, at, -1, i))
            at += len(part) + 1
        yield from self._row(pieces, 1 < len(pieces) <= _WIDEST)
        self._open = False

    def _pipes(self, line: str, at: int) -> Iterator[Piece]:
        """A line of pipes alone: empty cells, a row of them if they stand between pipes."""
        places = [at + i for i, character in enumerate(line) if character == "|"]
        row = -1
        ends_cell, self._open = self._open, False
        if len(places) > 1:
            row = next(self._rows)
            places = places[:-1]
        elif ends_cell:
            return
        elif not line[:1].isspace():
            self._held.append(Piece(Kind.BLANK, "", places[0], places[0]))
            return
        if line[:1].isspace():
            self._held = []
        yield from self._release()
        for i, place in enumerate(places):
            yield Piece(Kind.BLANK, "", place, place, row, i + 1 if row >= 0 else -1)

    def _release(self) -> Iterator[Piece]:
        yield from self._held
        self._held = []

    def _row(self, pieces: list[Piece], together: bool) -> Iterator[Piece]:
        """The pieces of one line; `together` tells that they stand in one row."""
        if together:
            row = next(self._rows)
            pieces = [piece._replace(row=row) for piece in pieces]
        yield from pieces

    def _cells(self, text: str, at: int) -> Iterator[Piece]:
        """The cells in a stretch without pipes: parted by spaces where figures stand, or in a long line."""
        if is_figure(text):
            yield Piece(Kind.FIGURE, text, at, at + len(text))
            return
        if is_page_number(text):
            return
        if len(text) > LONGEST or not self._lexicon.exact(text):
            tokens = [(m.group(), at + m.start()) for m in TOKEN.finditer(text)]
            kinds = _kinds([token for token, _ in tokens])
            if len(text) > LONGEST or _is_row(kinds):
                for kind, (token, place) in zip(kinds, tokens, strict=True):
                    yield Piece(kind, token, place, place + len(token))
                return
        yield Piece(Kind.TEXT, text, at, at + len(text))


def _kinds(tokens: Sequence[str]) -> list[Kind]:
    """Figure or text; a number before 年, 月 or 日 is part of a date."""
    kinds = [Kind.FIGURE if is_figure(token) else Kind.TEXT for token in tokens]
    for i, token in enumerate(tokens[1:]):
        if token[0] in "年月日号时点":
            kinds[i] = Kind.TEXT
    return kinds


def _is_row(kinds: Sequence[Kind]) -> bool:
    """Whether spaces part cells: the line ends in a figure, or two figures stand side by side."""
    if len(kinds) < 2:
        return False
    pairs = pairwise(kinds)
    return kinds[-1] is Kind.FIGURE or any(one is other is Kind.FIGURE for one, other in pairs)
