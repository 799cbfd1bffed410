"""Headings that divide a report into sections, as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's role (`requests`, `problems`, …), the titles it goes by, and the words that tell it.

    Titles are simplified Chinese without enumerator, the official one first; spaces and punctuation in
    them make no difference. `cues` are parts of titles by which an enumerated line that is none of the
    titles is recognised. Without a role: lines that look like headings and are none.
    """

    role: str | None
    titles: tuple[str, ...]
    cues: tuple[str, ...] = ()
