"""gouji: reads the annual reports on information disclosure into one grounded, reconciled record.

>>> from extractor import extract                                     # doctest: +SKIP
>>> extract("report.txt", schema="annual_report").record["year"]      # doctest: +SKIP
2023
"""

from .errors import GoujiError, InputError, ModelError, SchemaError, UsageError
from .pipeline import extract, extract_document
from .registry import load_schema
from .result import Result

__all__ = [
    "GoujiError",
    "InputError",
    "ModelError",
    "Result",
    "SchemaError",
    "UsageError",
    "extract",
    "extract_document",
    "load_schema",
]
