"""Lists of reports: `.txt` with a path a line, `.csv` and `.jsonl` with `path` and columns to carry along."""

from __future__ import annotations

import csv
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import InputError, UsageError

RESERVED = frozenset(
    {"fingerprint", "schema", "schema_version", "source", "record", "fields", "findings", "usage", "error"}
)
"""Keys of a line of output; a manifest's column may not take their place."""

_ENDING = re.compile(r"\.[A-Za-z0-9]{2,8}$")
_LOOK = 50  # lines that decide whether a text file is a list of paths
_LONGEST = 1024  # characters of a line of such a list


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a manifest: the path as written there, and the other columns."""

    path: str
    columns: dict[str, Any] = field(default_factory=dict)


def is_manifest(path: Path) -> bool:
    """Whether a named file is a list of reports rather than a report.

    Every `.csv`, `.jsonl` and `.ndjson` is; a `.txt` is when each of its first lines either names
    something that exists or looks like the name of a file, and at least one of them exists.
    """
    if not exists(path) or not path.is_file():
        return False
    if path.suffix.lower() != ".txt":
        return path.suffix.lower() in (".csv", ".jsonl", ".ndjson")
    try:
        with path.open(encoding="utf-8-sig") as file:
            lines = [file.readline(_LONGEST + 1).strip() for _ in range(_LOOK)]
    except (OSError, UnicodeDecodeError):
        return False
    names = [line for line in lines if line and not line.startswith("#")]
    if not names or any(len(name) >= _LONGEST or "\0" in name for name in names):
        return False
    there = [exists(path.parent / name) or exists(Path(name)) for name in names]
    return any(there) and all(found or _ENDING.search(name) for name, found in zip(names, there, strict=True))


def read_manifest(path: Path) -> Iterator[Row]:
    """The rows of a manifest. Raises UsageError for one that has no paths or takes a reserved name."""
    readers = {".csv": _csv_rows, ".jsonl": _jsonl_rows, ".ndjson": _jsonl_rows}
    reader = readers.get(path.suffix.lower(), _txt_rows)
    try:
        for row in reader(path):
            taken = RESERVED & row.columns.keys()
            if taken:
                raise UsageError(
                    f"{path}: the column {sorted(taken)[0]!r} has the name of a key of the output; rename it"
                )
            yield row
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: a manifest must be UTF-8 text: {error}") from error


def _txt_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig") as file:
        for line in file:
            name = line.strip()
            if name and not name.startswith("#"):
                yield Row(name)


def _csv_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if "path" not in (reader.fieldnames or ()):
            raise UsageError(
                f"{path}: a manifest needs a column `path`; found {reader.fieldnames or 'nothing'}"
            )
        twice = [name for name, n in Counter(reader.fieldnames or ()).items() if n > 1 and name]
        if twice:
            raise UsageError(f"{path}: two columns are named {twice[0]!r}; rename one")
        try:
            for row in reader:
                if row.pop(None, None) or row.pop("", None):
                    raise UsageError(f"{path}:{reader.line_num}: a cell under no name of the header")
                yield _row(row, f"{path}:{reader.line_num}")
        except csv.Error as error:
            raise UsageError(f"{path}:{reader.line_num}: {error}") from error


def _jsonl_rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                entry = json.loads(line, parse_constant=_no_constant)
            except ValueError as error:
                raise UsageError(f"{path}:{number}: not JSON: {error}") from error
            if not isinstance(entry, dict):
                raise UsageError(f"{path}:{number}: each line must be a JSON object with `path`")
            yield _row(entry, f"{path}:{number}")


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON value")


def _row(entry: dict[str, Any], where: str) -> Row:
    name = entry.pop("path", None)
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"{where}: no `path` in this row")
    try:
        os.fsencode(name)
    except UnicodeEncodeError as error:
        raise UsageError(f"{where}: no file can have this `path`: {error}") from error
    return Row(name.strip(), entry)


def exists(path: Path) -> bool:
    """Whether there is something of this name; a name that no file can have names nothing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether this is the name of a folder."""
    return exists(path) and path.is_dir()
