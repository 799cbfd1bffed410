"""The files a page offers for download, by the names of its links."""

from __future__ import annotations

import re
from urllib.parse import unquote

from lxml import etree

from .tree import text_of

_FILE = re.compile(r"\.(?:xlsx?|docx?|pdf|wps|et|csv|ofd|zip|rar|7z|pptx?|txt)$", re.IGNORECASE)
_LONGEST = 200


def attachments(root: etree._Element) -> tuple[str, ...]:
    """The attachments in order, by the text of the link where it is a file name, else by its address."""
    found = (_attachment(link) for link in root.iter("a"))
    return tuple(dict.fromkeys(name for name in found if name))


def is_attachment(link: etree._Element) -> bool:
    """Whether a link offers a file."""
    return _attachment(link) is not None


def _attachment(link: etree._Element) -> str | None:
    href = (link.get("href") or "").split("#")[0].split("?")[0].strip()
    text = " ".join(text_of(link)[:_LONGEST].split())
    if _FILE.search(text):
        return text
    if not _FILE.search(href):
        return None
    extension = href[href.rindex(".") :]
    return text + extension if text else unquote(href.rsplit("/", 1)[-1])
