"""The running text of a document: sentences whole again, cells of tables and page numbers left out."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from io import StringIO

from ..values import Document, Span
from ..views import View
from .lines import ITEM, PUNCTUATION, goes_on, is_cut_out, is_number_alone, is_of_table, lines_of, width

# White space, and how Markdown marks emphasis.
_WORD = re.compile(r"[^\s*`]+")
_PAGE = re.compile(r"(?:[-—–·]{1,3}\s*)?[0-9]{1,4}(?:\s*[-—–·]{1,3})?|第\s*[0-9]{1,4}\s*页.{0,10}")
_AMOUNT = re.compile(r"[0-9](?!.{0,4}年)")

# A line goes on in the next one if that is about as wide or less: a short line before a long one is a title.
_RAGGED = 0.85
# Cells shorter than this hold labels and figures; they are the business of the tables.
_SENTENCE = 12
# A shorter word with an enumerator may be anything; a longer one before white space is a heading.
_HEADING = 5
# What stands between two lines: nothing, an empty line, the number of a page.
_NONE, _BLANK, _NUMBER = range(3)


class Running:
    """The sentences of a document as one text, with the way back to the document."""

    def __init__(self, pieces: Iterable[tuple[str, int]], view: View) -> None:
        """`pieces` are parts of the text, each with the offset of `view` at which it begins."""
        written = StringIO()
        self._view = view
        self._origins = array("q")
        self._starts = array("q")
        length = 0
        for piece, origin in pieces:
            self._starts.append(length)
            self._origins.append(origin)
            length += written.write(piece)
        self.text = written.getvalue()

    def span(self, start: int, stop: int) -> Span:
        """The document characters behind `text[start:stop]`, which begins and ends inside pieces."""
        return self._view.span(self._origin(start), self._origin(stop - 1) + 1)

    def offset(self, place: int) -> int:
        """Where the document's offset `place`, or what follows it, stands in this text."""
        origin = self._view.offset(place)
        index = bisect_right(self._origins, origin) - 1
        if index < 0:
            return 0
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
        return min(self._starts[index] + origin - self._origins[index], end)

    def until(self, stop: int) -> Running:
        """The text up to `stop`."""
        cut = copy(self)
        cut.text = self.text[:stop]
        return cut

    def _origin(self, place: int) -> int:
        index = bisect_right(self._starts, place) - 1
        return self._origins[index] + place - self._starts[index]


def running_text(document: Document, view: View) -> Running:
    """The sentences alone: white space and Markdown dropped, one `\n` where a paragraph or cell ends.

    Lines that a page or column broke are joined, also around the number of a page. A line of bars is
    read cell by cell; of cells, and of the grids that markup declares, only those that hold a sentence
    are kept. Two figures that white space parts stay parted by one space.
    """
    return Running(_pieces(document, view), view)


def _pieces(document: Document, view: View) -> Iterator[tuple[str, int]]:
    """The words, and what stands between them, each with its offset."""
    text = view.text
    last = ""
    for start, end, joined in _kept(text, _Cells(document, view)):
        for match in _WORD.finditer(text, start, end):
            word, at = match.group(), match.start()
            between = _between(last, word, whole=at == start and not joined) if last else ""
            if between:
                yield between, at
            yield word, at
            last = word


def _between(word: str, following: str, *, whole: bool) -> str:
    """What stands between two words: a break where a new piece or the text under a heading begins."""
    if whole:
        return "\n"
    if word[-1].isdigit():
        return " " if following[0].isdigit() else ""
    heading = ITEM.match(word) and len(word) >= _HEADING and not PUNCTUATION.search(word, 3)
    amount = _AMOUNT.match(following) and not ITEM.match(following)
    return "\n" if heading and not amount else ""


def _kept(text: str, cells: _Cells) -> Iterator[tuple[int, int, bool]]:
    """The pieces of running text in order, without outer white space: start, end, joined to the last."""
    open_width = open_length = 0  # how wide and long the last line was, if it may go on in the next
    gap = _NONE
    cut = False  # a number was cut out of its sentence, which goes on in the next line
    for line in lines_of(text):
        body, start = line.text, line.start
        end = start + len(body)
        if not body:
            gap = max(gap, _BLANK)
            continue
        resumed, cut = cut, is_cut_out(line)
        if cut or resumed:
            yield start, end, True
            open_width, open_length, gap = 0 if cut else width(body), len(body), _NONE
        elif not open_width and is_number_alone(line):
            continue
        elif "|" in body:
            open_width = 0
            yield from ((a, b, False) for a, b in _bars(text, start, end))
        elif open_width and _PAGE.fullmatch(body):
            gap = _NUMBER
        elif is_of_table(line) or cells.hold(start):
            open_width = 0
        else:
            wide = width(body)
            as_long = open_width >= wide * _RAGGED or open_length >= len(body) * _RAGGED
            joined = open_width > 0 and as_long and gap != _BLANK and not ITEM.match(body)
            yield start, end, joined
            open_width, open_length, gap = wide if goes_on(body) else 0, len(body), _NONE


def _bars(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells between bars that hold a sentence."""
    while start < end:
        bar = text.find("|", start, end)
        stop = end if bar < 0 else bar
        cell = text[start:stop].strip()
        if _is_sentence(cell):
            first = text.index(cell, start)
            yield first, first + len(cell)
        start = stop + 1


class _Cells:
    """The cells of the document's grids that are too short for a sentence, by their place in the view."""

    def __init__(self, document: Document, view: View) -> None:
        spans = sorted(
            (cell.span.start, cell.span.end)
            for grid in document.grids
            for row in grid.rows
            for cell in row
            if cell is not None and cell.text and not _is_sentence(cell.text)
        )
        self._starts = [view.offset(start) for start, _ in spans]
        self._ends = [view.offset(end) for _, end in spans]

    def hold(self, at: int) -> bool:
        """Whether the character at view offset `at` stands in such a cell."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]


def _is_sentence(cell: str) -> bool:
    return len(cell) >= _SENTENCE and PUNCTUATION.search(cell) is not None
