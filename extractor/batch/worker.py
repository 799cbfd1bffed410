"""A worker process: reads one report after the other, within limits that the kernel keeps.

What it says over its connection is READY once, and then one Outcome for each source it is sent, in that
order. It ends when the connection does, and at once when the process that forked it does, so no worker
outlives the run that started it, not even one that hangs.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from .report import Failures, Outcome, Reader, Settings
from .source import Source

READY = "ready"
_PR_SET_PDEATHSIG = 1

MakeReader = Callable[[Settings, Connection | None], Reader]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one report may use: wall-clock seconds, and bytes of memory beyond what an idle worker has."""

    seconds: float = 60.0
    memory: int = 1 << 30


def serve(
    connection: Connection,
    gate: Connection | None,
    settings: Settings,
    make: MakeReader,
    limits: Limits,
    failures: Failures,
) -> None:
    """The life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the supervisor's to handle
    os.dup2(2, 1)  # standard output belongs to the records
    _die_with_parent()
    try:
        read = make(settings, gate)
        connection.send(READY)
        while True:
            source = connection.recv()
            connection.send(attempt(read, source, limits, failures))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the supervisor is gone or has closed the connection


def attempt(read: Reader, source: Source, limits: Limits, failures: Failures) -> Outcome:
    """The outcome of one report, whatever reading it raises."""
    _restrict(limits)
    try:
        return read(source)
    except Exception as error:
        _release()
        return failures.of(error, source)


def _die_with_parent() -> None:
    """Have Linux end this process when the one that forked it ends; elsewhere only the connection tells."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _restrict(limits: Limits) -> None:
    """Let the kernel stop this process beyond the limits of one report.

    The limit on the processor's time is no more than a net for a worker whose supervisor was killed;
    the supervisor itself looks at the clock.
    """
    used_bytes = _virtual_bytes()
    if used_bytes:
        _soft(resource.RLIMIT_AS, used_bytes + limits.memory)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + 2 * limits.seconds) + 2)


def _release() -> None:
    """Lift the limit on memory, so that a failure can be told."""
    _soft(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def _soft(which: int, value: int) -> None:
    _, hard = resource.getrlimit(which)
    resource.setrlimit(which, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _virtual_bytes() -> int:
    """Bytes of address space this process has now; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
