"""The prose witness: indicators as they are stated in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..declare import FieldType, Schema
from ..values import Document, Observation, Status, Testimony, Value, Witness
from ..views import View
from .claims import check_claims
from .hints import form_hint
from .reader import Reader
from .reading import Reading
from .sentences import Sentence, telling_sentences
from .text import Running, running_text


def read(document: Document, view: View, schema: Schema) -> Testimony:
    """What the sentences of the document say; `view` is the reading view of its text."""
    running = running_text(document, view)
    hints = form_hint(running.text, schema)
    sentences: list[Sentence] = []
    noted = _noted(telling_sentences(running.text), sentences)
    readings = list(Reader(schema, document, running, hints).read(noted))
    return Testimony(
        observations=tuple(_observation(reading, running, schema) for reading in readings),
        findings=check_claims(sentences, readings, running),
    )


def _noted(found: Iterable[Sentence], sentences: list[Sentence]) -> Iterator[Sentence]:
    """All that was found; what is a sentence, and not cells that run together, is added to `sentences`."""
    for sentence in found:
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
