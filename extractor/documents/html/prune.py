"""Reduces a tree to what is shown and to the tags that shape its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ..raised import raised
from .chrome import drop_chrome
from .tags import INLINE, SILENT
from .tree import drop

_HIDDEN = etree.XPath("descendant::*[@hidden]")
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def drop_unseen(root: etree._Element) -> None:
    """Drop, in place, what is not shown, and the parts of a page that are never its content."""
    etree.strip_elements(root, *SILENT, with_tail=False)
    drop(root, list(_invisible(root)))


def prune(root: etree._Element) -> None:
    """Drop, in place, what surrounds the content, and the tags that make no difference to the text.

    A number split over several spans is whole again thereby, but not joined with the mark of a footnote.
    """
    drop_chrome(root)
    for element in (inner for mark in root.iter("sup") for inner in mark.iter()):
        element.text = raised(element.text or "")
    etree.strip_tags(root, *INLINE)


def _invisible(root: etree._Element) -> Iterator[etree._Element]:
    for element in root.iter():
        style = element.get("style")
        if style is not None and _INVISIBLE.search(style):
            yield element
    hidden = _HIDDEN(root)
    if isinstance(hidden, list):
        yield from (element for element in hidden if isinstance(element, etree._Element))
