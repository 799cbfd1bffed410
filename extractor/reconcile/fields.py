"""Readings and computed values as the fields of the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ..declare import FieldType, Form, Schema
from ..values import Field, Status, Value, Witness
from .confidence import Support, confidence, derived_confidence
from .derive import Derivation
from .equations import Rules
from .reading import Number, Reading
from .weigh import first_spans


def stated_fields(readings: Mapping[str, Reading], support: Support) -> dict[str, Field]:
    """What the report says of each path, blanks and open questions included."""
    return {
        path: Field(
            path=path,
            value=reading.claim.value if reading.claim is not None else None,
            status=reading.status,
            confidence=confidence(reading, support),
            witnesses=reading.witnesses,
            spans=reading.spans,
            flags=tuple(sorted(reading.flags)),
        )
        for path, reading in readings.items()
    }


def derived_fields(
    found: Mapping[str, Derivation],
    stated: Mapping[str, Field],
    readings: Mapping[str, Reading],
    form: Form | None,
    rules: Rules,
    schema: Schema,
) -> Iterator[Field]:
    """The computed values that belong in the record: of fields that the form has, and not mere steps."""
    certainty = {path: field.confidence for path, field in stated.items()}
    sources: dict[str, dict[str, None]] = {path: {path: None} for path in stated}
    for path, d in found.items():
        # Insertion order is the order of computation, so the inputs are always there.
        certainty[path] = derived_confidence(certainty[p] for p in d.inputs)
        sources[path] = {source: None for p in d.inputs for source in sources[p]}
        spec = schema.fields[path]
        value = _typed(d.value, spec.type)
        on_form = form is None or not spec.forms or form.name in spec.forms
        spoken_of = path in stated
        if value is None or (spoken_of and stated[path].value is not None):
            continue
        if spoken_of or (on_form and path not in rules.working):
            cells = list(sources[path])
            yield Field(
                path=path,
                value=value,
                status=Status.DERIVED,
                confidence=certainty[path],
                spans=first_spans(cells, readings),
                flags=() if _together(cells, readings) else ("mixed_witnesses",),
            )


def _together(paths: Sequence[str], readings: Mapping[str, Reading]) -> bool:
    """Whether one witness stated all of them: a table and a sentence may speak of different bodies."""
    return bool(set(Witness).intersection(*(readings[path].witnesses for path in paths)))


def _typed(value: Number, kind: FieldType) -> Value | None:
    """The number in the type of its field, None where it does not fit (half a request)."""
    if kind is FieldType.DECIMAL:
        return Decimal(value)
    return int(value) if value == int(value) else None
