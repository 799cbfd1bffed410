"""gouji: reads the annual reports on information disclosure into one grounded, reconciled record.

>>> from extractor import extract                                     # doctest: +SKIP
>>> extract("report.txt", schema="annual_report").record["year"]      # doctest: +SKIP
2023
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import GoujiError, InputError, ModelError, SchemaError, UsageError

if TYPE_CHECKING:
    from .pipeline import extract, extract_async, extract_document
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
    "extract_async",
    "extract_document",
    "load_schema",
]

_HOMES = {
    "Result": "result",
    "extract": "pipeline",
    "extract_async": "pipeline",
    "extract_document": "pipeline",
    "load_schema": "registry",
}


def __getattr__(name: str) -> Any:
    """The public names whose modules cost time to import, so that `extract --help` need not."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
