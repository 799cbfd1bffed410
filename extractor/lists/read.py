"""Brings together the lists of all sections of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ..declare import Schema
from ..values import Document, Finding, Observation, Section, Severity, Span, Status, Testimony, Witness
from ..views import View
from .markers import find_markers
from .sections import read_section
from .words import ListWords, compiled, of_heading
from .wraps import PAGE_MARK, prose_end, unwrapped

_LINE_BREAK = re.compile(rf"\s*\n(?:[^\S\n]*{PAGE_MARK}[^\S\n]*\n)?\s*")
_TAIL = re.compile(rf"(?:[\s。;；,，、:：|.]|\n[^\S\n]*{PAGE_MARK}(?=\s*\Z))+\Z")
_SECTION_NUMBER = re.compile(r"^[\s(]*[一二三四五六七八九十\d]*[、.)\s]*")

MAX_MARKERS = 1000
"""Enumerators beyond which a section is no prose that lists problems and measures."""

SERIES_SUPPORT = 0.8


def read(document: Document, view: View, schema: Schema) -> Testimony:
    """One observation for each declared list that the document enumerates, with one span for each entry.

    An entry is what stands behind an enumerator (一是, (一), 1.) up to the next one, word for word,
    without line breaks, page numbers and the punctuation at its end.
    """
    lists = compiled(schema.lists)
    entries: dict[str, list[Span]] = {}
    unnumbered: set[str] = set()
    findings: list[Finding] = []
    for section, able in _sections(document.sections, lists):
        start = view.offset(section.body.start)
        text = view.text[start : view.offset(_grid_start(document, section))]
        body = unwrapped(text[: prose_end(text)])
        markers = list(islice(find_markers(body.text), MAX_MARKERS + 1))
        if len(markers) > MAX_MARKERS:
            findings.append(_unread(section, able))
            continue
        found = read_section(body.text, markers, able, _announced(view, section, able))
        unnumbered |= found.unnumbered
        for path, ranges in found.entries.items():
            for place in (body.span(*each) for each in ranges):
                span = _trimmed(document, view.span(start + place.start, start + place.end))
                if span is not None:
                    entries.setdefault(path, []).append(span)
    observations = (_observation(document, path, spans, unnumbered) for path, spans in entries.items())
    return Testimony(tuple(observations), tuple(findings))


def _observation(document: Document, path: str, spans: Sequence[Span], unnumbered: set[str]) -> Observation:
    return Observation(
        path=path,
        value=tuple(_LINE_BREAK.sub("", span.of(document.text)) for span in spans),
        status=Status.STATED,
        spans=tuple(spans),
        witness=Witness.NARRATIVE,
        support=SERIES_SUPPORT if path in unnumbered else 1.0,
    )


def _unread(section: Section, able: Sequence[ListWords]) -> Finding:
    return Finding(
        rule="lists.unread",
        severity=Severity.WARNING,
        message=(
            f"该部分编号超过{MAX_MARKERS}个，未读取其中的列举内容"
            f" / more than {MAX_MARKERS} enumerators in this section: the lists in it were not read"
        ),
        paths=tuple(words.path for words in able),
        spans=(section.heading,),
    )


def _sections(
    sections: Sequence[Section], lists: Sequence[ListWords]
) -> Iterator[tuple[Section, list[ListWords]]]:
    """The sections that can hold lists, with the lists they can hold; their parts where they cannot."""
    for section in sections:
        able = [words for words in lists if section.role in words.roles]
        if able:
            yield section, able
        else:
            yield from _sections(section.parts, lists)


def _grid_start(document: Document, section: Section) -> int:
    """Where the first table with markup begins in a section, its end when it has none."""
    spans = (grid.span for grid in document.grids)
    starts = (s.start for s in spans if s is not None and section.body.contains(s))
    return min(starts, default=section.body.end)


def _announced(view: View, section: Section, able: list[ListWords]) -> ListWords | None:
    """The one list that the heading of a section names."""
    start, end = view.offset(section.heading.start), view.offset(section.heading.end)
    named = of_heading(_SECTION_NUMBER.sub("", view.text[start:end]), able)
    return named[0] if len(named) == 1 else None


def _trimmed(document: Document, span: Span) -> Span | None:
    """The span without white space before it and punctuation behind it, None when nothing is left."""
    text = span.of(document.text)
    start = len(text) - len(text.lstrip())
    tail = _TAIL.search(text)
    end = tail.start() if tail else len(text)
    return Span(span.start + start, span.start + end) if start < end else None
