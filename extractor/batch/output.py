"""Where the lines go: a file that survives being killed at any byte.

The output file is its own journal. A line is appended by one write and counts when its newline is
there; a torn last line is cut off when the run goes on, a line damaged by a power cut (zeros in it)
is dropped and done again. A line that is done again is appended too; the old one goes in the end, when
the file is rewritten beside itself and renamed into place.

When lines are safe: against the end of this process (`kill -9`) as soon as they are written; against a
power cut once they are synced to the disk, which happens every SYNC_SECONDS and at the end. What a
power cut loses is noticed and done again.
"""

from __future__ import annotations

import fcntl
import os
import time
from itertools import chain
from pathlib import Path
from typing import Protocol

from ..errors import BatchError, OutputError
from . import line as lines
from .aside import set_aside
from .ledger import Entry, Ledger, Place
from .stream import write_all

SYNC_SECONDS = 5.0
"""At most so much work can be lost to a power cut."""


class Output(Protocol):
    """What a run needs of the place its lines go to."""

    def append(self, entry: Entry, fingerprint: str, line: bytes) -> None:
        """Take one whole line."""

    def read(self, place: Place) -> bytes:
        """The bytes of a line that is already there."""

    def finish(self, *, ordered: bool) -> list[str]:
        """All inputs have their line: bring the output into its final state; notes on what that changed."""

    def close(self) -> None:
        """Let go, whether finished or not."""


class JsonlFile:
    """A JSONL file, opened for one run at a time; the lines it holds are recorded in the ledger.

    Raises OutputError when it cannot be opened, when another run is writing it, or when what it holds
    was not written by a batch.
    """

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self.path = path.resolve()
        self._ledger = ledger
        self._rewritten = self.path.with_name(f".{self.path.name}.rewriting")
        self._damaged = 0
        self._fd = _open_locked(self.path)
        try:
            self._end = self._scan()
        except BaseException:
            os.close(self._fd)
            raise
        self._synced_at = time.monotonic()

    def _scan(self) -> int:
        """Record the lines that are there and cut off a torn last one; the length of what stays."""
        end = 0
        with os.fdopen(os.dup(self._fd), "rb", buffering=1 << 20) as file:
            for number, line in enumerate(file, 1):
                head = lines.head(line)
                if head is not None:
                    self._ledger.record(head.id, Place(head.fingerprint, end, len(line)))
                elif not line.endswith(b"\n") and lines.is_torn(line):
                    break
                elif b"\0" in line:
                    self._damaged += 1
                else:
                    raise OutputError(
                        f"{self.path}: line {number} was not written by `extract batch`; "
                        "name another output, or remove that file"
                    )
                end += len(line)
        if end != os.fstat(self._fd).st_size:
            os.ftruncate(self._fd, end)
        self._rewritten.unlink(missing_ok=True)
        return end

    def append(self, entry: Entry, fingerprint: str, line: bytes) -> None:
        """Add one line. Raises BatchError, the file whole, when it does not fit."""
        try:
            write_all(self._fd, line, self._end)
            if time.monotonic() - self._synced_at >= SYNC_SECONDS:
                os.fsync(self._fd)
                self._synced_at = time.monotonic()
        except OSError as error:
            os.ftruncate(self._fd, self._end)
            raise BatchError(
                f"{self.path} cannot be written on: {error.strerror or error}; what is done is kept: "
                "make room, then the same command goes on"
            ) from error
        self._ledger.record(entry.input.id, Place(fingerprint, self._end, len(line)))
        self._end += len(line)

    def read(self, place: Place) -> bytes:
        """The bytes of a line that is already there."""
        return os.pread(self._fd, place.size, place.start)

    def finish(self, *, ordered: bool) -> list[str]:
        """One line for each input, no other, in order where asked: rewritten if it is not so already.

        Lines of reports that are no longer among the inputs are moved to `NAME.removed`.
        """
        notes = []
        if self._damaged:
            notes.append(f"{self._damaged} damaged lines were found in {self.path.name} and done again")
        try:
            os.fsync(self._fd)
            notes += self._set_aside()
            if not self._is_final(ordered=ordered):
                self._rewrite(ordered=ordered)
        except OSError as error:
            self._rewritten.unlink(missing_ok=True)
            raise BatchError(
                f"{self.path} holds every report, but perhaps old lines too, and could not be finished: "
                f"{error.strerror or error}; make room, then the same command finishes it"
            ) from error
        return notes

    def close(self) -> None:
        """Let go of the lock. What `finish` has not synced, a power cut may take, and it is done again."""
        os.close(self._fd)

    def _is_final(self, *, ordered: bool) -> bool:
        """Whether the lines of the inputs, in their order, are all that the file holds."""
        at = 0
        for place in self._ledger.places(ordered=ordered):
            if place.start != at:
                return False
            at += place.size
        return at == self._end

    def _set_aside(self) -> list[str]:
        """Copy the lines that belong to no input to a file of their own."""
        strangers = self._ledger.strangers()
        first = next(strangers, None)
        if first is None:
            return []
        aside = self.path.with_name(f"{self.path.name}.removed")
        moved = set_aside(aside, (self.read(place) for place in chain([first], strangers)))
        return [f"{moved} lines of reports that are not among the inputs were moved to {aside.name}"]

    def _rewrite(self, *, ordered: bool) -> None:
        """Write the lines that count beside the file, then take its place in one step."""
        with self._rewritten.open("wb") as file:
            self._rewritten.chmod(os.fstat(self._fd).st_mode & 0o7777)
            for place in self._ledger.places(ordered=ordered):
                file.write(self.read(place))
            file.flush()
            os.fsync(file.fileno())
        self._rewritten.replace(self.path)
        sync_folder(self.path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder outlast a power cut."""
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _open_locked(path: Path) -> int:
    """A descriptor of the file, created if need be, that no other run holds; the lock dies with us."""
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        replaced = not path.exists() or not os.path.samestat(os.fstat(fd), path.stat())
    except BlockingIOError as error:
        os.close(fd)
        raise OutputError(f"{path} is being written by another batch; wait for it, or stop it") from error
    except OSError as error:
        os.close(fd)
        raise OutputError(f"{path} cannot be locked: {error.strerror or error}; use another disk") from error
    if replaced:  # the other run ended between our opening and locking, and renamed its file over ours
        os.close(fd)
        return _open_locked(path)
    return fd
