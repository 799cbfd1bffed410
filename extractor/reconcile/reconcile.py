"""The whole way from testimonies to fields and findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..declare import FieldType, Form, Schema
from ..values import Document, Field, Finding, Severity, Span, Status, Testimony, Value, Witness
from .admit import admit
from .check import Audit, audit, first_spans, flagged
from .confidence import Support, confidence, derived_confidence
from .cover import derived_template, form_of, period_findings, template_findings
from .derive import Basis, Derivation, Derived, derive
from .equations import Rules, Values, rules_of
from .judge import arbitrate, placed, settle, wholes_for_parts
from .layout import Printed
from .reading import Number, Reading
from .repeats import explained, repeats
from .weigh import numbers, slacks, weigh
from .wording import both, contradiction, label

UNREAD = frozenset({"table.unknown_row"})
"""Rules of findings by which the tables witness reports figures that it could not use."""

NAMED = 6
"""So many ambiguous fields are named in the message of their finding; its paths hold all of them."""

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
    printed = Printed(form, (path for path, r in readings.items() if Witness.TABLE in r.witnesses))
    checked = audit(readings, rules, specs, signed, printed, _unread(testimonies))
    readings = flagged(readings, checked.flags)
    found = _derive(readings, checked, printed, rules, signed)
    readings |= {
        path: placed(readings[path], d.value)
        for path, d in found.values.items()
        if path in readings and readings[path].candidates
    }

    support = Support(checked.holding)
    fields = {path: _field(reading, support) for path, reading in readings.items()}
    fields |= _derived_fields(found.values, fields, readings, form, schema)
    template = derived_template(readings, schema, form)
    if template is not None:
        fields[template.path] = template

    findings += [f for t in testimonies for f in t.findings]
    findings += checked.findings
    findings += repeats(document, readings, specs)
    findings += explained(document, mistaken, readings, specs)
    findings += period_findings(readings, schema)
    findings += template_findings(readings, schema)
    findings += _ambiguous(readings, schema)
    findings += _contradicted(found, readings, checked, schema)
    ordered = {path: fields[path] for path in specs if path in fields}
    return Reconciled(ordered, tuple(sorted(dict.fromkeys(findings), key=lambda f: _GRAVITY[f.severity])))


def _unread(testimonies: Sequence[Testimony]) -> tuple[Span, ...]:
    """Figures of a table that belong to no row of the form, so that a sum may lack them."""
    findings = (f for t in testimonies for f in t.findings if f.rule in UNREAD)
    return tuple(span for f in findings for span in f.spans)


def _derive(
    readings: Mapping[str, Reading], checked: Audit, printed: Printed, rules: Rules, signed: frozenset[str]
) -> Derived:
    """What follows from the numbers that are certain and stand in no failed identity."""
    known = numbers(readings)
    basis = Basis(
        values=Values(known, readings.keys(), slacks(readings), signed),
        trusted=frozenset(path for path in known if readings[path].certain and path not in checked.tainted),
        readings=readings,
        printed=printed,
    )
    return derive(basis, rules)


def _field(reading: Reading, support: Support) -> Field:
    return Field(
        path=reading.path,
        value=reading.claim.value if reading.claim is not None else None,
        status=reading.status,
        confidence=confidence(reading, support),
        witnesses=reading.witnesses,
        spans=reading.spans,
        flags=tuple(sorted(reading.flags)),
    )


def _derived_fields(
    found: Mapping[str, Derivation],
    fields: Mapping[str, Field],
    readings: Mapping[str, Reading],
    form: Form | None,
    schema: Schema,
) -> dict[str, Field]:
    """The computed values that belong in the record: of fields that the form has, and not mere steps."""
    working = rules_of(schema.identities, form.name if form is not None else None).working
    certainty = {path: field.confidence for path, field in fields.items()}
    sources: dict[str, dict[str, None]] = {path: {path: None} for path in readings}
    derived: dict[str, Field] = {}
    for path, d in found.items():
        # Insertion order is the order of computation, so the inputs are always there.
        certainty[path] = derived_confidence(certainty[p] for p in d.inputs)
        sources[path] = {source: None for p in d.inputs for source in sources[p]}
        spec = schema.fields[path]
        value = _typed(d.value, spec.type)
        on_form = form is None or not spec.forms or form.name in spec.forms
        if value is None or (path in fields and fields[path].value is not None):
            continue
        if path in readings or (on_form and path not in working):
            stated = list(sources[path])
            derived[path] = Field(
                path=path,
                value=value,
                status=Status.DERIVED,
                confidence=certainty[path],
                spans=first_spans(stated, readings),
                flags=() if _together(stated, readings) else ("mixed_witnesses",),
            )
    return derived


def _together(paths: Sequence[str], readings: Mapping[str, Reading]) -> bool:
    """Whether one witness stated all of them: a table and a sentence may speak of different bodies."""
    return bool(set(Witness).intersection(*(readings[path].witnesses for path in paths)))


def _typed(value: Number, kind: FieldType) -> Value | None:
    """The number in the type of its field, None where it does not fit (half a request)."""
    if kind is FieldType.DECIMAL:
        return Decimal(value)
    return int(value) if value == int(value) else None


def _ambiguous(readings: Mapping[str, Reading], schema: Schema) -> list[Finding]:
    """One finding that names every field whose reading stayed ambiguous."""
    unclear = [r for r in readings.values() if r.status is Status.AMBIGUOUS and "invalid" not in r.flags]
    if not unclear:
        return []
    named = unclear[:NAMED]
    more_zh, more_en = ("等", ", …") if len(unclear) > NAMED else ("", "")
    zh = "、".join(label(schema.fields[r.path]) for r in named) + more_zh
    en = ", ".join(r.path for r in named) + more_en
    return [
        Finding(
            "ambiguous",
            Severity.WARNING,
            both(
                f"有{len(unclear)}项数字可作多种解读，未能确定：{zh}",
                f"{len(unclear)} fields can be read in more than one way: {en}",
            ),
            paths=tuple(r.path for r in unclear),
            spans=first_spans([r.path for r in unclear], readings),
        )
    ]


def _contradicted(
    found: Derived, readings: Mapping[str, Reading], checked: Audit, schema: Schema
) -> list[Finding]:
    """A finding for each value that two identities give differently though none of them fails by itself.

    Where one of the terms is doubtful or stands in a failed identity, that has its own finding.
    """
    findings = []
    for c in found.contradictions:
        terms = [path for path, _ in c.equation.known]
        stated = [path for path in terms if path in readings]
        if any(path in checked.tainted or not readings[path].certain for path in stated):
            continue
        d = c.derived[0]
        known = {**numbers(readings), **{step.path: step.value for step in c.derived}}
        identity = d.identity
        findings.append(
            Finding(
                rule=c.equation.identity.rule,
                severity=Severity.WARNING,
                message=contradiction(d.path, identity, d.value, c.equation, known, schema.fields),
                paths=tuple(dict.fromkeys((*terms, *d.inputs))),
                left=Decimal(c.equation.left),
                right=Decimal(c.equation.right),
                difference=Decimal(c.equation.residual),
                spans=first_spans([*stated, *d.inputs], readings),
            )
        )
    return findings
