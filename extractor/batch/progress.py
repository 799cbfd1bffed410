"""How a run tells people how far it is: a bar on a terminal, plain lines elsewhere, or nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol, TextIO

from .summary import Summary, clock

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PLAIN_SECONDS = 10.0
"""Where there is no terminal, a line so often."""

REDRAW_SECONDS = 0.1


class Progress(Protocol):
    """Told of every line that is done; `close` ends it."""

    def update(self, summary: Summary) -> None:
        """Show how far the run is."""

    def close(self) -> None:
        """Leave the terminal as it was."""


def make_progress(stream: TextIO, *, quiet: bool = False) -> Progress:
    """The kind of progress that fits the stream."""
    if quiet:
        return Silent()
    return OnTerminal(stream) if stream.isatty() else PlainLines(stream)


class Silent:
    """Says nothing."""

    def update(self, summary: Summary) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


class PlainLines:
    """A line every PLAIN_SECONDS, for logs."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._said_at = self._started_at = time.monotonic()

    def update(self, summary: Summary) -> None:
        """Print a line if it is time for one."""
        now = time.monotonic()
        if now - self._said_at >= PLAIN_SECONDS:
            self._said_at = now
            print(describe(summary, now - self._started_at), file=self._stream, flush=True)

    def close(self) -> None:
        """Nothing to restore."""


class OnTerminal:
    """A bar that stays on one line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: Bar | None = None
        self._summary: Summary | None = None
        self._drawn_at = 0.0
        self._started_at = time.monotonic()

    def update(self, summary: Summary) -> None:
        """Redraw, but not for every one of many lines that are done at once."""
        self._summary, now = summary, time.monotonic()
        if now - self._drawn_at >= REDRAW_SECONDS:
            self._drawn_at = now
            self._draw(summary)

    def close(self) -> None:
        """Draw the end, and no more."""
        if self._summary is not None:
            self._draw(self._summary)
        if self._bar is not None:
            self._bar.stop()

    def _draw(self, summary: Summary) -> None:
        if self._bar is None:
            self._bar = self._make()
            self._task = self._bar.add_task("", total=summary.total, text="")
        text = describe(summary, time.monotonic() - self._started_at)
        self._bar.update(self._task, completed=summary.reports, text=text)

    def _make(self) -> Bar:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        columns = (BarColumn(bar_width=24), TextColumn("{task.fields[text]}", markup=False))
        bar = Progress(*columns, console=Console(file=self._stream), refresh_per_second=4)
        bar.start()
        return bar


def describe(summary: Summary, seconds: float) -> str:
    """How far the run is, in one line: reports, failed, flagged, rate, time left, tokens."""
    rate = summary.done / seconds if seconds > 0 else 0.0
    left = (summary.total - summary.reports) / rate if rate else None
    parts = [
        f"{summary.reports}/{summary.total} reports",
        f"{summary.failed} failed",
        f"{summary.flagged} flagged",
        f"{rate:.1f}/s",
        f"{clock(left)} left" if left is not None else "",
    ]
    tokens = summary.usage["prompt_tokens"] + summary.usage["completion_tokens"]
    if tokens:
        parts.append(f"{tokens} tokens")
    if summary.money is not None:
        parts.append(f"cost {summary.money:.2f}")
    return ", ".join(part for part in parts if part)
