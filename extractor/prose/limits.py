"""How much text may be that of one report, and how a reader is told that more was not read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from ..values import Finding, Severity
from .sentences import Sentence
from .text import Running

MOST_SENTENCES = 20_000
MOST_CHARACTERS = 500_000
"""So many sentences with a number or a denial, and characters in them, are read; the longest reports have a
tenth of that."""

_QUOTED = 40


def within_limits(found: Iterable[Sentence]) -> tuple[deque[Sentence], Sentence | None]:
    """The sentences that are read, and the first that is too much."""
    kept: deque[Sentence] = deque()
    characters = 0
    for sentence in found:
        characters += len(sentence.text)
        if len(kept) == MOST_SENTENCES or characters > MOST_CHARACTERS:
            return kept, sentence
        kept.append(sentence)
    return kept, None


def unread_from(sentence: Sentence, running: Running) -> Finding:
    """A warning that nothing was read as running text from this sentence on."""
    stop = sentence.start + min(len(sentence.text), _QUOTED)
    return Finding(
        rule="prose.too_long",
        severity=Severity.WARNING,
        message=(
            "此处以前含数字的文字已过多,不像一份报告;此处起的文字未读取,请检查文件 / too many sentences have "
            "figures for one report; from here on none was read; check the file"
        ),
        spans=(running.span(sentence.start, stop),),
    )
