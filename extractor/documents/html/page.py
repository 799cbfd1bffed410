"""A page as a reader sees it: its text, its tables, and the files it offers."""

from __future__ import annotations

from dataclasses import dataclass

from ...values import Grid, Notice
from .attachments import attachments
from .heading import ensure_heading, page_title
from .parse import parse
from .prune import drop_unseen, prune
from .render import render

_LITTLE_TEXT = 400
_FILES_NAMED = 3


@dataclass(frozen=True, slots=True)
class Page:
    """`text` has one line for each block and for each table row, cells parted by ` | `.

    The first is the title of the page where the rest does not have it.
    """

    text: str
    grids: tuple[Grid, ...] = ()
    attachments: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_page(markup: str, name: str) -> Page:
    """The page in this markup. Raises TooLargeError for more tags than any report has."""
    root, parse_notices = parse(markup, name)
    if root is None:
        return Page("", notices=parse_notices)
    title = page_title(root)
    drop_unseen(root)
    files = attachments(root)
    prune(root)
    ensure_heading(root, title)
    rendered = render(root)
    notices = (*parse_notices, *rendered.notices, *_report_elsewhere(rendered.text, files))
    return Page(rendered.text, rendered.grids, files, notices)


def _report_elsewhere(text: str, files: tuple[str, ...]) -> tuple[Notice, ...]:
    """A page that says little and offers files: the report is likely one of them."""
    if not files or len(text) > _LITTLE_TEXT:
        return ()
    names = "、".join(files[:_FILES_NAMED])
    message = f"页面正文很短,报告可能在附件中:{names} / the report may be an attachment: {names}"
    return (Notice("html.attachment", message),)
