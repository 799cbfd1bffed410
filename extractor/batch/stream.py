"""Lines to a stream: standard output, a pipe, a device. Nothing is kept, nothing resumed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ..errors import BatchError, OutputError
from .ledger import Entry, Place


class Stream:
    """Writes lines through to whoever reads them.

    `ours` says that the stream is to be closed in the end. BrokenPipeError is left to the caller: it
    says that nobody wants more. Any other failure is a BatchError.
    """

    def __init__(self, stream: BinaryIO, *, ours: bool = False) -> None:
        self._stream, self._ours = stream, ours

    def append(self, entry: Entry, fingerprint: str, line: bytes) -> None:
        """Write the line through to the reader at the other end."""
        self._put(line)

    def _put(self, line: bytes) -> None:
        with _as_batch_error("the output"):
            self._stream.write(line)
            self._stream.flush()

    def read(self, place: Place) -> bytes:
        """A stream holds nothing."""
        raise LookupError(place)

    def finish(self, *, ordered: bool) -> list[str]:
        """Nothing to mend in a stream."""
        return []

    def close(self) -> None:
        """Close what was opened for this run; another stream belongs to the caller."""
        if self._ours:
            with suppress(OSError):  # each line was flushed; what failed then has been said
                self._stream.close()


class OrderedStream(Stream):
    """A stream in the order of the inputs: lines that come too early wait in a temporary file."""

    def __init__(self, stream: BinaryIO, *, ours: bool = False) -> None:
        super().__init__(stream, ours=ours)
        self._waiting: dict[int, tuple[int, int]] = {}
        self._spool = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - closed with the stream
        self._next = 0

    def append(self, entry: Entry, fingerprint: str, line: bytes) -> None:
        """Write the line if it is its turn, and those that waited for it."""
        if entry.seq != self._next:
            self._keep(entry.seq, line)
            return
        self._put(line)
        self._next += 1
        while self._next in self._waiting:
            start, size = self._waiting.pop(self._next)
            self._put(os.pread(self._spool.fileno(), size, start))
            self._next += 1
        if not self._waiting:
            self._spool.truncate(0)

    def _keep(self, seq: int, line: bytes) -> None:
        with _as_batch_error(f"the temporary file in {tempfile.gettempdir()}"):
            at = self._spool.seek(0, os.SEEK_END)
            write_all(self._spool.fileno(), line, at)
        self._waiting[seq] = at, len(line)

    def close(self) -> None:
        """Remove the temporary file too."""
        self._spool.close()
        super().close()


def open_stream(path: Path) -> BinaryIO:
    """A pipe or device, opened for writing. Raises OutputError."""
    try:
        return path.open("wb")
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error


def is_stream(path: Path) -> bool:
    """Whether the path is there and neither a file nor a folder: a pipe, a terminal, a device."""
    return path.exists() and not path.is_file() and not path.is_dir()


def write_all(fd: int, data: bytes, at: int) -> None:
    """All of the data at this place of a file."""
    view = memoryview(data)
    while view:
        written = os.pwrite(fd, view, at)
        view, at = view[written:], at + written


@contextmanager
def _as_batch_error(what: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BatchError(f"{what} cannot be written on: {error.strerror or error}") from error
