"""Divides a document into sections by the headings a schema declares."""

from __future__ import annotations

from collections.abc import Sequence

from ..declare import Heading
from ..values import Document
from ..views import View


def divide(document: Document, view: View, headings: Sequence[Heading]) -> Document:
    """The document with its sections; `view` is the reading view of its text."""
    return document
