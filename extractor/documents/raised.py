"""Raised digits: the mark of a footnote behind a number is no digit of it."""

from __future__ import annotations

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """The text as it is written above the line, its digits as ¹²³."""
    return text.translate(_SUPERSCRIPTS)
