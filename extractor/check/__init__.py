"""Over the years: reconciles the records of one issuer with each other."""

from .draft import check_draft
from .finding import SeriesFinding
from .own import own_findings
from .records import Record, SeriesReader
from .series import check_series

__all__ = [
    "Record",
    "SeriesFinding",
    "SeriesReader",
    "check_draft",
    "check_series",
    "own_findings",
]
