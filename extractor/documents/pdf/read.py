"""A PDF file → Document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from ...errors import NeedsOcrError
from ...values import Document, Notice, Source
from .layout import PageLayout, lay_out, without_running_heads
from .overleaf import rows_joined
from .pages import read_pages
from .writer import Writer

_REASONS = {
    "picture": ("为扫描图像", "is a picture"),
    "glyphs": ("的字体没有字符编码", "has a font without characters"),
    "damaged": ("已损坏", "is damaged"),
}
_DOUBTS = {
    "unseen": ("的文字是不可见的识别层,可能有误", "an invisible layer of OCR, which may be wrong"),
    "cut": ("有文字超出页边,未读取", "text beyond the page's edge, not read"),
    "crowded": ("线条过多,未识别表格", "too many lines, tables were not looked for"),
    "unruled": ("有无框线的表格,请核对其数字", "a table without lines; check its figures"),
}
"""What is to be said of pages of which this is true."""


def read(data: bytes, name: str) -> Document:
    """The document in a PDF: its text in reading order, ruled tables as grids, and where all of it stands.

    Raises NeedsOcrError if no page can be read, InputError for an encrypted or damaged file. Pages that
    cannot be read beside others that can are named in a notice.
    """
    pages: list[PageLayout] = []
    height = 0.0
    for page in read_pages(data, name):
        if isinstance(page, int):
            pages.append(PageLayout(page, (), "damaged"))
        else:
            height = max(height, page.height)
            pages.append(lay_out(page))
    if not any(layout.items for layout in pages):
        raise NeedsOcrError(f"{name} {_why(pages)}; it needs OCR: run it through OCR and give the result")
    writer = Writer()
    for layout in rows_joined(without_running_heads(pages, height)):
        writer.page(layout.number, layout.items, cut=layout.cut)
    text = writer.text
    source = Source(name, hashlib.sha256(data).hexdigest(), "application/pdf", None, len(text))
    return Document(
        text,
        source,
        writer.grids,
        notices=tuple(_notices(pages)),
        guessed=writer.guessed,
        locate=writer.places.locate,
    )


def _why(pages: Sequence[PageLayout]) -> str:
    reasons = {page.unread for page in pages}
    if "glyphs" in reasons:
        return "has fonts whose characters it does not tell"
    return "holds pictures of pages" if "picture" in reasons else "holds no text"


def _notices(pages: Sequence[PageLayout]) -> Iterator[Notice]:
    for reason, (chinese, english) in _REASONS.items():
        numbers = [page.number for page in pages if page.unread == reason]
        if numbers:
            listed = "、".join(map(str, numbers))
            message = (
                f"第{listed}页{chinese},未能读取 / page {', '.join(map(str, numbers))} {english}; not read"
            )
            yield Notice("pdf.unread_pages", message)
    for rule, (chinese, english) in _DOUBTS.items():
        if numbers := [page.number for page in pages if getattr(page, rule)]:
            listed = "、".join(map(str, numbers))
            message = f"第{listed}页{chinese} / page {', '.join(map(str, numbers))}: {english}"
            yield Notice(f"pdf.{rule}_pages", message)
