"""From a file of records to tables in the format that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from ..declare import Schema
from ..errors import UsageError
from .files import files_of
from .tables import Tables
from .to_csv import write_csv
from .to_duckdb import write_duckdb
from .to_parquet import write_parquet
from .to_xlsx import write_xlsx

FORMATS: dict[str, Callable[[Tables, Path], list[Path]]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
    "duckdb": write_duckdb,
}
"""How each format is written."""


def export(file: IO[bytes], name: str, schema: Schema, to: str, output: Path) -> list[Path]:
    """Write the records in a file (which can be sought) as tables; the files written, the wide one first.

    `name` is what messages call the file. Raises UsageError for an unknown format, InputError for what is
    no output of `extract`, MissingExtraError when the format needs an optional install, OutputError when
    the output cannot be written.
    """
    if to not in FORMATS:
        raise UsageError(f"no format {to!r}; one of {', '.join(FORMATS)}")
    if any(Path(name).exists() and target.exists() and target.samefile(name) for target in files_of(output)):
        raise UsageError(f"{name} holds the records: name another output")
    return FORMATS[to](Tables(file, name, schema), output)
