"""How a batch is run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self

from .limits import CallLimits
from .summary import Price
from .worker import Limits

_MOST_WAITING = 16  # workers, when most of their time goes by waiting for a model


class EngineName(StrEnum):
    """What runs the reports: worker processes on this machine, or a Ray cluster."""

    LOCAL = "local"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is run.

    `workers` 0 means as many as `enough_workers` says. `retry_errors` reads reports again that failed, or
    that the model left in part unread. `price` turns tokens into money.
    """

    workers: int = 0
    limits: Limits = field(default_factory=Limits)
    ordered: bool = False
    retry_errors: bool = False
    calls: CallLimits = field(default_factory=CallLimits)
    price: Price | None = None
    engine: EngineName = EngineName.LOCAL

    def share(self, workers: int) -> Self:
        """The options of one of so many workers that cannot ask each other."""
        return replace(self, workers=1, calls=self.calls.share(workers), engine=EngineName.LOCAL)


def enough_workers(options: Options, *, with_model: bool) -> int:
    """One for every core this process may use; with a model so many that its calls never wait for one."""
    if options.workers:
        return options.workers
    return max(cores(), min(options.calls.concurrency, _MOST_WAITING)) if with_model else cores()


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
