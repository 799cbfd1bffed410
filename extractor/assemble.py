"""Reconciled fields and findings → the result that the contract describes."""

from __future__ import annotations

from typing import Any

from .declare import Schema
from .reconcile import Reconciled
from .result import Evidence, FieldResult, FindingResult, Result, SourceResult, Suspect, Usage, plain
from .values import Document, Field, Finding, Notice, Severity, Span


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
        findings=[
            *(_notice(document, notice) for notice in document.notices),
            *(_finding(document, finding) for finding in reconciled.findings),
        ],
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
    return _jsonable(schema.record.model_validate(nested).model_dump())


def _jsonable(values: dict[str, Any]) -> dict[str, Any]:
    """A dumped record with amounts as numbers and dates in ISO 8601, as `fields` has them too."""
    return {
        name: _jsonable(value) if isinstance(value, dict) else plain(value) for name, value in values.items()
    }


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


def _notice(document: Document, notice: Notice) -> FindingResult:
    """What was noticed while the file was read, as a finding."""
    spans = () if notice.span is None else (notice.span,)
    return _finding(document, Finding(notice.rule, Severity.WARNING, notice.message, spans=spans))


def _evidence(document: Document, span: Span) -> Evidence:
    place = document.locate(span) if document.locate is not None else None
    extra = place.as_dict() if place is not None else {}
    return Evidence(start=span.start, end=span.end, text=span.of(document.text), **extra)
