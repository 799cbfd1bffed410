"""One document in, one result out: the witnesses are heard, then what they said is reconciled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import cover, lists, prose, tables
from .assemble import assemble
from .declare import Schema
from .documents import divide, joined, read_bytes, read_file
from .prose.growth import stated_growth
from .reconcile import Reconciled, reconcile
from .registry import load_schema
from .result import Result
from .values import Document, Testimony
from .views import View, reading_view

if TYPE_CHECKING:
    from .llm import ModelOptions, ModelWitness

WITNESSES = (tables.read, prose.read, cover.read, lists.read)
"""The witnesses that need no model; none of them hears another."""


def extract(
    source: str | Path | bytes,
    schema: str | Path | Schema,
    model: ModelOptions | ModelWitness | None = None,
    attachments: Sequence[str | Path] = (),
) -> Result:
    """Read one report and reconcile it; without `model` by rules alone: no key, no network.

    `source` is the path of a file, or its bytes; `schema` the name of an installed schema, the path
    of one, or a `Schema`. `attachments` are files that belong to the report and are read as a part of
    it, like the statistics table of a report of earlier years. Raises InputError when a file cannot be
    read, SchemaError when there is no such schema, ModelError when the model cannot be reached.

    >>> result = extract("report.txt", "annual_report")         # doctest: +SKIP
    >>> result.fields["requests.received.total"].value            # doctest: +SKIP
    """
    loaded = schema if isinstance(schema, Schema) else load_schema(schema)
    document = read_bytes(source, "<bytes>") if isinstance(source, bytes) else read_file(Path(source))
    document = joined(document, tuple(read_file(Path(path)) for path in attachments))
    return extract_document(document, loaded, model)


def extract_document(
    document: Document, schema: Schema, model: ModelOptions | ModelWitness | None = None
) -> Result:
    """The result for a document that has been read.

    A model is asked only about what the rules and arithmetic left open or doubtful; then everything
    that was said is reconciled again. For many documents pass one `ModelWitness`: they share its budget.
    """
    document, view, testimonies = _rules(document, schema)
    reconciled = reconcile(document, testimonies, schema)
    if model is None:
        return assemble(document, with_growth(reconciled, view), schema)
    from .llm import ModelWitness

    heard = ModelWitness.of(model).read(document, view, schema, reconciled.fields)
    reconciled = reconcile(document, [*testimonies, heard.testimony], schema)
    return assemble(document, with_growth(reconciled, view), schema, heard.usage)


def with_growth(reconciled: Reconciled, view: View) -> Reconciled:
    """With the changes against the year before that the text states, for the check over the years."""
    growth = tuple(stated_growth(view, reconciled.fields.values()))
    return replace(reconciled, findings=reconciled.findings + growth)


def would_send(document: Document, schema: Schema, model: ModelOptions) -> dict[str, Any]:
    """What a model would be asked about a document, and about how many tokens that takes; nothing is sent."""
    from .llm import ModelWitness, dry_run

    document, view, testimonies = _rules(document, schema)
    fields = reconcile(document, testimonies, schema).fields
    return dry_run(ModelWitness(model).occasion(document, view, schema, fields), model)


def _rules(document: Document, schema: Schema) -> tuple[Document, View, list[Testimony]]:
    """The document with its sections, its reading view, and what the rules have to say of it."""
    view = reading_view(document.text, schema.vocabulary)
    document = divide(document, view, schema.headings)
    return document, view, [witness(document, view, schema) for witness in WITNESSES]
