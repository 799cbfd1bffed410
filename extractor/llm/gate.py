"""Which requests may be sent, and when: the place where limits are kept."""

from __future__ import annotations

from typing import Protocol

from .budget import Budget


class Gate(Protocol):
    """Every request passes it; processes that share a model share one."""

    async def enter(self, tokens: int) -> bool:
        """Wait until a request of about so many tokens may be sent; False when it may not be at all."""

    async def leave(self, tokens: int, spent: int) -> None:
        """The request that was let in for `tokens` is over; it has cost `spent`."""


class OverBudgetError(Exception):
    """The gate does not let a request in, now or later."""


class BudgetGate:
    """The gate of a single process: no wait, but a budget."""

    def __init__(self, limit: int | None) -> None:
        self._budget = Budget(limit)

    async def enter(self, tokens: int) -> bool:
        """Whether the budget allows it."""
        return self._budget.reserve(tokens)

    async def leave(self, tokens: int, spent: int) -> None:
        """Settle what was reserved."""
        self._budget.settle(tokens, spent)
