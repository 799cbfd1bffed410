"""What must hold of the year, the period and the form that a report follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from ..declare import Form, Schema
from ..values import Field, Finding, Severity, Status
from .reading import Reading
from .wording import both

FORM_BY_YEAR = 0.6
"""Confidence in a form that nothing but the year tells."""

FORM_BY_FIELDS = 0.85
"""Confidence in a form that the year tells and that has every field the report speaks of."""


def period_findings(readings: Mapping[str, Reading], schema: Schema) -> list[Finding]:
    """The year is not before the first one; the period lies in the year and does not end before it starts."""
    if schema.period is None:
        return []
    paths = schema.period
    findings = []
    year = year_of(readings, schema)
    if year is not None and year < paths.first_year:
        findings.append(
            _finding(
                "period.year",
                f"报告年度{year}早于{paths.first_year}年",
                f"the year {year} is before {paths.first_year}",
                readings,
                paths.year,
            )
        )
    start, end = (_date(readings.get(path)) for path in (paths.start, paths.end))
    for path, day in ((paths.start, start), (paths.end, end)):
        if year is not None and day is not None and day.year != year:
            findings.append(
                _finding(
                    "period.outside",
                    f"统计期限{day.isoformat()}不在报告年度{year}年之内",
                    f"{path} {day.isoformat()} is not within the year {year}",
                    readings,
                    path,
                    paths.year,
                )
            )
    if start is not None and end is not None and end < start:
        findings.append(
            _finding(
                "period.order",
                f"统计期限止于{end.isoformat()}，早于起始日{start.isoformat()}",
                f"the period ends on {end.isoformat()}, before it starts on {start.isoformat()}",
                readings,
                paths.start,
                paths.end,
            )
        )
    return findings


def year_of(readings: Mapping[str, Reading], schema: Schema) -> int | None:
    """The year of the report, if it is known."""
    reading = readings.get(schema.period.year) if schema.period is not None else None
    value = reading.claim.value if reading is not None and reading.claim is not None else None
    return value if isinstance(value, int) else None


def form_of(readings: Mapping[str, Reading], schema: Schema) -> Form | None:
    """The form that the report follows, by the best that is known.

    That is what a witness saw, or the official form of the year, or the form that has the most of the
    fields the report speaks of (the latest of several).
    """
    if schema.template is not None and (reading := readings.get(schema.template)) is not None:
        name = reading.claim.value if reading.claim is not None else None
        for form in schema.forms:
            if form.name == name:
                return form
    year = year_of(readings, schema)
    if year is not None and (due := [form for form in schema.forms if form.covers(year)]):
        return due[0]
    counts = Counter(form for path in readings for form in schema.fields[path].forms)
    return max(reversed(schema.forms), key=lambda form: counts[form.name], default=None)


def derived_template(readings: Mapping[str, Reading], schema: Schema, form: Form | None) -> Field | None:
    """The form as a derived field, where no witness saw it and the year tells it."""
    year = year_of(readings, schema)
    if schema.template is None or schema.period is None or form is None or year is None:
        return None
    seen = readings.get(schema.template)
    if (seen is not None and seen.claim is not None) or not form.covers(year):
        return None
    fields = schema.fields
    spans = readings[schema.period.year].spans[:1]
    fits = all(not fields[path].forms or form.name in fields[path].forms for path in readings)
    confidence = FORM_BY_FIELDS if fits else FORM_BY_YEAR
    return Field(schema.template, form.name, Status.DERIVED, confidence, (), spans, ("implied",))


def template_findings(readings: Mapping[str, Reading], schema: Schema) -> list[Finding]:
    """A report that follows the form of another year."""
    if schema.template is None or schema.template not in readings:
        return []
    form, year = form_of(readings, schema), year_of(readings, schema)
    if form is None or year is None or form.covers(year):
        return []
    due = "、".join(f.name for f in schema.forms if f.covers(year)) or "?"
    return [
        _finding(
            "template.year",
            f"报告按{form.name}格式编制，而{year}年度应按{due}格式",
            f"the report follows the form {form.name}, where that for {year} is {due}",
            readings,
            schema.template,
            severity=Severity.INFO,
        )
    ]


def _finding(
    rule: str,
    zh: str,
    en: str,
    readings: Mapping[str, Reading],
    *paths: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    spans = tuple(span for path in paths if path in readings for span in readings[path].spans[:1])
    return Finding(rule, severity, both(zh, en), paths=paths, spans=spans)


def _date(reading: Reading | None) -> date | None:
    value = reading.claim.value if reading is not None and reading.claim is not None else None
    return value if isinstance(value, date) else None
