"""What the model cost, counted while it is being asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..result import Usage


@dataclass(slots=True)
class Meter:
    """Counts requests, tokens, cache hits, re-asks, retries, discarded answers and unread sections."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cache_hits: int = 0
    re_asks: int = 0
    retries: int = 0
    unread: int = 0
    discarded: Counter[str] = field(default_factory=Counter)

    @property
    def tokens(self) -> int:
        """Prompt and completion tokens so far."""
        return self.prompt_tokens + self.completion_tokens

    def usage(self) -> Usage:
        """The counts in the shape of the result."""
        return Usage(
            llm_calls=self.calls,
            prompt_tokens=self.prompt_tokens,
            completion_tokens=self.completion_tokens,
            cache_hits=self.cache_hits,
            re_asks=self.re_asks,
            retries=self.retries,
            unread_sections=self.unread,
            discarded_answers=dict(sorted(self.discarded.items())),
        )
