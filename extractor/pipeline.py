"""One document in, one result out: the witnesses are heard, then what they said is reconciled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import cover, lists, prose, tables
from .assemble import assemble
from .declare import Schema
from .documents import divide, joined, read_bytes, read_file
from .prose.growth import stated_growth
from .reconcile import Reconciled, reconcile
from .registry import load_schema
from .result import Result, Usage
from .values import Document, Field, Testimony
from .views import View, reading_view

if TYPE_CHECKING:
    from .llm import Heard, ModelOptions, ModelWitness

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
    return extract_document(*_loaded(source, schema, attachments), model)


async def extract_async(
    source: str | Path | bytes,
    schema: str | Path | Schema,
    model: ModelOptions | ModelWitness,
    attachments: Sequence[str | Path] = (),
) -> Result:
    """The same for a caller with an event loop, which is free while the model is waited for."""
    from .llm import ModelWitness

    heard = _by_rules(*_loaded(source, schema, attachments))
    return heard.with_model(await ModelWitness.of(model).read_async(*heard.case))


def extract_document(
    document: Document, schema: Schema, model: ModelOptions | ModelWitness | None = None
) -> Result:
    """The result for a document that has been read.

    A model is asked only about what the rules and arithmetic left open or doubtful; then everything
    that was said is reconciled again. For many documents pass one `ModelWitness`: they share its budget.
    """
    heard = _by_rules(document, schema)
    if model is None:
        return heard.result(heard.reconciled)
    from .llm import ModelWitness

    return heard.with_model(ModelWitness.of(model).read(*heard.case))


@dataclass(frozen=True)
class _ByRules:
    """A document with its sections and its reading view, what the rules say of it, and what that comes to."""

    document: Document
    view: View
    schema: Schema
    testimonies: list[Testimony]
    reconciled: Reconciled

    @property
    def case(self) -> tuple[Document, View, Schema, dict[str, Field]]:
        """What the model is told of: the document, and the record so far."""
        return self.document, self.view, self.schema, self.reconciled.fields

    def with_model(self, said: Heard) -> Result:
        """The result when the model has been heard too."""
        reconciled = reconcile(self.document, [*self.testimonies, said.testimony], self.schema)
        return self.result(reconciled, said.usage)

    def result(self, reconciled: Reconciled, usage: Usage | None = None) -> Result:
        """The record in the shape of the contract."""
        return assemble(self.document, with_growth(reconciled, self.view), self.schema, usage)


def with_growth(reconciled: Reconciled, view: View) -> Reconciled:
    """With the changes against the year before that the text states, for the check over the years."""
    growth = tuple(stated_growth(view, reconciled.fields.values()))
    return replace(reconciled, findings=reconciled.findings + growth)


def would_send(document: Document, schema: Schema, model: ModelOptions) -> dict[str, Any]:
    """What a model would be asked about a document, and about how many tokens that takes; nothing is sent."""
    from .llm import ModelWitness, dry_run

    document, view, schema, fields = _by_rules(document, schema).case
    return dry_run(ModelWitness(model).occasion(document, view, schema, fields), model)


def _loaded(
    source: str | Path | bytes, schema: str | Path | Schema, attachments: Sequence[str | Path]
) -> tuple[Document, Schema]:
    loaded = schema if isinstance(schema, Schema) else load_schema(schema)
    document = read_bytes(source, "<bytes>") if isinstance(source, bytes) else read_file(Path(source))
    return joined(document, tuple(read_file(Path(path)) for path in attachments)), loaded


def _by_rules(document: Document, schema: Schema) -> _ByRules:
    view = reading_view(document.text, schema.vocabulary)
    document = divide(document, view, schema.headings)
    testimonies = [witness(document, view, schema) for witness in WITNESSES]
    return _ByRules(document, view, schema, testimonies, reconcile(document, testimonies, schema))
