"""Parquet: a file for each table, typed, with nulls."""

from __future__ import annotations

from pathlib import Path

from .arrow import arrow_batches, arrow_schema, load_arrow
from .files import files_of, replacing_all
from .tables import Tables


def write_parquet(tables: Tables, path: Path) -> list[Path]:
    """Write the tables; the files written, the wide one first."""
    load_arrow()
    from pyarrow import parquet

    with replacing_all(files_of(path)) as partials:
        for partial, (_, columns, rows) in zip(partials, tables.all(), strict=True):
            with parquet.ParquetWriter(partial, arrow_schema(columns)) as writer:
                for batch in arrow_batches(columns, rows):
                    writer.write_batch(batch)
    return files_of(path)
