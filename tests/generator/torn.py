"""Markdown made from a PDF: rows of numbers torn from their labels, fragments, page markers inside.

Within one fragment the labels all stand on the same side of their numbers, as a converter that
lost the ruling lines writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from .sheet import Box, Kind, Row, Sheet

RULE = "---"


@dataclass
class Pages:
    """Counts the page markers put between fragments."""

    style: str
    number: int = 1
    running_head: str = ""

    def turn(self) -> list[str]:
        """The marker of the next page break, with the running head of the page that follows."""
        self.number += 1
        return ["", self.style.format(self.number), *([self.running_head] if self.running_head else []), ""]


def pages(rng: Random, title: str) -> Pages:
    """Page markers in a random style; sometimes each page repeats the title."""
    style = rng.choice(("- {} -", "— {} —", "{}", "第 {} 页"))
    return Pages(style, rng.randint(1, 4), title.replace("\n", "") if rng.random() < 0.25 else "")


def tear(sheet: Sheet, rng: Random, turn: Pages) -> list[str]:
    """The lines of the torn sheet; in order, with nothing lost, so that every cell can be placed."""
    lines: list[str] = []
    rows = list(sheet.rows)
    while rows:
        size = rng.randint(3, 12)
        fragment, rows = rows[:size], rows[size:]
        writer = rng.choice((_whole, _before, _after, _labels_first, _numbers_first))
        lines += writer(fragment, rng)
        if rows and rng.random() < 0.5:
            lines += turn.turn()
        lines.append("")
    return lines


def _pipe(texts: Sequence[str]) -> str:
    return "|" + "|".join(text.replace("\n", "<br>") for text in texts) + "|"


def _numbers(row: Row) -> str:
    return _pipe([box.text for box in row if box.kind in (Kind.VALUE, Kind.VOID, Kind.UNIT)])


def _names(row: Row) -> str:
    return " ".join(box.text.replace("\n", "") for box in row if box.kind is Kind.LABEL)


def _heads(row: Row, rng: Random) -> list[str]:
    """A row without values: its boxes in pipes, or glued together."""
    texts = [box.text.replace("\n", "") for box in row]
    if rng.random() < 0.3:
        return ["".join(texts)]
    return [_pipe(texts)]


def _figured(box: Box) -> bool:
    return box.kind in (Kind.VALUE, Kind.VOID)


def _whole(rows: Sequence[Row], rng: Random) -> list[str]:
    """Labels and numbers in one row of pipes, below a rule."""
    first, *rest = (_pipe([box.text for box in row]) for row in rows)
    return [first, _pipe([RULE] * max(len(row) for row in rows)), *rest]


def _one_by_one(write: Callable[[Row], list[str]]) -> Callable[[Sequence[Row], Random], list[str]]:
    def writer(rows: Sequence[Row], rng: Random) -> list[str]:
        lines: list[str] = []
        for row in rows:
            lines += write(row) if any(map(_figured, row)) else _heads(row, rng)
        return lines

    return writer


_before = _one_by_one(lambda row: [*filter(None, [_names(row)]), _numbers(row)])
_after = _one_by_one(lambda row: [_numbers(row), *filter(None, [_names(row)])])


def _runs(rows: Sequence[Row]) -> list[list[Row]]:
    """Neighbouring rows of one kind: with figures, or without."""
    runs: list[list[Row]] = []
    for row in rows:
        kind = any(map(_figured, row))
        if runs and any(map(_figured, runs[-1][0])) == kind:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _labels_first(rows: Sequence[Row], rng: Random) -> list[str]:
    """A block of labels, then the block of their numbers."""
    return _blocks(rows, rng, labels_first=True)


def _numbers_first(rows: Sequence[Row], rng: Random) -> list[str]:
    """A block of numbers, then the block of their labels."""
    return _blocks(rows, rng, labels_first=False)


def _blocks(rows: Sequence[Row], rng: Random, *, labels_first: bool) -> list[str]:
    lines: list[str] = []
    for run in _runs(rows):
        if not any(map(_figured, run[0])):
            lines += [line for row in run for line in _heads(row, rng)]
            continue
        names = [_names(row) for row in run if _names(row)]
        numbers = [_numbers(row) for row in run]
        lines += [*names, *numbers] if labels_first else [*numbers, *names]
    return lines
