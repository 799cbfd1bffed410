"""Mistakes planted into a consistent report, each of which a reader must find."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from random import Random

from .forms import COLUMNS
from .identities import PARTS_OF_WHOLES, Number
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is planted: values that are misprinted, and how a finding would show that it was seen.

    `paths` must be named by a finding, or `quote` appear in its message. `mends` is the cell that
    crossing identities single out with its true value, where they do.
    """

    kind: str
    misprints: dict[str, Number] = field(default_factory=dict)
    paths: frozenset[str] = frozenset()
    quote: str | None = None
    mends: tuple[str, Number] | None = None


def plant(
    kind: str | None, sheets: Collection[Sheet], values: Mapping[str, Number], rng: Random
) -> Mistake | None:
    """A mistake of that kind in the tables; None where the kind is one of prose, or nothing fits."""
    printed = {path for sheet in sheets for path in sheet.paths()}
    if kind == "cell":
        return _cell(printed, values, rng)
    if kind == "total":
        return _misprint(kind, rng.choice(sorted(p for p in printed if _is_row_total(p))), values, rng)
    if kind == "remedy":
        stems = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
        return _misprint(kind, f"{rng.choice(stems)}.total", values, rng)
    if kind == "sum":
        wholes = ("requests.received.total", "requests.outcomes.total.total", "resources.staff_total")
        return _misprint(kind, rng.choice([p for p in wholes if p in printed]), values, rng)
    if kind == "part":
        return _part(printed, values, rng)
    return None


def _is_row_total(path: str) -> bool:
    return path.startswith("requests.outcomes.") and path.endswith(".total") and path.count(".") == 4


def _cell(printed: Collection[str], values: Mapping[str, Number], rng: Random) -> Mistake:
    """A cell inside section three: one row and one column no longer add up, and cross in it."""
    ends = tuple(f".{column}" for column in COLUMNS[:-1])
    inner = sorted(
        p for p in printed if p.startswith("requests.outcomes.") and p.endswith(ends)
        and not p.startswith("requests.outcomes.total.")
    )  # fmt: skip
    path = rng.choice(inner)
    wrong = _off(values[path], rng)
    return Mistake("cell", {path: wrong}, frozenset({path}), mends=(path, values[path]))


def _misprint(kind: str, path: str, values: Mapping[str, Number], rng: Random) -> Mistake:
    return Mistake(kind, {path: _off(values[path], rng)}, frozenset({path}))


def _off(value: Number, rng: Random) -> Number:
    """A wrong figure as it comes about: one more or less, a digit too many, a lost digit.

    None is one that may be the true figure rounded.
    """
    options = {int(value) + rng.randint(1, 9), int(value) * 10 + 3, int(value) // 10, max(0, int(value) - 1)}
    return rng.choice(sorted(o for o in options - {value} if o == 0 or o % 1000))


def _part(printed: Collection[str], values: Mapping[str, Number], rng: Random) -> Mistake | None:
    pairs = [(part, whole) for part, whole in PARTS_OF_WHOLES if part in printed and whole in printed]
    if not pairs:
        return None
    part, whole = rng.choice(pairs)
    return Mistake("part", {part: int(values[whole]) + rng.randint(1, 9)}, frozenset({part, whole}))
