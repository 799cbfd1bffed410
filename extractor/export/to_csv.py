"""CSV: a file for each table, in UTF-8 with the mark by which spreadsheets know it."""

from __future__ import annotations

import csv
from pathlib import Path

from .columns import Plain
from .files import files_of, replacing_all
from .guard import guarded
from .tables import Tables


def write_csv(tables: Tables, path: Path) -> list[Path]:
    """Write the tables; the files written, the wide one first."""
    with replacing_all(files_of(path)) as partials:
        for partial, (_, columns, rows) in zip(partials, tables.all(), strict=True):
            with partial.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow([guarded(column.name) for column in columns])
                writer.writerows([_text(value) for value in row] for row in rows)
    return files_of(path)


def _text(value: Plain) -> Plain:
    return guarded(value) if isinstance(value, str) else value
