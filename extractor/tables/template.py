"""Which form the tables of a report follow."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ..declare import FieldSpec, Form, Schema
from ..values import Observation, Span, Status, Witness
from ..views import View
from .labels import Entry, Part
from .rows import Block, Label
from .sheets import Sheet

_YEAR_OF_REPORT = re.compile(r"(20\d\d)\s*年")
_OPENING = 600


def votes(
    blocks: Sequence[Block], sheets: Sequence[Sheet], fields: Mapping[str, FieldSpec]
) -> dict[str, list[Label]]:
    """For each form, the labels that only it has."""
    telling: dict[str, list[Label]] = defaultdict(list)
    for block in blocks:
        labels = [*block.header, *(s.label for s in block.segments if s.label is not None)]
        for label in labels:
            forms = _forms_of(label.entry, sheets[block.sheet], fields)
            if len(forms) == 1:
                telling[next(iter(forms))].append(label)
    return telling


def _forms_of(entry: Entry, sheet: Sheet, fields: Mapping[str, FieldSpec]) -> frozenset[str]:
    """The forms that print the row or column, as far as the schema's fields tell; empty if all could."""
    printed = frozenset(e.form.name for e in sheet.editions)
    if entry.part is Part.COLUMN:
        paths = [row[entry.at] for row in sheet.paths]
        printed = frozenset(e.form.name for e in sheet.editions if entry.at in e.columns)
    elif entry.part is Part.ROW:
        paths = list(sheet.paths[entry.at])
        printed = frozenset(e.form.name for e in sheet.editions if entry.at in e.rows)
    else:
        return frozenset()
    forms = [frozenset(fields[path].forms) for path in paths if path is not None and path in fields]
    return printed & frozenset().union(*forms) if forms else frozenset()


def opening_year(view: View) -> int | None:
    """The year that the opening of the report names most often."""
    found = Counter(_YEAR_OF_REPORT.findall(view.text[:_OPENING]))
    return int(found.most_common(1)[0][0]) if found else None


def form_followed(
    telling: Mapping[str, Sequence[Label]], forms: Sequence[Form], year: int | None
) -> Form | None:
    """The form with the most telling labels, or else the official one of the year."""
    best = max(forms, key=lambda form: len(telling.get(form.name, ())), default=None)
    if best is not None and telling.get(best.name):
        return best
    return next((form for form in forms if year is not None and form.covers(year)), None)


def observe_template(telling: Mapping[str, Sequence[Label]], schema: Schema, view: View) -> list[Observation]:
    """What the labels say of the form, nothing if no label tells."""
    ranked = sorted(telling, key=lambda name: -len(telling[name]))
    if schema.template is None or not ranked:
        return []
    best, others = ranked[0], ranked[1:]
    spans = tuple(_span(label, view) for label in telling[best][:3])
    flags = frozenset({"mixed_forms"}) if others else frozenset()
    total = sum(len(labels) for labels in telling.values())
    tie = bool(others) and len(telling[others[0]]) == len(telling[best])
    return [
        Observation(
            path=schema.template,
            value=best,
            status=Status.AMBIGUOUS if tie else Status.STATED,
            spans=spans,
            witness=Witness.TABLE,
            support=len(telling[best]) / total,
            flags=flags,
            alternatives=tuple(others) if tie else (),
        )
    ]


def _span(label: Label, view: View) -> Span:
    return view.span(label.pieces[0].start, label.pieces[-1].end)
