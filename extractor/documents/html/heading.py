"""The title of a page that its text does not repeat."""

from __future__ import annotations

import re

from lxml import etree

from .tree import text_of

_SPACE = re.compile(r"\s+")
_SITE = re.compile(r"[_|｜]|\s[-—–]+\s|(?<![0-9])[-—–]+(?![0-9])")
_YEAR = re.compile(r"[0-9]{4}\s*学?年|[二〇○零一九]{4}年")


def page_title(root: etree._Element) -> str | None:
    """What the page calls itself, up to the name of the site; None where that is no paper of some year."""
    for element in root.iter("title"):
        title = _SITE.split(" ".join(text_of(element).split()))[0].strip()
        return title if _YEAR.search(title) else None
    return None


def ensure_heading(root: etree._Element, title: str | None) -> None:
    """Put the title at the beginning of the page, in place, if it is nowhere in its text."""
    if title is None or _SPACE.sub("", title) in _SPACE.sub("", text_of(root)):
        return
    body = next(root.iter("body"), root)
    heading = etree.Element("h1")
    heading.text = title
    heading.tail = body.text
    body.text = None
    body.insert(0, heading)
