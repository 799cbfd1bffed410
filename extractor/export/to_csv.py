"""CSV: a file for each table, in UTF-8 with the mark by which spreadsheets know it."""

from __future__ import annotations

import csv
from pathlib import Path

from .columns import Plain
from .files import beside, replacing
from .guard import guarded
from .tables import Tables


def write_csv(tables: Tables, path: Path) -> list[Path]:
    """Write the tables; the files written, the wide one first."""
    written: list[Path] = []
    for name, columns, rows in tables.all():
        target = beside(path, name)
        with replacing(target) as partial, partial.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([guarded(column.name) for column in columns])
            writer.writerows([_text(value) for value in row] for row in rows)
        written.append(target)
    return written


def _text(value: Plain) -> Plain:
    return guarded(value) if isinstance(value, str) else value
