"""A schema: everything that is particular to one kind of report, handed to the engine as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources.abc import Traversable

from pydantic import BaseModel

from ..errors import SchemaError
from .cover import Cover
from .enumeration import Enumerations
from .fields import FieldSpec, field_specs
from .form import Form
from .heading import Heading
from .identity import Identity, Period
from .prose import ProseRules
from .series import Series


@dataclass(frozen=True)
class Schema:
    """One kind of report.

    `record` is the nested Pydantic model of the output. `forms` are the official forms, `headings`
    the sections, `identities` the relations between fields, `prose` the sentences that state
    indicators, `cover` the fields read from title and opening, `lists` the enumerated lists,
    `vocabulary` the replacements from converted (Taiwan, Hong Kong) words to mainland words, `prompts`
    the folder of the texts for a model. `template` is the path of the field that names the form a
    report follows, `period` those of its year and first and last day, if there are any. `series` tells
    what must hold over the years.
    """

    name: str
    version: str
    record: type[BaseModel]
    forms: tuple[Form, ...] = ()
    headings: tuple[Heading, ...] = ()
    identities: tuple[Identity, ...] = ()
    prose: ProseRules = field(default_factory=ProseRules)
    cover: Cover = field(default_factory=Cover)
    lists: Enumerations = field(default_factory=Enumerations)
    vocabulary: Mapping[str, str] = field(default_factory=dict)
    template: str | None = None
    period: Period | None = None
    series: Series | None = None
    prompts: Traversable | None = None

    @cached_property
    def fields(self) -> dict[str, FieldSpec]:
        """Every leaf of the record by its path, in order of declaration."""
        return {spec.path: spec for spec in field_specs(self.record)}

    def check(self) -> None:
        """Raise SchemaError if a form, identity or rule names a path that the record does not have."""
        used = {path for form in self.forms for table in form.tables for path in table.paths()}
        used |= {path for identity in self.identities for path in identity.paths}
        used |= set(self.prose.paths()) | set(self.cover.paths()) | set(self.lists.paths())
        if self.template is not None:
            used.add(self.template)
        if self.period is not None:
            used |= set(self.period.paths)
        if self.series is not None:
            used |= set(self.series.paths)
        unknown = sorted(used - self.fields.keys())
        if unknown:
            raise SchemaError(f"schema {self.name}: no such field in its record: {', '.join(unknown[:5])}")
