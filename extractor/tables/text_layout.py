"""Flattened tables in running text → pieces: one cell to a line, pipes in every way, tabs, spaces.

A pipe ends the cell before it; one that ends nothing shows an empty cell. The exceptions are a pipe at
the beginning of a line that holds more, and the lines of one pipe in front of indented cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .labels import LONGEST, Lexicon
from .limits import LONGEST_LINE, MOST_PIECES
from .padded import Slot, padded_rows
from .pieces import TOKEN, Kind, Piece, is_figure, is_page_number, is_rule

_STRETCH = 1 << 16
"""So many characters, and the rest of the line, are parted into lines at once."""

_OPENED_ROWS = 3
"""If one of so many pipes at the margin opens several cells, they open rows: some have a single cell."""

_WIDEST = 40
"""A line of more cells than this is no row, but a document whose line breaks were lost."""


class TextLayout:
    """Reads lines into pieces; an object because a pipe may end a cell that began a line earlier."""

    def __init__(self, text: str, lexicon: Lexicon, rows: Iterator[int]) -> None:
        self._text = text
        self._lexicon = lexicon
        self._rows = rows  # numbers for the rows, shared with the other layouts of a document
        self.unread: list[int] = []  # where lines begin that are too long to be parted into cells
        self._out: list[Piece] = []
        self._open = False  # the last piece is a text that no pipe has ended yet
        self._unled = False  # the line before is a row that does not begin with a pipe
        self._held: list[Piece] = []  # blanks that lines of a lone pipe at the margin seem to be
        self._indented = False  # the last cell stands indented, so that pipes at the margin only open cells
        self._opened: list[int] = []  # where pipes at the margin opened indented cells, up to now

    def read(self, start: int, end: int) -> list[Piece]:
        """The pieces of the lines in `text[start:end]`, or at least MOST_PIECES of them."""
        self._out = []
        at = done = start
        begins = True  # a table may begin in this line
        for line in _lines(self._text, start, end):
            if len(self._out) > MOST_PIECES:
                break
            if at < done:
                at += len(line)
                continue
            if len(line) > LONGEST_LINE:
                self._unparted(line, at)
            elif "|" in line:
                begins = begins or bool(self._lexicon.exact(line.partition("|")[0]))
                padded = padded_rows(self._text, at, end, self._lexicon.exact) if begins else None
                begins = padded is not None
                if padded is not None:
                    rows, done = padded
                    for row in rows:
                        self._padded(row)
                else:
                    self._piped(line, at)
            elif text := line.strip():
                begins = True
                self._unled = False
                if "\t" in line:
                    self._tabbed(line, at)
                else:
                    self._plain(line, text, at)
            at += len(line)
        self._release()
        self._outdent()
        return self._out

    def _unparted(self, line: str, at: int) -> None:
        """A line that is too long for a table or a row of one: a text that says nothing."""
        self._release()
        self._outdent()
        self._open = self._unled = False
        self.unread.append(at)
        self._out.append(Piece(Kind.TEXT, line, at, at + len(line)))

    def _plain(self, line: str, text: str, at: int) -> None:
        if self._indented and line[0].isspace():
            self._opens()
        else:
            self._outdent()
        self._release()
        pieces = self._cells(text, at + line.index(text[0]))
        if pieces:
            self._row(pieces, len(pieces) > 1 and len(text) <= LONGEST)
            self._open = len(pieces) == 1

    def _piped(self, line: str, at: int) -> None:
        if is_rule(line):
            return
        parts = line.split("|")
        texts = [part.strip() for part in parts]
        if not any(texts):
            self._pipes(line, at)
            return
        if len(parts) == 2 and line[:1].isspace():
            self._opens()
            self._indented = True
        else:
            self._outdent()
        self._release()
        last = len(parts) - 1
        first = 0 if texts[0] or self._unled else 1
        self._unled = first == 0
        pieces = self._parted(parts, texts, at, range(first, last))
        between_pipes = not texts[0] and not texts[last]
        self._row(pieces, between_pipes or 1 < len(pieces) <= _WIDEST)
        self._open = bool(texts[last])

    def _opens(self) -> None:
        """Pipes at the margin open the cells that stand indented behind them, and are no empty cells."""
        if self._held:
            self._held = []
            self._opened.append(len(self._out))

    def _outdent(self) -> None:
        """Indented cells end here. If many pipes before them opened several, each opened a row."""
        stretches = list(pairwise([*self._opened, len(self._out)]))
        self._opened, self._indented = [], False
        several = sum(stop - start > 1 for start, stop in stretches)
        if several * _OPENED_ROWS < len(stretches):
            return
        for start, stop in stretches:
            row = next(self._rows)
            for i in range(start, stop):
                self._out[i] = Piece(*self._out[i][:4], row, i - start)

    def _padded(self, slots: Sequence[Slot]) -> None:
        """The cells of a row that was filled up with pipes."""
        self._outdent()
        self._release()
        self._open = self._unled = False
        row = next(self._rows)
        for i, slot in enumerate(slots):
            if not slot.parts:
                self._out.append(Piece(Kind.BLANK, "", slot.at, slot.at, row, i))
                continue
            kind = Kind.FIGURE if is_figure(slot.text) else Kind.TEXT
            last, at = slot.parts[-1]
            self._out.append(Piece(kind, slot.text, slot.parts[0][1], at + len(last), row, i))

    def _tabbed(self, line: str, at: int) -> None:
        """Cells parted by tabs; what stands before the first cell is indentation."""
        self._outdent()
        self._release()
        parts = line.split("\t")
        texts = [part.strip() for part in parts]
        first = next(i for i, text in enumerate(texts) if text)
        pieces = self._parted(parts, texts, at, range(first, len(parts)))
        self._row(pieces, 1 < len(pieces) <= _WIDEST)
        self._open = False

    def _parted(self, parts: Sequence[str], texts: Sequence[str], at: int, blanks: range) -> list[Piece]:
        """The cells of a line; an empty part at one of the places `blanks` is an empty cell."""
        pieces: list[Piece] = []
        for i, (part, text) in enumerate(zip(parts, texts, strict=True)):
            if text:
                cells = self._cells(text, at + part.index(text[0]))
                pieces.extend(Piece(kind, cell, start, end, -1, i) for kind, cell, start, end, *_ in cells)
            elif i in blanks:
                pieces.append(Piece(Kind.BLANK, "", at, at, -1, i))
            at += len(part) + 1
        return pieces

    def _pipes(self, line: str, at: int) -> None:
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
            self._opens()
        self._release()
        for i, place in enumerate(places):
            self._out.append(Piece(Kind.BLANK, "", place, place, row, i + 1 if row >= 0 else -1))

    def _release(self) -> None:
        if self._held:
            self._out += self._held
            self._held = []

    def _row(self, pieces: list[Piece], together: bool) -> None:
        """The pieces of one line; `together` tells that they stand in one row."""
        if together:
            row = next(self._rows)
            pieces = [Piece(*piece[:4], row, piece.column) for piece in pieces]
        self._out += pieces

    def _cells(self, text: str, at: int) -> list[Piece]:
        """The cells in a stretch without pipes: parted by spaces where figures stand, or in a long line."""
        if is_figure(text):
            return [Piece(Kind.FIGURE, text, at, at + len(text))]
        if is_page_number(text):
            return []
        spaced = len(text.split(maxsplit=1)) > 1
        tokens = [(m.group(), at + m.start()) for m in TOKEN.finditer(text)] if spaced else []
        if len(tokens) > 1:
            kinds = _kinds([token for token, _ in tokens])
            # A label with spaces inside may look like a row, but it does not end in a figure.
            named = kinds[-1] is Kind.TEXT and self._lexicon.exact(text)
            if len(text) > LONGEST or (_is_row(kinds) and not named):
                return [
                    Piece(kind, token, place, place + len(token))
                    for kind, (token, place) in zip(kinds, tokens, strict=True)
                ]
        return [Piece(Kind.TEXT, text, at, at + len(text))]


def _lines(text: str, start: int, end: int) -> Iterator[str]:
    """The lines of `text[start:end]` with their ends."""
    while start < end:
        stop = text.find("\n", min(start + _STRETCH, end), end) + 1 or end
        yield from text[start:stop].splitlines(keepends=True)
        start = stop


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
