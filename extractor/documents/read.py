"""A file, a stream or bytes → Document."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from ..errors import InputError, TooLargeError
from ..values import Document
from .formats import sniff

LIMIT_BYTES = 64 * 1024 * 1024
"""The largest input that is read; more is an error, never a cut."""

LIMIT_CHARACTERS = 12_000_000
"""The longest text that is read, a thousand times that of a report."""


def read_file(path: Path) -> Document:
    """The document in a file. Raises InputError (missing, a folder, no permission, too large, unreadable)."""
    return read_bytes(file_bytes(path), str(path))


def file_bytes(path: Path) -> bytes:
    """The bytes of a file, of which never more than the limit is read. Raises InputError as `read_file`."""
    try:
        if path.is_dir():
            raise InputError(f"{path} is a folder; for many files use `extract batch`")
        if path.stat().st_size > LIMIT_BYTES:
            raise _too_large(str(path))
        with path.open("rb") as stream:
            return stream.read(LIMIT_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(str(path), error) from error


def read_stream(stream: BinaryIO, name: str) -> Document:
    """The document in a stream, of which never more than the limit is read."""
    return read_bytes(stream.read(LIMIT_BYTES + 1), name)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in these bytes; `name` is what messages and `source.path` call it.

    Raises an InputError that says why not: empty, too large, no text, a format without a reader.
    """
    if len(data) > LIMIT_BYTES:
        raise _too_large(name)
    if not data:
        raise InputError(f"{name} is empty")
    try:
        document = sniff(data).load(name)(data, name)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if len(document.text) > LIMIT_CHARACTERS:
        raise TooLargeError(f"{name} holds more than {LIMIT_CHARACTERS} characters, the limit for one report")
    return document


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return InputError(f"{name}: {reason}")


def _too_large(name: str) -> TooLargeError:
    return TooLargeError(f"{name} is larger than {LIMIT_BYTES >> 20} MB, the limit for one report")
