"""The prose witness: indicators as they are stated in sentences."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from ..declare import FieldType, Schema
from ..values import Document, Observation, Status, Testimony, Value, Witness
from ..views import View
from .claims import check_claims
from .hints import form_hint
from .limits import unread_from, within_limits
from .reader import Reader
from .reading import Reading
from .sentences import Sentence, telling_sentences
from .text import Running, running_text


def read(document: Document, view: View, schema: Schema) -> Testimony:
    """What the sentences of the document say; `view` is the reading view of its text."""
    running = running_text(document, view)
    found, beyond = within_limits(telling_sentences(running.text))
    unread = () if beyond is None else (unread_from(beyond, running),)
    if beyond is not None:
        running = running.until(beyond.start)
    hints = form_hint(running.text, schema)
    sentences: list[Sentence] = []
    readings = list(Reader(schema, document, running, hints).read(_noted(found, sentences)))
    return Testimony(
        observations=tuple(_observation(reading, running, schema) for reading in readings),
        findings=(*check_claims(sentences, readings, running), *unread),
    )


def _noted(found: deque[Sentence], sentences: list[Sentence]) -> Iterator[Sentence]:
    """All that was found; what is a sentence, and not cells that run together, is added to `sentences`.

    Nothing else keeps those cells, of which there may be millions.
    """
    while found:
        sentence = found.popleft()
        if not sentence.is_table:
            sentences.append(sentence)
        yield sentence


def _observation(reading: Reading, running: Running, schema: Schema) -> Observation:
    value: Value = reading.value
    if schema.fields[reading.path].type is FieldType.INT:
        value = int(reading.value)
    return Observation(
        path=reading.path,
        value=value,
        status=Status.STATED,
        spans=(running.span(reading.start, reading.stop),),
        witness=Witness.NARRATIVE,
        support=round(reading.support, 3),
        flags=frozenset({"approximate"} if reading.approximate else ()),
    )


__all__ = ["read"]
