"""What a schema declares: fields, forms, headings, identities, prose and cover. Data, no behaviour."""

from .cover import Cover, Fact, load_cover
from .enumeration import Enumeration, Enumerations, load_enumerations
from .fields import FieldSpec, FieldType, described, field_specs
from .form import Column, Form, Row, Table
from .heading import Heading
from .identity import Identity, Period, Relation
from .load import (
    load_form,
    load_headings,
    load_identities,
    load_period,
    load_tables,
    load_vocabulary,
    read_toml,
)
from .prose import ProseRules, load_prose
from .schema import Schema
from .series import Series, SeriesRelation, Term, load_series

__all__ = [
    "Column",
    "Cover",
    "Enumeration",
    "Enumerations",
    "Fact",
    "FieldSpec",
    "FieldType",
    "Form",
    "Heading",
    "Identity",
    "Period",
    "ProseRules",
    "Relation",
    "Row",
    "Schema",
    "Series",
    "SeriesRelation",
    "Table",
    "Term",
    "described",
    "field_specs",
    "load_cover",
    "load_enumerations",
    "load_form",
    "load_headings",
    "load_identities",
    "load_period",
    "load_prose",
    "load_series",
    "load_tables",
    "load_vocabulary",
    "read_toml",
]
