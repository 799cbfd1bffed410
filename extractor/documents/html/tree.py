"""Small readings of a tree that several modules need."""

from __future__ import annotations

from lxml import etree


def text_of(element: etree._Element) -> str:
    """All characters in an element, with white space at its edges dropped."""
    if not len(element):
        return (element.text or "").strip()
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False).strip()
