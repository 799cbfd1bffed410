"""What happens to a finished text on its way: scripts, spaces, page numbers, lost lines, web text."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from random import Random
from typing import Protocol

from .ink import MARK, bare, width

_MARKS = "[\U000f0000-\U0010fffd]*"


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter(config: str) -> _Converter:
    from opencc import OpenCC

    made: _Converter = OpenCC(config)
    return made


def to_traditional(text: str, *, words: bool) -> str:
    """The text in traditional characters; with `words`, also in the vocabulary of Taiwan."""
    return _converter("s2twp" if words else "s2t").convert(text)


def spaced_digits(text: str) -> str:
    """A space between a number and the character after it, as PDF text has (`2023 年`)."""
    return re.sub(rf"(?<=[0-9])({_MARKS})(?=[年月日条件次个人])", r"\1 ", text)


def wrapped(text: str, room: int) -> list[str]:
    """The text in lines of about `room` characters; no number is broken, no line begins with a stop."""
    tokens = re.findall(rf"{_MARKS}(?:[0-9.,%]+{_MARKS} ?|.){_MARKS}[，。；：、）”]*", text, re.DOTALL)
    lines, line, used = [], "", 0
    for token in tokens:
        size = width(token)
        if used and used + size > room:
            lines.append(line)
            line, used = "", 0
        line += token
        used += size
    return [*lines, line] if line else lines


def deduplicated(lines: list[str], rng: Random) -> list[str]:
    """The lines without repeated ones: all but the first of a run, or every second, or all but the first."""
    mode = rng.random()
    if mode > 0.75:
        return _each_once(lines)
    every_second = mode < 0.4
    kept: list[str] = []
    last: str | None = None
    for line in lines:
        text = bare(line).strip()
        if text and text != "|" and text == last:
            last = None if every_second else text
            continue
        kept.append(line)
        last = text if text != "|" else last
    return kept


def _each_once(lines: list[str]) -> list[str]:
    seen: set[str] = set()
    kept = []
    for line in lines:
        text = bare(line).strip()
        if text in ("", "|") or text not in seen:
            kept.append(line)
        seen.add(text)
    return kept


def without_some(lines: list[str], rng: Random) -> list[str]:
    """The lines but for one to four, lost anywhere.

    A value is not lost together with the label behind it: the next value would seem to be its own.
    """
    lost = set(rng.sample(range(len(lines)), min(len(lines), rng.randint(1, 4))))
    told = [n for n, line in enumerate(lines) if bare(line).strip(" |")]
    for one, other in pairwise(told):
        if {one, other} <= lost and MARK.search(lines[one]) and not MARK.search(lines[other]):
            lost.discard(other)
    return [line for n, line in enumerate(lines) if n not in lost]


def skeleton(lines: list[str], rng: Random) -> list[str]:
    """A table of which only the bars are left, and here and there a label."""
    kept = []
    for line in lines:
        if MARK.search(line):
            kept.append("| " * max(2, line.count("|")))
        elif rng.random() < 0.1:
            kept.append(line)
        else:
            kept.append("| " * max(1, line.count("|")))
    return kept
