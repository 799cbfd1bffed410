"""A page as a reader sees it: its text, its tables, and the files it offers."""

from __future__ import annotations

from dataclasses import dataclass

from ...values import Grid, Notice
from .attachments import attachments
from .parse import parse
from .prune import prune
from .render import render


@dataclass(frozen=True, slots=True)
class Page:
    """`text` has one line for each block and for each table row, cells parted by ` | `."""

    text: str
    grids: tuple[Grid, ...] = ()
    attachments: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_page(markup: str, name: str) -> Page:
    """The page in this markup. Raises TooLargeError for more tags than any report has."""
    root, parse_notices = parse(markup, name)
    if root is None:
        return Page("", notices=parse_notices)
    files = attachments(root)
    prune(root)
    rendered = render(root)
    return Page(rendered.text, rendered.grids, files, parse_notices + rendered.notices)
