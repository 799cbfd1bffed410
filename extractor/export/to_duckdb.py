"""DuckDB: one database with the tables `wide`, `long`, `findings` and `fields`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import MissingExtraError, OutputError
from .arrow import arrow_batches, arrow_schema, load_arrow
from .files import replacing
from .tables import Tables


def write_duckdb(tables: Tables, path: Path) -> list[Path]:
    """Write the database in place of one that is there."""
    pa, duckdb = load_arrow(), _load_duckdb()
    with replacing(path) as partial:
        try:
            with duckdb.connect(str(partial)) as database:
                for name, columns, rows in tables.all():
                    batches = arrow_batches(columns, rows)
                    reader = pa.RecordBatchReader.from_batches(arrow_schema(columns), batches)
                    database.register("rows", reader)
                    database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM rows')
                    database.unregister("rows")
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            raise OutputError(f"{path} cannot be written: {said}") from error
        finally:
            partial.with_name(f"{partial.name}.wal").unlink(missing_ok=True)
    return [path]


def _load_duckdb() -> Any:
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("--to duckdb", "export", "duckdb") from error
    return duckdb
