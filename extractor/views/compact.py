"""A view without white space, so that words and numbers broken over lines are whole again."""

from __future__ import annotations

import re

from .view import View

_SPACE = re.compile(r"\s+")


def compact_view(view: View) -> View:
    """The view with all white space dropped, but for one space where it parts two digits.

    `2023 年1 月` becomes `2023年1月`; the cells `0`, `0` on lines of their own stay two numbers.
    """
    text = view.text
    edits: list[tuple[int, int, str]] = []
    for match in _SPACE.finditer(text):
        before = text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        edits.append((match.start(), match.end(), " " if before.isdigit() and after.isdigit() else ""))
    return view.replaced(edits)
