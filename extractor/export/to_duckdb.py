"""DuckDB: one database with the tables `wide`, `long`, `findings` and `fields`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import MissingExtraError
from .arrow import arrow_batches, arrow_schema, load_arrow
from .files import replacing
from .tables import Tables


def write_duckdb(tables: Tables, path: Path) -> list[Path]:
    """Write the database in place of one that is there."""
    pa, duckdb = load_arrow(), _load_duckdb()
    with replacing(path) as partial, duckdb.connect(str(partial)) as database:
        for name, columns, rows in tables.all():
            reader = pa.RecordBatchReader.from_batches(arrow_schema(columns), arrow_batches(columns, rows))
            database.register("rows", reader)
            database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM rows')
            database.unregister("rows")
    return [path]


def _load_duckdb() -> Any:
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("--to duckdb", "export", "duckdb") from error
    return duckdb
