"""`extract export`: records as tables."""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from ..errors import UsageError
from .catalogue import chosen
from .streams import say

EXAMPLES = """\
Examples:

    extract export out.jsonl --to xlsx

    extract export out.jsonl --to parquet -o panel/2023.parquet

    extract batch --schema annual_report reports/ -o - | extract export - --schema annual_report -o p.duckdb

Tables: `wide` (a row for each report, a column for each path), `long` (a row for each value, with status,
confidence, method, evidence and flags), `findings`, and `fields` (what the columns mean). Excel and DuckDB
hold them in one file; CSV and Parquet in one file each: out.csv, out.long.csv, and so on."""


class Format(StrEnum):
    """What the tables are written as."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    DUCKDB = "duckdb"


def export(
    records: Annotated[
        str, typer.Argument(metavar="RECORDS", help="JSON of `extract`; - for standard input.")
    ],
    to: Annotated[Format | None, typer.Option(help="The format; by default that of --output.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="By default beside the records.")
    ] = None,
    schema: Annotated[
        str | None, typer.Option(metavar="NAME", help="The schema; by default that of the records.")
    ] = None,
) -> None:
    """Turn records into tables: CSV, Excel, Parquet or DuckDB."""
    from ..export import export as write
    from ..jsonl import open_records, schema_of
    from ..registry import load_schema

    if output is None and records == "-":
        raise UsageError("where to? Add -o FILE")
    known = {member.value: member for member in Format}
    to = to or (known.get(output.suffix.lstrip(".")) if output is not None else None)
    if to is None:
        raise UsageError(f"which format? Add --to {'|'.join(known)}")
    target = output or Path(records).with_suffix(f".{to}")
    file: IO[bytes]
    with ExitStack() as stack:
        if records == "-":
            file = stack.enter_context(tempfile.TemporaryFile())
            shutil.copyfileobj(sys.stdin.buffer, file)
            file.seek(0)
        else:
            file = stack.enter_context(open_records(Path(records)))
        schema = schema or schema_of(file)
        written = write(file, records, load_schema(chosen(schema)), to, target)
    say(f"written: {', '.join(map(str, written))}")
