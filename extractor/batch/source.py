"""A report to read: its bytes, and the digest by which a later run knows whether they have changed."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError


@dataclass(slots=True)
class Source:
    """The file at `path`, or, where `data` is given, these bytes that came from there.

    Bytes are loaded once, so that what is said of a report, a failure too, is said of the bytes that
    were read, also when the file is written to meanwhile.
    """

    path: str
    data: bytes | None = None

    def load(self) -> bytes:
        """Its bytes. Raises InputError, also for a pipe or device, of which nothing is read."""
        if self.data is None:
            from ..documents import file_bytes

            path = Path(self.path)
            if _is_special(path):
                raise InputError(f"{path} is a pipe, socket or device; a batch reads files")
            self.data = file_bytes(path)
        return self.data

    def content(self) -> str:
        """Digest of its bytes, as `content_digest` has it."""
        return content_digest(self.path) if self.data is None else hashlib.sha256(self.data).hexdigest()


def content_digest(path: str) -> str:
    """SHA-256 of a file's bytes; empty for what is no file or cannot be read.

    Of a file too large to be a report only size and time of change are looked at. Files of the system
    that have no size (`/proc`) are not read either: that could take for ever.
    """
    from ..documents import LIMIT_BYTES

    try:
        fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)  # a pipe is opened, and not waited for
    except (OSError, ValueError):
        return ""
    try:
        seen = os.fstat(fd)
        if not stat.S_ISREG(seen.st_mode):
            return ""
        if seen.st_size > LIMIT_BYTES:
            return hashlib.sha256(f"{seen.st_size} {seen.st_mtime_ns}".encode()).hexdigest()
        data = os.read(fd, seen.st_size) if seen.st_size else b""
        return hashlib.sha256(data).hexdigest() if len(data) == seen.st_size else ""
    except OSError:
        return ""
    finally:
        os.close(fd)


def _is_special(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
