"""The whole way from testimonies to fields and findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..declare import Schema
from ..values import Document, Field, Finding, Severity, Span, Testimony, Witness
from .admit import admit
from .check import audit, flagged
from .confidence import Support
from .cover import derived_template, form_of, period_findings, template_findings
from .derive import Basis, derive
from .equations import rules_of
from .fields import derived_fields, stated_fields
from .judge import arbitrate, placed, settle, wholes_for_parts
from .layout import Printed
from .missing import missing_tables, unrecognised
from .repeats import explained, repeats
from .unsettled import ambiguous, contradicted
from .weigh import values_of, weigh

UNREAD = frozenset({"table.unknown_row"})
"""Rules of findings by which the tables witness reports figures that it could not use."""

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The fields by path, in the schema's order, and the findings, gravest first."""

    fields: dict[str, Field]
    findings: tuple[Finding, ...]


def reconcile(document: Document, testimonies: Sequence[Testimony], schema: Schema) -> Reconciled:
    """One value, confidence, evidence and flags for each path that a witness spoke of.

    Adds the fields that the identities give uniquely, and findings for what does not add up. The
    printed values stay as they are.
    """
    specs = schema.fields
    signed = frozenset(path for path, spec in specs.items() if spec.signed)
    seen, findings = admit((o for t in testimonies for o in t.observations), specs)
    readings = {path: weigh(path, observations, specs[path]) for path, observations in seen.items()}
    form = form_of(readings, schema)
    rules = rules_of(schema.identities, form.name if form is not None else None)

    readings, mistaken = wholes_for_parts(arbitrate(readings, rules, signed), rules, signed)
    readings = settle(readings, rules, signed)
    unread = _unread(testimonies)
    cells = (path for path, reading in readings.items() if Witness.TABLE in reading.witnesses)
    printed = Printed(form, cells, torn=bool(unread))
    checked = audit(readings, rules, specs, values_of(readings, signed), printed, unread)
    readings = flagged(readings, checked.flags)
    found = derive(Basis.of(readings, values_of(readings, signed), printed, checked.tainted), rules)
    readings |= {
        path: placed(readings[path], d.value)
        for path, d in found.values.items()
        if path in readings and readings[path].candidates
    }

    fields = stated_fields(readings, Support(checked.holding))
    derived = derived_fields(found.values, fields, readings, form, rules, schema)
    fields |= {field.path: field for field in derived}
    template = derived_template(readings, schema, form)
    if template is not None:
        fields[template.path] = template

    findings += [f for t in testimonies for f in t.findings]
    findings += checked.findings
    findings += repeats(document, readings, specs)
    findings += explained(document, mistaken, readings, specs)
    findings += period_findings(readings, schema)
    findings += template_findings(readings, schema)
    findings += unrecognised(document, testimonies, schema)
    findings += missing_tables(document, readings, form)
    findings += ambiguous(readings, specs)
    findings += contradicted(found.contradictions, readings, checked.tainted, specs)
    gravest_first = sorted(dict.fromkeys(findings), key=lambda f: _GRAVITY[f.severity])
    return Reconciled({path: fields[path] for path in specs if path in fields}, tuple(gravest_first))


def _unread(testimonies: Sequence[Testimony]) -> tuple[Span, ...]:
    """Figures of a table that belong to no row of the form, so that a sum may lack them."""
    findings = (f for t in testimonies for f in t.findings if f.rule in UNREAD)
    return tuple(span for f in findings for span in f.spans)
