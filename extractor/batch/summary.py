"""What a run came to: counts that grow with every line, and the text that closes it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from .line import Tally


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost, in whatever money the user counts in."""

    prompt: float
    completion: float

    def of(self, usage: Counter[str]) -> float:
        """The cost of this usage."""
        return (usage["prompt_tokens"] * self.prompt + usage["completion_tokens"] * self.completion) / 1e6


@dataclass
class Summary:
    """Counts over the lines of a run. `kept` lines are those of an earlier run that still hold.

    `errors` counts failed reports by kind, `findings` by (rule, severity); `flagged` counts reports
    with a doubt on some field or a finding; `again` counts why reports of an earlier run are read again.
    """

    total: int = 0
    done: int = 0
    kept: int = 0
    fields: int = 0
    flagged: int = 0
    seconds: float = 0.0
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    usage: Counter[str] = field(default_factory=Counter)
    again: Counter[str] = field(default_factory=Counter)
    price: Price | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def money(self) -> float | None:
        """What the model calls of this run have cost, None without a price."""
        return None if self.price is None else self.price.of(self.usage)

    @property
    def failed(self) -> int:
        """Reports whose line is an error."""
        return self.errors.total()

    @property
    def reports(self) -> int:
        """Reports that have their line."""
        return self.done + self.kept

    def add(self, tally: Tally, *, kept: bool = False) -> None:
        """Count one line."""
        if kept:
            self.kept += 1
        else:
            self.done += 1
            self.usage.update(tally.usage)
        self.fields += tally.fields
        self.flagged += tally.flagged
        self.findings.update(tally.findings)
        if tally.error is not None:
            self.errors[tally.error] += 1

    def lines(self) -> list[str]:
        """The closing text, a sentence a line."""
        text = [f"{self.reports} of {self.total} reports in {clock(self.seconds)}: {self._shares()}"]
        text += [f"{n} read again: {reason}" for reason, n in self.again.items()]
        text.append(f"fields: {self.fields}; reports with a flag or finding: {self.flagged}")
        if self.findings:
            text.append("findings by rule:")
            width = max(len(rule) for rule, _ in self.findings)
            ranked = sorted(self.findings.items(), key=lambda item: (-item[1], item[0]))
            text += [f"  {rule:<{width}}  {severity:<7}  {n}" for (rule, severity), n in ranked]
        if self.errors:
            text.append("failed, by kind of error:")
            text += [f"  {kind}  {n}" for kind, n in self.errors.most_common()]
        if self.usage:
            text.append(
                "model: " + ", ".join(f"{n} {key.replace('_', ' ')}" for key, n in self.usage.items())
            )
        if self.money is not None:
            text.append(f"cost: {self.money:.4f}")
        return text + self.notes

    def _shares(self) -> str:
        read = self.done + self.kept - self.failed
        kept = f"; {self.kept} of these lines are from an earlier run" if self.kept else ""
        return f"{read} read, {self.failed} failed{kept}"


def clock(seconds: float) -> str:
    """A length of time as people read it: `42 s`, `3:07 min`, `2:15:00 h`."""
    whole = round(seconds)
    if whole < 60:
        return f"{seconds:.1f} s" if seconds < 10 else f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}:{rest:02d} min"
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d} h"
