"""What the witness must know of the report before it reads: its year, its forms, its issuer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..declare import Schema
from ..numbers import Kind, find_quantities

_OPENING = 1500
_BODY = 6000
# A title's year that the text never names again is a slip where the text names another this often.
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Hints:
    """`year` of the report, names of the `forms` it may follow, `issuer` as its title gives it.

    Each is None, or empty, where the text does not show it. They only guide the reading of sentences.
    """

    year: int | None
    forms: frozenset[str]
    issuer: str | None


def form_hint(text: str, schema: Schema) -> Hints:
    """The hints for a running text."""
    title = _title(text, schema)
    year = _year(title.group() if title else "", text)
    issuer = next((name for name in title.groups() if name), None) if title else None
    return Hints(year, _forms(text, year, schema), issuer)


def _title(text: str, schema: Schema) -> re.Match[str] | None:
    pattern = schema.prose.scope.title
    return re.search(pattern, text[:_OPENING]) if pattern else None


def _year(title: str, text: str) -> int | None:
    """The year in the title; where there is none, or nothing bears it out, the one the text names most."""
    titled = _years(title)
    named = Counter(_years(text[:_BODY]))
    usual, times = named.most_common(1)[0] if named else (None, 0)
    if not titled:
        return usual
    borne_out = named[titled[0]] > 1 or times < _OFTEN
    return titled[0] if borne_out else usual


def _years(text: str) -> list[int]:
    return [int(q.value) for q in find_quantities(text) if q.kind is Kind.YEAR and q.value >= 2000]


def _forms(text: str, year: int | None, schema: Schema) -> frozenset[str]:
    if year is not None:
        return frozenset(form.name for form in schema.forms if form.covers(year))
    for entry in schema.prose.forms:
        if any(word in text for word in entry.words):
            return frozenset(entry.forms)
    return frozenset()
