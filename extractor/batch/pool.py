"""Worker processes and their supervisor: one poisoned input costs one outcome, never the run.

A worker that crashes, runs out of its time or dies otherwise is replaced, and the report it was reading
gets a failure. SIGKILL comes from outside, from the system when memory runs out: the report may not be to
blame, so it is read once more. The next report is handed to a worker before the outcome of the last one
is looked at, so workers do not wait for the supervisor to write.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import connection as connections
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from types import ModuleType, TracebackType
from typing import Generic, Self, TypeVar

from ..errors import BatchError
from .report import Failures, Outcome, Settings, make_reader
from .source import Source
from .worker import READY, Limits, MakeReader, serve

T = TypeVar("T")

_AHEAD = 2  # reports drawn for each worker: the one it reads, and the next
_START_SECONDS = 180.0  # for a worker to load what it needs, on a machine that is busy
_FROM_OUTSIDE = (-signal.SIGKILL, 255)  # 255: the server that forks the workers has gone, and they with it
_TICK = 1.0  # seconds waited at a time; so much more is the stop of the whole run
_DEATHS_AT_START = 3  # so many workers in a row that never became ready: give up


@dataclass(eq=False, slots=True)
class _Task(Generic[T]):
    """A report to read, and whether a worker was ended by SIGKILL over it."""

    key: T
    source: Source
    killed: bool = False


@dataclass(eq=False)
class _Worker(Generic[T]):
    """One process as its supervisor sees it, and the report that it is reading."""

    process: BaseProcess
    connection: Connection
    deadline: float
    ready: bool = False
    task: _Task[T] | None = None


class Pool(Generic[T]):
    """`workers` processes that read reports. Keys of type T tell the reports apart.

    `invite` gives each worker its connection to the gatekeeper of the model calls, if there is one.

    >>> with Pool(settings, failures, workers=2) as pool:      # doctest: +SKIP
    ...     for key, outcome in pool.read([("a", Source("a.txt")), ("b", Source("b.txt"))]): ...
    """

    def __init__(
        self,
        settings: Settings,
        failures: Failures,
        *,
        workers: int,
        limits: Limits | None = None,
        make: MakeReader = make_reader,
        invite: Callable[[], Connection] | None = None,
    ) -> None:
        self._settings, self._failures, self._make, self._invite = settings, failures, make, invite
        self._limits = limits or Limits()
        self._context = _context(preload_model=settings.model is not None)
        self._wanted = workers
        self._workers: list[_Worker[T]] = []
        self._waiting: deque[_Task[T]] = deque()
        self._deaths_at_start = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def open(self) -> int:
        """Reports that were submitted and have no outcome yet."""
        return len(self._waiting) + sum(worker.task is not None for worker in self._workers)

    @property
    def hungry(self) -> bool:
        """Whether another report would be read at once, or next."""
        return self.open < self._wanted * _AHEAD

    def read(self, tasks: Iterable[tuple[T, Source]]) -> Iterator[tuple[T, Outcome]]:
        """The outcome of every task, as they come; tasks are drawn no faster than they are read."""
        for key, source in tasks:
            self.submit(key, source)
            while not self.hungry:
                yield from self.outcomes()
        while self.open:
            yield from self.outcomes()

    def submit(self, key: T, source: Source) -> None:
        """Have the report read; its outcome comes out of `outcomes` under `key`."""
        self._waiting.append(_Task(key, source))
        self._employ()

    def outcomes(self) -> Iterator[tuple[T, Outcome]]:
        """Outcomes as they come: at least one, if a report is open."""
        found = not self.open
        while not found:
            for worker in self._talking():
                for item in self._hear(worker):
                    found = True
                    yield item
            for item in self._overdue():
                found = True
                yield item
            self._employ()

    def close(self) -> None:
        """End all workers at once, whatever they are doing."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            _bury(worker)
        self._workers.clear()

    def _talking(self) -> list[_Worker[T]]:
        """Workers that have something to say or have died, waited for a tick, or up to the next deadline."""
        ends = [worker.deadline for worker in self._workers if worker.task or not worker.ready]
        begun = time.monotonic()
        rest = min(max(min(ends) - begun, 0.0), _TICK) if ends else None
        spoken = connections.wait([worker.connection for worker in self._workers], rest)
        if rest is not None and (stopped := time.monotonic() - begun - rest) > _TICK:
            for worker in self._workers:  # all of us were stopped (Ctrl-Z): that is nobody's time
                worker.deadline += stopped
        return [worker for worker in self._workers if worker.connection in spoken]

    def _hear(self, worker: _Worker[T]) -> Iterator[tuple[T, Outcome]]:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            yield from self._died(worker)
            return
        if message == READY:
            worker.ready = True
            self._deaths_at_start = 0
            self._employ()
        elif worker.task is not None:
            key, worker.task = worker.task.key, None
            self._employ()
            yield key, message

    def _died(self, worker: _Worker[T]) -> Iterator[tuple[T, Outcome]]:
        """The connection of a worker closed, so it crashed, or was ended from outside."""
        worker.process.join(1.0)
        how = _death(worker.process.exitcode)
        self._dismiss(worker)
        task, killed = worker.task, worker.process.exitcode in _FROM_OUTSIDE
        if task is not None and killed and not task.killed:
            task.killed = True
            self._waiting.appendleft(task)
        elif task is not None:
            often = " twice" if killed else ""
            message = f"the process that read it {how}{often}"
            yield task.key, self._failures.named("crash", message, task.source)
        elif not worker.ready:
            self._deaths_at_start += 1
            if self._deaths_at_start >= _DEATHS_AT_START:
                raise BatchError(f"the worker processes cannot start: the last one {how}")

    def _overdue(self) -> Iterator[tuple[T, Outcome]]:
        now = time.monotonic()
        for worker in [w for w in self._workers if w.deadline <= now and not w.connection.poll()]:
            if not worker.ready:
                raise BatchError(f"a worker process was not ready after {_START_SECONDS:.0f} seconds")
            if worker.task is not None:
                self._dismiss(worker)
                message = f"not read within {self._limits.seconds:g} seconds (--timeout)"
                yield worker.task.key, self._failures.named("timeout", message, worker.task.source)

    def _employ(self) -> None:
        """Start workers that are missing, and hand waiting reports to those that are free."""
        while len(self._workers) < min(self._wanted, self.open):
            self._workers.append(self._start())
        for worker in self._workers:
            if self._waiting and worker.ready and worker.task is None:
                worker.task = self._waiting.popleft()
                worker.deadline = time.monotonic() + self._limits.seconds
                with suppress(BrokenPipeError, ConnectionResetError):  # it has died: heard of in `_hear`
                    worker.connection.send(worker.task.source)

    def _start(self) -> _Worker[T]:
        ours, theirs = self._context.Pipe()
        gate = self._invite() if self._invite is not None else None
        arguments = (theirs, gate, self._settings, self._make, self._limits, self._failures)
        process = self._context.Process(target=serve, args=arguments, daemon=True, name="extract-worker")
        with _without_main():
            process.start()
        theirs.close()
        if gate is not None:
            gate.close()
        return _Worker(process, ours, time.monotonic() + _START_SECONDS)

    def _dismiss(self, worker: _Worker[T]) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        _bury(worker)


def _bury(worker: _Worker[T]) -> None:
    worker.process.join()
    worker.connection.close()


def _context(*, preload_model: bool) -> ForkServerContext | SpawnContext:
    """Workers fork off a clean server that has the engine loaded; where there is none they are spawned."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    client = ["openai", "instructor", "diskcache"] if preload_model else []
    context.set_forkserver_preload(["extractor.pipeline", *client])
    return context


@contextmanager
def _without_main() -> Iterator[None]:
    """Start a process that does not run the program's own file again: a worker needs nothing of it."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _death(exitcode: int | None) -> str:
    """How a process ended, as the end of a sentence that begins with it."""
    if exitcode is None:
        return "was lost"
    if exitcode >= 0:
        return f"ended by itself with exit code {exitcode}"
    try:
        name = signal.Signals(-exitcode).name
    except ValueError:
        name = f"signal {-exitcode}"
    return f"was ended by {name}"
