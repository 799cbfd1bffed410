"""One set of limits for the model calls of all worker processes.

A thread of the supervisor, the gatekeeper, has a connection to each worker. A worker asks before it
sends a request and tells when it is over; requests are let in by the order of asking. What a worker
that dies had under way counts as over.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing import Pipe
from multiprocessing import connection as connections
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from ..llm.budget import Budget

_MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class CallLimits:
    """What the model calls of a run may come to; None is no limit.

    `concurrency` requests under way at once; `requests` and `tokens` (prompt and completion) in any
    `window` seconds; `budget` tokens in all.
    """

    concurrency: int = 4
    requests: int | None = None
    tokens: int | None = None
    budget: int | None = None
    window: float = _MINUTE

    def share(self, of: int) -> Self:
        """An equal part for one of so many who cannot ask each other; together they keep the limits."""

        def part(limit: int | None) -> int | None:
            return None if limit is None else limit // of

        return replace(
            self,
            concurrency=max(self.concurrency // of, 1),
            requests=part(self.requests),
            tokens=part(self.tokens),
            budget=part(self.budget),
        )


@dataclass(eq=False, slots=True)
class Count:
    """Units that were let in at a time; they may turn out to be others than were expected."""

    at: float
    units: int


@dataclass
class Window:
    """At most `limit` units in any `seconds`; None is no limit.

    More units at once than the limit are let in when nothing else is counted, or they would wait for ever.
    """

    limit: int | None
    seconds: float = _MINUTE
    _counted: deque[Count] = field(default_factory=deque)

    def delay(self, units: int, now: float) -> float:
        """Seconds from `now` until so many units fit; 0 if they do."""
        while self._counted and self._counted[0].at <= now - self.seconds:
            self._counted.popleft()
        if self.limit is None:
            return 0.0
        room = self.limit - units - sum(count.units for count in self._counted)
        delay = 0.0
        for count in self._counted:
            if room >= 0:
                break
            room += count.units
            delay = count.at + self.seconds - now
        return delay

    def take(self, units: int, now: float) -> Count:
        """Count the units; the count may be corrected later."""
        count = Count(now, units)
        if self.limit is not None:
            self._counted.append(count)
        return count


@dataclass(eq=False)
class _Guest:
    """A worker: the requests it has under way by the tokens that were expected, and what it waits for."""

    connection: Connection
    inside: list[Count] = field(default_factory=list)
    wish: int | None = None


class Gatekeeper:
    """Keeps the limits; `clock` tells the time in seconds."""

    def __init__(self, limits: CallLimits, clock: Callable[[], float] = time.monotonic) -> None:
        self._concurrency, self._clock = limits.concurrency, clock
        self._requests = Window(limits.requests, limits.window)
        self._tokens = Window(limits.tokens, limits.window)
        from ..llm.budget import Budget

        self._budget: Budget = Budget(limits.budget)
        self._guests: dict[Connection, _Guest] = {}
        self._queue: deque[_Guest] = deque()
        self._bell, self._rope = Pipe(duplex=False)
        self._arriving: deque[Connection] = deque()
        self._thread = threading.Thread(target=self._keep, name="gatekeeper", daemon=True)
        self._thread.start()

    def invite(self) -> Connection:
        """The worker's end of a new connection."""
        ours, theirs = Pipe()
        self._arriving.append(ours)
        self._rope.send("arrival")
        return theirs

    def close(self) -> None:
        """Let nobody in any more."""
        self._rope.send("close")
        self._thread.join()
        self._rope.close()
        self._bell.close()

    def _keep(self) -> None:
        while True:
            speaking = connections.wait([self._bell, *self._guests], self._let_in())
            if self._bell in speaking and self._bell.recv() == "close":
                break
            while self._arriving:
                guest = self._arriving.popleft()
                self._guests[guest] = _Guest(guest)
            for speaker in speaking:
                if isinstance(speaker, Connection) and speaker in self._guests:
                    self._hear(self._guests[speaker])
        for connection in self._guests:
            connection.close()

    def _hear(self, guest: _Guest) -> None:
        """A worker asks to enter with so many tokens, tells what a request has cost, or is gone."""
        try:
            word, tokens, spent = guest.connection.recv()
        except (EOFError, OSError):
            self._part(guest)
            return
        if word == "enter":
            guest.wish = tokens
            self._queue.append(guest)
        else:
            self._over(guest, next(count for count in guest.inside if count.units == tokens), spent)

    def _let_in(self) -> float | None:
        """Let in who may enter; seconds until the next one may, None if that depends on others."""
        while self._queue:
            guest = self._queue[0]
            wish = guest.wish or 0
            inside = sum(len(other.inside) for other in self._guests.values())
            if inside >= self._concurrency:
                return None
            now = self._clock()
            delay = max(self._requests.delay(1, now), self._tokens.delay(wish, now))
            if delay > 0:
                return delay
            self._queue.popleft()
            allowed = self._budget.reserve(wish)
            if allowed:
                self._requests.take(1, now)
                guest.inside.append(self._tokens.take(wish, now))
            with suppress(OSError):  # gone: heard of in `_hear`
                guest.connection.send(allowed)
        return None

    def _over(self, guest: _Guest, count: Count, spent: int) -> None:
        guest.inside.remove(count)
        self._budget.settle(count.units, spent)
        count.units = spent

    def _part(self, guest: _Guest) -> None:
        """The worker has died: what it had under way has cost what was expected."""
        for count in list(guest.inside):
            self._over(guest, count, count.units)
        if guest in self._queue:
            self._queue.remove(guest)
        del self._guests[guest.connection]
        guest.connection.close()


class RemoteGate:
    """The gate as a worker sees it: asks the gatekeeper."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._asking = threading.Lock()
        self._sending = threading.Lock()

    async def enter(self, tokens: int) -> bool:
        """Wait until the gatekeeper answers; who is cancelled meanwhile leaves at once."""
        asked = asyncio.get_running_loop().run_in_executor(None, self._ask, tokens)
        try:
            return await asyncio.shield(asked)
        except asyncio.CancelledError:
            asked.add_done_callback(lambda answer: self._leave_unused(answer, tokens))
            raise

    async def leave(self, tokens: int, spent: int) -> None:
        """Tell what the request has cost."""
        self._send("leave", tokens, spent)

    def _ask(self, tokens: int) -> bool:
        with self._asking:
            self._send("enter", tokens, 0)
            return bool(self._connection.recv())

    def _leave_unused(self, answer: asyncio.Future[bool], tokens: int) -> None:
        if not answer.cancelled() and answer.exception() is None and answer.result():
            self._send("leave", tokens, 0)

    def _send(self, word: str, tokens: int, spent: int) -> None:
        with self._sending:
            self._connection.send((word, tokens, spent))
