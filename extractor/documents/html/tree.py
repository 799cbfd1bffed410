"""Small operations on a tree that several modules need."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

_DROPPED = "dropped"


def text_of(element: etree._Element) -> str:
    """All characters in an element, with white space at its edges dropped."""
    if not len(element):
        return (element.text or "").strip()
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False).strip()


def drop(root: etree._Element, elements: Iterable[etree._Element]) -> None:
    """Remove elements but for the text behind them."""
    for element in elements:
        element.tag = _DROPPED
    etree.strip_elements(root, _DROPPED, with_tail=False)
