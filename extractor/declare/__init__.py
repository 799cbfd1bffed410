"""What a schema declares: fields, forms, headings, identities, prose and cover. Data, no behaviour."""

from .cover import Cover
from .fields import FieldSpec, FieldType, described, field_specs
from .form import Column, Form, Row, Table
from .heading import Heading
from .identity import Identity, Relation
from .load import load_form, load_headings, load_identities, load_tables, read_toml
from .prose import ProseRules, load_prose
from .schema import Schema

__all__ = [
    "Column",
    "Cover",
    "FieldSpec",
    "FieldType",
    "Form",
    "Heading",
    "Identity",
    "ProseRules",
    "Relation",
    "Row",
    "Schema",
    "Table",
    "described",
    "field_specs",
    "load_form",
    "load_headings",
    "load_identities",
    "load_prose",
    "load_tables",
    "read_toml",
]
