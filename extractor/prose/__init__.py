"""numbers, units, clauses → observations"""

from __future__ import annotations

from ..declare import Schema
from ..values import Document, Testimony
from ..views import View


def read(document: Document, view: View, schema: Schema) -> Testimony:
    """What this witness has to say of the document; `view` is the reading view of its text."""
    return Testimony()


__all__ = ["read"]
