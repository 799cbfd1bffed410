"""Brings together the lists of all sections of a document."""

from __future__ import annotations

import re

from ..declare import Schema
from ..values import Document, Observation, Section, Span, Status, Testimony, Witness
from ..views import View
from .markers import find_markers
from .sections import Lists, read_section
from .words import ListWords, compiled, of_heading

_CIRCLED = re.compile("[①-⑳]")
_PAGE_MARK = r"(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页|\d{1,3})"
_LINE_BREAK = re.compile(rf"\s*\n(?:[^\S\n]*{_PAGE_MARK}[^\S\n]*\n)?\s*")
_TAIL = re.compile(rf"(?:[\s。;；,，、:：|.]|\n[^\S\n]*{_PAGE_MARK}(?=\s*\Z))+\Z")
_SECTION_NUMBER = re.compile(r"^[\s(]*[一二三四五六七八九十\d]*[、.)\s]*")

MAX_SECTION = 60_000
"""The longest section in which lists are looked for; a longer one is no section of a report."""

SERIES_SUPPORT = 0.8


def read(document: Document, view: View, schema: Schema) -> Testimony:
    """One observation for each declared list that the document enumerates, with one span for each entry.

    An entry is what stands behind an enumerator (一是, (一), 1.) up to the next one, word for word,
    without line breaks, page numbers and the punctuation at its end.
    """
    lists = compiled(schema.lists)
    entries: dict[str, list[Span]] = {}
    unnumbered: set[str] = set()
    for section in document.sections:
        start, end = view.offset(section.body.start), view.offset(section.body.end)
        able = [words for words in lists if section.role in words.roles]
        if not able or end - start > MAX_SECTION:
            continue
        found = _read_section(document, view, section, able)
        unnumbered |= found.unnumbered
        for path, ranges in found.entries.items():
            spans = (_trimmed(document, view.span(start + a, start + b)) for a, b in ranges)
            entries.setdefault(path, []).extend(span for span in spans if span is not None)
    return Testimony(
        tuple(
            Observation(
                path=path,
                value=tuple(_LINE_BREAK.sub("", span.of(document.text)) for span in spans),
                status=Status.STATED,
                spans=tuple(spans),
                witness=Witness.NARRATIVE,
                support=SERIES_SUPPORT if path in unnumbered else 1.0,
            )
            for path, spans in entries.items()
            if spans
        )
    )


def _read_section(document: Document, view: View, section: Section, able: list[ListWords]) -> Lists:
    """The lists in one section; ranges count from the beginning of its body in the view."""
    start, end = view.offset(section.body.start), view.offset(section.body.end)
    body = section.body.of(document.text)
    circled = frozenset(view.offset(section.body.start + m.start()) - start for m in _CIRCLED.finditer(body))
    text = view.text[start:end]
    heading = _SECTION_NUMBER.sub("", view.text[view.offset(section.heading.start) : start])
    announced = able if len(able) == 1 else of_heading(heading, able)
    default = announced[0] if len(announced) == 1 else None
    return read_section(text, find_markers(text, circled), able, default)


def _trimmed(document: Document, span: Span) -> Span | None:
    """The span without white space before it and punctuation behind it, None when nothing is left."""
    text = span.of(document.text)
    start = len(text) - len(text.lstrip())
    tail = _TAIL.search(text)
    end = tail.start() if tail else len(text)
    return Span(span.start + start, span.start + end) if start < end else None
