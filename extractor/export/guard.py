"""Keeps text out of reports from being run as a formula by a spreadsheet."""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?[\d,]+(\.\d+)?%?")


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula when it reads it as typed in.

    >>> looks_like_formula("=1+1"), looks_like_formula("-35")
    (True, False)
    """
    return text.startswith(_FORMULA) and _NUMBER.fullmatch(text) is None


def guarded(text: str) -> str:
    """The text with `'` before it where it could be taken for a formula, as spreadsheets mark text."""
    return f"'{text}" if looks_like_formula(text) else text
