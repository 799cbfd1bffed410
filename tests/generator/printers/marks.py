"""Marks in a text that is printed: they take no room, and a printer tells where they stand."""

from __future__ import annotations

import re

MARK = re.compile("[\U000f0000-\U0010fffd]")
"""A character of the supplementary private planes."""


def bare(text: str) -> str:
    """The text without marks."""
    return MARK.sub("", text)
