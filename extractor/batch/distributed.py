"""Beyond one machine: the same function for each report, run by Ray Data on a local or remote cluster.

Every Ray actor has one supervised worker process of its own, so that a poisoned report costs there what
it costs here: one line. Limits of model calls are divided among the actors, which cannot ask each other.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from ..errors import BatchError, InputError, MissingExtraError
from .address import is_uri, read_address
from .engine import LocalEngine, Work
from .options import enough_workers
from .report import Outcome
from .source import Source

T = TypeVar("T")
Row = dict[str, Any]

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
}
_TASKS = 10_000  # handed to Ray at a time
BLOCKS = 8  # blocks of tasks for each worker, so that outcomes come early and the work is even


class ReportReader:
    """The per-report function as an actor of Ray Data: a row with a path or address in, the outcome out.

    The path is bytes: names of files need not be the UTF-8 that Arrow wants.
    """

    def __init__(self, work: Work) -> None:
        self._engine = LocalEngine[int](work)
        self._failures = work.failures

    def __call__(self, row: Row) -> Row:
        """The row with `body` and `content` of the outcome."""
        outcome = self._read(Source(os.fsdecode(row["path"])))
        return {**row, "body": outcome.body, "content": outcome.content}

    def _read(self, source: Source) -> Outcome:
        if is_uri(source.path):
            try:
                source.data = read_address(source.path)
            except InputError as error:
                return self._failures.of(error, source)
        [(_, outcome)] = self._engine.read([(0, source)])
        return outcome


class RayEngine(Generic[T]):
    """Ray Data over files that all its machines see under the same path."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._stack = ExitStack()
        self._ray = self._stack.enter_context(running_ray(work))

    def read(self, tasks: Iterable[tuple[T, Source]]) -> Iterator[tuple[T, Outcome]]:
        """The outcome of every task."""
        remaining = iter(tasks)
        while some := list(islice(remaining, _TASKS)):
            keys = [key for key, _ in some]
            rows = [{"key": n, "path": os.fsencode(source.path)} for n, (_, source) in enumerate(some)]
            for row in self._rows(rows):
                yield keys[row["key"]], Outcome(row["body"], row["content"])

    def _rows(self, rows: list[Row]) -> Iterator[Row]:
        workers = min(count_workers(self._work), len(rows))
        blocks = min(len(rows), workers * BLOCKS)
        dataset = self._ray.data.from_items(rows, override_num_blocks=blocks)
        return iter(read_with(dataset, self._work, workers).iter_rows())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)


@contextmanager
def running_ray(work: Work) -> Iterator[Any]:
    """The module ray while it is connected: to what the caller has started, else to the cluster of
    `RAY_ADDRESS`, else to one started here for this run.

    Nothing is reported to Ray's makers. Raises MissingExtraError when Ray is not installed, BatchError
    when the cluster fails.
    """
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MissingExtraError("--engine ray", "ray", "ray[data]") from error
    ours = not ray.is_initialized()
    if ours:
        cpus = None if os.environ.get("RAY_ADDRESS") else count_workers(work)
        ray.init(num_cpus=cpus, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        yield ray
    except ray.exceptions.RayError as error:
        said = str(error).strip().splitlines()
        raise BatchError(f"the Ray cluster failed: {said[-1] if said else type(error).__name__}") from error
    finally:
        if ours:
            ray.shutdown()


def count_workers(work: Work) -> int:
    """How many actors read: no more than the requests to a model that may be sent at once, or in a minute.

    Each has its share of the limits, and a share of none would still be one.
    """
    wanted, calls = enough_workers(work.options, with_model=False), work.options.calls
    if work.settings.model is None:
        return wanted
    return min(wanted, calls.concurrency, calls.requests or wanted)


def read_with(dataset: Any, work: Work, workers: int) -> Any:
    """The dataset of outcomes for a dataset of rows with `path`."""
    from ray.data import ActorPoolStrategy

    share = replace(work, options=work.options.share(workers))
    compute = ActorPoolStrategy(size=workers)
    return dataset.map(ReportReader, fn_constructor_args=(share,), compute=compute, num_cpus=1)
