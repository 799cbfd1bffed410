"""The JSON that `extract` prints, read back: one object, pretty or not, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from .errors import InputError

Whole = dict[str, Any]
"""The JSON object of one report; its numbers with a fraction are Decimals."""


@dataclass(frozen=True, slots=True)
class Located:
    """One object, with the place of its bytes in the file, and where it stands for messages."""

    whole: Whole
    start: int
    size: int
    where: str


def read_objects(file: IO[bytes], name: str) -> Iterator[Located]:
    """The objects in a file that can be sought. Raises InputError for what is none of ours."""
    start = 0
    for number, line in enumerate(file, 1):
        whole = parse_object(line)
        if whole is None and number == 1:
            file.seek(0)
            data = file.read()
            whole = parse_object(data)
            if whole is None:
                raise InputError(f"{name}: not the JSON that `extract` prints")
            yield Located(whole, 0, len(data), name)
            return
        if whole is None:
            raise InputError(f"{name}:{number}: not the JSON that `extract` prints")
        yield Located(whole, start, len(line), f"{name}:{number}")
        start += len(line)


def open_records(path: Path) -> IO[bytes]:
    """The file, opened. Raises InputError when it cannot be."""
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def schema_of(path: Path) -> str | None:
    """The name of the schema that the records in a file are of, None if that cannot be told."""
    with open_records(path) as file:
        line = file.readline()
        whole = parse_object(line) or parse_object(line + file.read())
    name = None if whole is None else whole.get("schema")
    return name if isinstance(name, str) else None


def parse_object(data: bytes) -> Whole | None:
    """The JSON object in these bytes, its numbers exact; None for anything else."""
    try:
        value = json.loads(data, parse_float=Decimal)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
