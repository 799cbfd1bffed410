"""Tables as Arrow batches, for the formats that take these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError
from .columns import HUGE_DIGITS, Column, Kind, Plain

if TYPE_CHECKING:
    import pyarrow

_ROWS = 1000


def load_arrow() -> Any:
    """The module pyarrow. Raises MissingExtraError when it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("this export", "export", "pyarrow") from error
    return pyarrow


def arrow_schema(columns: Sequence[Column]) -> pyarrow.Schema:
    """The Arrow schema of the columns; a label is kept in the metadata of its field."""
    pa = load_arrow()
    types = {
        Kind.TEXT: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.HUGE: pa.decimal128(HUGE_DIGITS),
        Kind.NUMBER: pa.float64(),
        Kind.DATE: pa.date32(),
    }
    return pa.schema([pa.field(c.name, types[c.kind], metadata={"label": c.label}) for c in columns])


def arrow_batches(columns: Sequence[Column], rows: Iterator[list[Plain]]) -> Iterator[pyarrow.RecordBatch]:
    """The rows in batches of bounded size."""
    pa = load_arrow()
    schema = arrow_schema(columns)
    while chunk := list(islice(rows, _ROWS)):
        arrays = [
            pa.array([_typed(row[i], column.kind) for row in chunk], schema.field(i).type)
            for i, column in enumerate(columns)
        ]
        yield pa.record_batch(arrays, schema=schema)


def _typed(value: Plain, kind: Kind) -> Any:
    if value is None:
        return None
    if kind is Kind.DATE:
        return date.fromisoformat(str(value))
    if kind is Kind.HUGE:
        return Decimal(value)
    return str(value) if kind is Kind.TEXT else value
