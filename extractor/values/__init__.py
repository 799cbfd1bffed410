"""Small frozen value types that every room shares; nothing here reads or decides."""

from .document import Cell, Document, Grid, Location, Notice, Section, Source
from .field import Field
from .finding import Finding, Severity
from .observation import Observation, Status, Testimony, Value, Witness
from .span import Span, merge_spans

__all__ = [
    "Cell",
    "Document",
    "Field",
    "Finding",
    "Grid",
    "Location",
    "Notice",
    "Observation",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Status",
    "Testimony",
    "Value",
    "Witness",
    "merge_spans",
]
