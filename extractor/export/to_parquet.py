"""Parquet: a file for each table, typed, with nulls."""

from __future__ import annotations

from pathlib import Path

from .arrow import arrow_batches, arrow_schema, load_arrow
from .files import beside, replacing
from .tables import Tables


def write_parquet(tables: Tables, path: Path) -> list[Path]:
    """Write the tables; the files written, the wide one first."""
    load_arrow()
    from pyarrow import parquet

    written: list[Path] = []
    for name, columns, rows in tables.all():
        target = beside(path, name)
        with replacing(target) as partial, parquet.ParquetWriter(partial, arrow_schema(columns)) as writer:
            for batch in arrow_batches(columns, rows):
                writer.write_batch(batch)
        written.append(target)
    return written
