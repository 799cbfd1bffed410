"""Markup → tree, with defences against pages made to exhaust a parser."""

from __future__ import annotations

import re

from lxml import etree

from ...errors import TooLargeError
from ...values import Notice

LIMIT_TAGS = 1_000_000
"""Real reports have some thousands of tags; a tree of a million takes about 0.5 GB."""

# The parser compares each attribute of a tag with all others, so a tag of thousands takes minutes. Of
# long tags, and of all tags of a large page, only the attributes that are looked at are kept.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]*)(\s[^<>]{500,})>?")
_ANY_TAG = re.compile(r"<([a-zA-Z][\w:-]*)(\s[^<>]+)>?")
_LARGE_PAGE = 4_000_000
_ATTRIBUTE = re.compile(
    r"\b(rowspan|colspan|style|hidden|href|class|id|type|value)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)",
    re.IGNORECASE,
)

# Tags without which the text and its tables stay what they are; the ones that pile up unclosed.
_INLINE_TAG = re.compile(
    r"</?(?!(?:table|tr|td|th|br|script|style|noscript|template|title)\b)[a-zA-Z][^<>]{0,2100}>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(r"</?(?:p|div|li|h\d|section|article|ul|ol|dl|dt|dd)\b", re.IGNORECASE)
_SILENT = re.compile(r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,2100}>")


def parse(markup: str, name: str) -> tuple[etree._Element | None, tuple[Notice, ...]]:
    """The root of the tree, None for a page without content, and what had to be given up to get it.

    Raises TooLargeError for markup with more than LIMIT_TAGS tags.
    """
    if markup.count("<") > LIMIT_TAGS:
        raise TooLargeError(f"{name} has more than {LIMIT_TAGS} tags, the limit for one report")
    tags = _ANY_TAG if len(markup) > _LARGE_PAGE else _LONG_TAG
    markup = tags.sub(_reduced, markup).replace("\0", " ")
    root, whole = _tree(markup)
    if whole:
        return root, ()
    for flatter in (_without_inline_tags, _without_tags):
        root, whole = _tree(flatter(markup))
        if whole:
            break
    message = "标签嵌套过深,已去除部分标签 / tags are nested too deeply, some of them were dropped"
    return root, (Notice("html.depth", message),)


def _tree(markup: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether it holds the whole page: at its limit of depth the parser stops."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    data = markup.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.ParserError:
        return None, True
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return root, all(entry.type != limit for entry in parser.error_log)


def _reduced(match: re.Match[str]) -> str:
    """The tag with the first of each attribute that is looked at."""
    if "=" not in match[2]:
        return f"<{match[1]}>"
    kept: dict[str, str] = {}
    for attribute in _ATTRIBUTE.finditer(match[2]):
        kept.setdefault(attribute[1].lower(), attribute[0])
    return f"<{match[1]} {' '.join(kept.values())}>"


def _without_inline_tags(markup: str) -> str:
    return _INLINE_TAG.sub(lambda m: "<br>" if _BLOCK_TAG.match(m[0]) else "", markup)


def _without_tags(markup: str) -> str:
    return "<pre>" + _TAG.sub("\n", _SILENT.sub("", markup))
