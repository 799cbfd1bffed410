"""One document in, one result out: the witnesses are heard, then what they said is reconciled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import cover, prose, tables
from .declare import Schema
from .documents import divide, read_bytes, read_file
from .reconcile import Reconciled, reconcile
from .registry import load_schema
from .result import Evidence, FieldResult, FindingResult, Result, SourceResult, Suspect, Usage
from .values import Document, Field, Finding, Span, Testimony
from .views import View, reading_view

if TYPE_CHECKING:
    from .llm import ModelOptions, ModelWitness


def extract(
    source: str | Path | bytes,
    schema: str | Path | Schema,
    model: ModelOptions | ModelWitness | None = None,
) -> Result:
    """Read one report and reconcile it; without `model` by rules alone: no key, no network.

    `source` is the path of a file, or its bytes; `schema` the name of an installed schema, the path
    of one, or a `Schema`. Raises InputError when the source cannot be read, SchemaError when there is
    no such schema, ModelError when the model cannot be reached.

    >>> result = extract("report.txt", "annual_report")         # doctest: +SKIP
    >>> result.fields["requests.received.total"].value            # doctest: +SKIP
    """
    loaded = schema if isinstance(schema, Schema) else load_schema(schema)
    document = read_bytes(source, "<bytes>") if isinstance(source, bytes) else read_file(Path(source))
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
        return assemble(document, reconciled, schema)
    from .llm import ModelWitness

    heard = ModelWitness.of(model).read(document, view, schema, reconciled.fields)
    reconciled = reconcile(document, [*testimonies, heard.testimony], schema)
    return assemble(document, reconciled, schema, heard.usage)


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
    return (
        document,
        view,
        [witness(document, view, schema) for witness in (tables.read, prose.read, cover.read)],
    )


def assemble(
    document: Document, reconciled: Reconciled, schema: Schema, usage: Usage | None = None
) -> Result:
    """The reconciled fields in the shape of the contract."""
    source = document.source
    return Result(
        schema=schema.name,
        schema_version=schema.version,
        source=SourceResult(
            path=source.path,
            sha256=source.sha256,
            media_type=source.media_type,
            encoding=source.encoding,
            characters=source.characters,
            attachments=list(source.attachments),
        ),
        record=_record(reconciled.fields, schema),
        fields={path: _field(document, field) for path, field in reconciled.fields.items()},
        findings=[_finding(document, finding) for finding in reconciled.findings],
        usage=usage or Usage(),
    )


def _record(fields: dict[str, Field], schema: Schema) -> dict[str, Any]:
    """The nested record, checked by the schema's Pydantic model."""
    nested: dict[str, Any] = {}
    for path, field in fields.items():
        if field.value is None:
            continue
        *parents, leaf = path.split(".")
        at = nested
        for parent in parents:
            at = at.setdefault(parent, {})
        at[leaf] = list(field.value) if isinstance(field.value, tuple) else field.value
    return schema.record.model_validate(nested).model_dump(mode="json")


def _field(document: Document, field: Field) -> FieldResult:
    value = list(field.value) if isinstance(field.value, tuple) else field.value
    return FieldResult(
        value=value,
        status=field.status,
        confidence=round(field.confidence, 3),
        method=field.method,
        evidence=[_evidence(document, span) for span in field.spans],
        flags=list(field.flags),
    )


def _finding(document: Document, finding: Finding) -> FindingResult:
    return FindingResult(
        rule=finding.rule,
        severity=finding.severity,
        message=finding.message,
        paths=list(finding.paths),
        left=finding.left,
        right=finding.right,
        difference=finding.difference,
        evidence=[_evidence(document, span) for span in finding.spans],
        suspects=[Suspect(path=path, value=value) for path, value in finding.suspects],
    )


def _evidence(document: Document, span: Span) -> Evidence:
    place = document.locate(span) if document.locate is not None else None
    extra = place.as_dict() if place is not None else {}
    return Evidence(start=span.start, end=span.end, text=span.of(document.text), **extra)
