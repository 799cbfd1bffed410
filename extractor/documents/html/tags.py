"""What the tags of HTML mean for the text of a page."""

from __future__ import annotations


def _tags(names: str) -> tuple[str, ...]:
    return tuple(names.split())


SILENT = _tags(
    "aside audio button canvas footer head iframe map math nav noscript object rp rt script select style svg"
    " template video xml"
)
"""Not shown as text, or not part of what the page is about."""

INLINE = _tags(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q ruby s samp"
    " small span strike strong sub sup time tt u var wbr"
)
"""Part of the running text."""

BLOCKS = frozenset(
    _tags(
        "address article blockquote body br caption center dd details dir div dl dt fieldset figcaption"
        " figure form h1 h2 h3 h4 h5 h6 header hr legend li main menu ol p pre section summary textarea ul"
    )
)
"""On lines of their own."""

CELLS = frozenset(("td", "th"))
PREFORMATTED = frozenset(("pre", "textarea"))

INPUTS = frozenset(("text", "number", "tel"))
"""Kinds of form fields whose value is shown."""
