"""Headings that divide a report into sections, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's role (`requests`, `problems`, …) and the titles it goes by, official one first.

    Titles are simplified Chinese without enumerator, spaces or punctuation.
    """

    role: str
    titles: tuple[str, ...]
