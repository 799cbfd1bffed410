"""Reduces a tree to what is shown and to the tags that shape its text."""

from __future__ import annotations

import re

from lxml import etree

from .tags import INLINE, SILENT

_HIDDEN = "hidden"
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def prune(root: etree._Element) -> None:
    """Drop, in place, what a browser does not show, and the tags that make no difference to the text.

    A number split over several spans is whole again thereby.
    """
    etree.strip_elements(root, *SILENT, with_tail=False)
    for element in root.iter():
        if _is_invisible(element):
            element.tag = _HIDDEN
    etree.strip_elements(root, _HIDDEN, with_tail=False)
    etree.strip_tags(root, *INLINE)


def _is_invisible(element: etree._Element) -> bool:
    style = element.get("style")
    if style is not None and _INVISIBLE.search(style):
        return True
    return element.get("hidden") is not None
