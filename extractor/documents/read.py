"""A file or bytes → Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..errors import InputError, TooLargeError
from ..values import Document, Source

LIMIT_BYTES = 64 * 1024 * 1024
"""The largest input that is read; more is an error, never a cut."""


def read_file(path: Path) -> Document:
    """The document in a file. Raises InputError (missing, a folder, no permission, too large, unreadable)."""
    if path.is_dir():
        raise InputError(f"{path} is a folder; for many files use `extract batch`")
    try:
        if path.stat().st_size > LIMIT_BYTES:
            raise TooLargeError(f"{path}: larger than {LIMIT_BYTES >> 20} MB, the limit for one report")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    return read_bytes(data, str(path))


def read_bytes(data: bytes, name: str) -> Document:
    """The document in these bytes; `name` is what messages and `source.path` call it."""
    text = data.decode("utf-8-sig")
    source = Source(name, hashlib.sha256(data).hexdigest(), "text/plain", "utf-8", len(text))
    return Document(text, source)
