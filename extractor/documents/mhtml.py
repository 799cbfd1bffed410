"""A page saved as one file (MHTML), as browsers and Word do; often it is named .doc."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from ..errors import InputError
from ..values import Document
from .text import read as read_text

LIMIT_PARTS = 10_000


def read(data: bytes, name: str) -> Document:
    """The document in the first page of an MHTML file; its pictures and styles are not looked at."""
    if data.count(b"\n--") > LIMIT_PARTS:
        raise InputError(f"{name} has more than {LIMIT_PARTS} parts; save the page as HTML and give that")
    message = message_from_bytes(data, EmailMessage, policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = page.get_payload(decode=True) if page is not None else None
    if not isinstance(content, bytes) or not content:
        raise InputError(f"{name} is a saved page without its text; save it again as HTML and give that")
    document = read_text(content, name)
    source = replace(document.source, media_type="multipart/related", sha256=hashlib.sha256(data).hexdigest())
    return replace(document, source=source)
