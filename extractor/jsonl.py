"""The JSON that `extract` prints, read back: one object, pretty or not, or one object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, BinaryIO

from .errors import InputError

_HEAD = re.compile(rb'\{"id":("(?:[^"\\]|\\.)*"),"fingerprint":"')
_LONE = re.compile(rb"\\u[dD][89a-fA-F]")

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
    """The objects in a file that can be sought. Raises InputError for what is none of ours.

    Of the lines of a batch that was stopped, the latest of each report counts.
    """
    old = _superseded(file)
    start = 0
    for number, line in enumerate(file, 1):
        if start in old:
            start += len(line)
            continue
        whole = parse_object(line)
        if whole is None and number > 1 and not line.endswith(b"\n"):
            raise InputError(f"{name}:{number}: half a line, of a batch that was stopped: run it to its end")
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


def _superseded(file: IO[bytes]) -> set[int]:
    """Where the lines of a batch begin that a later line of the same report replaces."""
    old: set[int] = set()
    latest: dict[bytes, int] = {}
    start = 0
    for line in file:
        head = _HEAD.match(line)
        if head is not None and line.endswith(b"\n"):
            if head[1] in latest:
                old.add(latest[head[1]])
            latest[head[1]] = start
        start += len(line)
    file.seek(0)
    return old


def open_records(path: Path) -> BinaryIO:
    """The file, opened. Raises InputError when it cannot be."""
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def schema_of(file: IO[bytes]) -> str | None:
    """The name of the schema that the records in a file are of, None if that cannot be told."""
    line = file.readline()
    whole = parse_object(line) or parse_object(line + file.read())
    file.seek(0)
    name = None if whole is None else whole.get("schema")
    return name if isinstance(name, str) else None


def parse_object(data: bytes) -> Whole | None:
    """The JSON object in these bytes, its numbers exact; None for anything else."""
    try:
        value = json.loads(data, parse_float=Decimal)
    except ValueError:
        return None
    if not isinstance(value, dict):
        return None
    return {_printable(key): _printable(item) for key, item in value.items()} if _LONE.search(data) else value


def _printable(value: Any) -> Any:
    """The value with lone surrogates, which no file can hold, shown as `\\udcb9`."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, list):
        return [_printable(item) for item in value]
    if isinstance(value, dict):
        return {_printable(key): _printable(item) for key, item in value.items()}
    return value
