"""Answers kept on disk, so that the same question is never paid for twice. JSON, no pickle."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import UsageError

_FORMAT = 1
_UNUSABLE = (OSError, sqlite3.Error, zlib.error, ValueError)
"""What a damaged, read-only or full folder raises, and what stands in it that no cache has written."""


def cache_key(**parts: Any) -> str:
    """One key for everything that decides an answer: endpoint, model, parameters, prompt, schema, text."""
    plain = json.dumps({"format": _FORMAT, **parts}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


class AnswerCache:
    """Answers by key in a folder; with `folder` None it remembers nothing.

    Several processes may share a folder. Raises UsageError when the folder cannot be used.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._store: Any = None
        if folder is not None:
            from diskcache import Cache, JSONDisk

            try:
                self._store = Cache(str(folder), disk=JSONDisk)
            except _UNUSABLE as error:
                raise self._unusable(error) from error

    def get(self, key: str) -> dict[str, Any] | None:
        """The answer under that key, None when there is none."""
        if self._store is None:
            return None
        try:
            found = self._store.get(key)
        except _UNUSABLE as error:
            raise self._unusable(error) from error
        return found if isinstance(found, dict) else None

    def put(self, key: str, answer: Mapping[str, Any]) -> None:
        """Keep an answer."""
        if self._store is None:
            return
        from diskcache import Timeout

        try:
            self._store.set(key, dict(answer))
        except (*_UNUSABLE, Timeout) as error:  # Timeout is whatever keeps it from writing for a minute
            raise self._unusable(error) from error

    def close(self) -> None:
        """Release the files."""
        if self._store is not None:
            self._store.close()

    def _unusable(self, error: Exception) -> UsageError:
        return UsageError(
            f"the cache in {self._folder} cannot be used ({error or 'it is locked, read-only or full'}); "
            "give another --cache-dir, or --no-cache to do without"
        )
