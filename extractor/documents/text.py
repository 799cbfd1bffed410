"""Text, Markdown and HTML: what is decoded first and told apart by its characters."""

from __future__ import annotations

import hashlib
import re

from ..errors import InputError
from ..values import Document, Source
from .encoding import decode
from .html import Page, read_page
from .inline_tables import inline_grids

# A page, or a fragment of one, begins with a tag (behind comments and declarations at most).
_HTML_HEAD = re.compile(
    r"\s*(?:<!--.{0,5000}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|link|script|style"
    r"|div|table|tbody|tr|td|p|span|center|font|h[1-6]|section|article|main|ul|br|form|a|b|strong)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ROOT = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_HTML_CLOSING = re.compile(r"</(?:p|div|span|li)\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:#{1,6} +\S|\|?[^\S\n]*:?-{3,}:?[^\S\n]*\|[-:| ]*$)", re.MULTILINE)
_HEAD = 20_000


def read(data: bytes, name: str) -> Document:
    """The document in a text file. Its text is the decoded file, unchanged, but for HTML: rendered."""
    decoded = decode(data, name)
    media_type = _media_type(decoded.text)
    if media_type == "text/html":
        page = read_page(decoded.text, name)
    else:
        page = Page(decoded.text, inline_grids(decoded.text))
    if not page.text.strip():
        raise InputError(f"{name} holds no text")
    source = Source(
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type,
        encoding=decoded.encoding,
        characters=len(page.text),
        attachments=page.attachments,
    )
    return Document(page.text, source, page.grids, notices=decoded.notices + page.notices)


def _media_type(text: str) -> str:
    if _is_html(text):
        return "text/html"
    return "text/markdown" if _MARKDOWN.search(text) else "text/plain"


def _is_html(text: str) -> bool:
    """Whether the text is a page or a fragment of one, and not Markdown that holds some tags."""
    if _HTML_HEAD.match(text) or _HTML_ROOT.search(text, 0, _HEAD):
        return True
    return sum(1 for _ in _HTML_CLOSING.finditer(text, 0, _HEAD)) >= 5
