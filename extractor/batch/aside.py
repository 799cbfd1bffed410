"""Where lines go whose reports are no longer among the inputs: a file beside the output."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from ..errors import OutputError
from . import line as lines
from .stream import write_all


def set_aside(path: Path, moved: Iterable[bytes]) -> int:
    """Append the lines that are not there yet; how many were given.

    A run that was killed over this does it again: half a line at the end is cut off, and no line gets
    in twice. After an error the file is what it was. Raises OutputError for a file of somebody else.
    """
    count = 0
    with path.open("a+b", buffering=0) as file:
        there, end = _scan(file, path)
        os.ftruncate(file.fileno(), end)
        try:
            for line in moved:
                count += 1
                if (mark := _mark(line)) not in there:
                    there.add(mark)
                    write_all(file.fileno(), line, end)
            os.fsync(file.fileno())
        except OSError:
            os.ftruncate(file.fileno(), end)
            raise
    return count


def _scan(file: BinaryIO, path: Path) -> tuple[set[bytes], int]:
    """Marks of the whole lines, and where they end."""
    there: set[bytes] = set()
    end = 0
    with os.fdopen(os.dup(file.fileno()), "rb") as reading:
        reading.seek(0)
        for line in reading:
            if not line.endswith(b"\n") and lines.is_torn(line):
                break
            if lines.head(line) is None:
                raise OutputError(f"{path}: not written by `extract batch`; name another output")
            there.add(_mark(line))
            end += len(line)
    return there, end


def _mark(line: bytes) -> bytes:
    return hashlib.blake2b(line, digest_size=16).digest()
