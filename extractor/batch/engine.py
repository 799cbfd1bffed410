"""What reads the reports: an engine takes tasks and gives outcomes, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

from .limits import Gatekeeper
from .options import EngineName, Options, enough_workers
from .pool import Pool
from .report import Failures, Outcome, Settings
from .source import Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Work:
    """What is done to every report; it can be sent to other processes and machines."""

    settings: Settings
    failures: Failures
    options: Options


class Engine(Protocol[T]):
    """Reads reports, as a context manager; keys of type T tell them apart."""

    def read(self, tasks: Iterable[tuple[T, Source]]) -> Iterator[tuple[T, Outcome]]:
        """The outcome of every task, as they come."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class LocalEngine(Generic[T]):
    """Worker processes on this machine, with one gatekeeper where they ask a model."""

    def __init__(self, work: Work) -> None:
        self._stack = ExitStack()
        with_model = work.settings.model is not None
        keeper = self._stack.enter_context(closing(Gatekeeper(work.options.calls))) if with_model else None
        self._pool = self._stack.enter_context(
            Pool[T](
                work.settings,
                work.failures,
                workers=enough_workers(work.options, with_model=with_model),
                limits=work.options.limits,
                invite=keeper.invite if keeper is not None else None,
            )
        )

    def read(self, tasks: Iterable[tuple[T, Source]]) -> Iterator[tuple[T, Outcome]]:
        """The outcome of every task; tasks are drawn no faster than they are read."""
        return self._pool.read(tasks)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers."""
        self._stack.close()


def make_engine(work: Work) -> Engine[T]:
    """The engine that the options name. Raises MissingExtraError when it is not installed."""
    if work.options.engine is EngineName.RAY:
        from .distributed import RayEngine

        return RayEngine[T](work)
    return LocalEngine[T](work)
