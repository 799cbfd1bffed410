"""What surrounds a report on its page: navigation, breadcrumbs, related links, footers.

It is told by what it is made of, links above all, and only then by its names; whatever might be part of
a report stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .attachments import is_attachment
from .tags import CELLS
from .tree import drop, text_of

_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_BLOCKS = frozenset(
    ("div", "ul", "ol", "dl", "li", "dd", "dt", "p", "section", "center", "table", "form", "td", "th")
)

# Share of a block's words that are links, and the number of links (in a list), from which it is navigation.
_MOSTLY = 0.7
_LINKS = 3
_LINKS_OF_LIST = 2
_LISTS = ("ul", "ol", "dl")
_LEVELS = 12

# Words beside links that say what the links are for; then one link is enough.
_PURPOSE = re.compile(
    "您?(?:现在|目前|当前|所在|您)的?(?:所在)?位置|[上下]一[篇条页]|相关(?:阅读|链接|信息|文章|新闻|稿件|文件|推荐)|推荐阅读"
    "|友情链接|分享到|返回(?:顶部|首页)|网站(?:地图|导航)|無障礙|无障碍|網站(?:地圖|導航)|目前位置|相關連結"
)

# Names that pages give to what is not their content.
_NAME = re.compile(
    r"(?:^|[\s_-])(?:foot|footer|copyright|bottom|nav|navbar|navigation|menu|mainmenu|breadcrumbs?|crumbs?|dqwz|weizhi"
    r"|sidebar|share|bdshare\w*|related|xgyd|xgwd|xglj|friend|friendlinks?|yqlj|pager|prenext|toolbar|login|search"
    r"|qrcode|ewm|sitemap|topbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_NAMED = 300

# Marks that every site of an authority must print at its foot.
_FOOT = ("ICP备", "ICP備", "公网安备", "公網安備", "网站标识码", "網站標識碼", "版权所有", "版權所有")
_LONGEST_FOOT = 400

# What only the text of a report has.
_SECTION = re.compile("[一二三四五六]、")


def drop_chrome(root: etree._Element) -> None:
    """Remove, in place, what is not the content of the page; the cells of tables stay, empty."""
    doomed = [*_navigation(root), *_named(root), *_feet(root)]
    for cell in doomed:
        if cell.tag in CELLS:
            cell.text = None
            for child in cell:
                child.tail = None
    drop(root, (part for block in doomed for part in (list(block) if block.tag in CELLS else [block])))


@dataclass(slots=True)
class _Links:
    """How many links a block holds, and how many words they are."""

    count: int = 0
    words: int = 0


def _navigation(root: etree._Element) -> Iterator[etree._Element]:
    """The largest blocks that are made of links."""
    level: dict[etree._Element, _Links] = {}
    for link in root.iter("a"):
        if _leads_away(link) and (block := _block_around(link)) is not None:
            _add(level, block, _Links(1, _words(link)))
    for _ in range(_LEVELS):
        above: dict[etree._Element, _Links] = {}
        for block, links in level.items():
            if not _is_made_of(block, links):
                continue
            parent = _block_around(block)
            if parent is not None:
                _add(above, parent, links)
            if links.count >= (_LINKS_OF_LIST if block.tag in _LISTS else _LINKS) or _PURPOSE.search(
                text_of(block)
            ):
                yield block
        level = above
        if not level:
            return


def _add(level: dict[etree._Element, _Links], block: etree._Element, links: _Links) -> None:
    held = level.setdefault(block, _Links())
    held.count += links.count
    held.words += links.words


def _leads_away(link: etree._Element) -> bool:
    """Whether the link goes to another page, and not to a place in this one or to an attachment."""
    href = (link.get("href") or "").strip()
    return bool(href) and not href.startswith("#") and not is_attachment(link)


def _block_around(element: etree._Element) -> etree._Element | None:
    return next((e for e in element.iterancestors() if e.tag in _BLOCKS), None)


def _is_made_of(block: etree._Element, links: _Links) -> bool:
    words = _words(block)
    return words > 0 and links.words >= _MOSTLY * words


def _words(element: etree._Element) -> int:
    return len(_IDEOGRAPH.findall(_PURPOSE.sub("", text_of(element))))


def _named(root: etree._Element) -> Iterator[etree._Element]:
    """The blocks that are named as what surrounds the content."""
    for element in root.iter("div", "ul", "section", "table"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _NAME.search(name) and _is_small(element, _LONGEST_NAMED):
            yield element


def _feet(root: etree._Element) -> Iterator[etree._Element]:
    """The largest small blocks around the marks of a foot."""
    words = text_of(root)
    for holder in (holder for mark in _FOOT if mark in words for holder in _holders(root, mark)):
        found = None
        for block in (holder, *holder.iterancestors("div", "table")):
            if not _is_small(block, _LONGEST_FOOT):
                break
            found = block
        if found is not None:
            yield found


def _holders(root: etree._Element, mark: str) -> Iterator[etree._Element]:
    """The elements with the mark in a text of their own."""
    for element in root.iter():
        if element.text and mark in element.text:
            yield element
        if element.tail and mark in element.tail and (parent := element.getparent()) is not None:
            yield parent


def _is_small(element: etree._Element, limit: int) -> bool:
    """Whether the element is too small for a report: few words, no heading, no table of several rows."""
    text = text_of(element)
    if len(text) > 4 * limit or len(_IDEOGRAPH.findall(text)) > limit or _SECTION.search(text):
        return False
    if next(element.iter("h1", "h2"), None) is not None:
        return False
    return sum(1 for _ in element.iter("tr")) < 4
