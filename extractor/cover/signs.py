"""Signs of the place of a body whose name does not hold it, in texts that do not speak of 我市 or 我县."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..declare import Cover
from ..places import Address, Level
from .dates import YEAR
from .flat import OPENING, Flat
from .title import any_of

_YEAR_BEFORE = re.compile(rf"{YEAR}年度?(?:以?来)?,?$")
_DEPARTMENT = re.compile(r"[我本](局|委|办|厅|院|中心|镇|乡|街道|单位|部门|所|站|会)")
_FOLLOWED = re.compile(r"(?:根据|按照|依据|依照|遵照)(?:《[^《》]*》|[^。;《》]){0,60}《$")
_OFFERED = re.compile(
    r"(?:报告|年报|电子版|全文)[^。;]{0,70}?(?:在|从|由|于|到|登录|通过|登陆|访问)[^一-鿿]{0,3}$"
)
_GATHERED = re.compile(r"(?:综合|汇总|根据)[^。;《》]{0,12}$")
_PORTAL = re.compile(r"(?:人民)?政府(?:门户|公众|信息|公众信息)?网")
_TITLE_REST = re.compile(r"[^《》。]{0,60}》")
_TOWN = re.compile(r"镇|乡|街道")
_REACH = 60
"""How far behind the heading of the first section its first subject stands."""


def find_sign(
    flat: Flat, cover: Cover, addresses: Sequence[Address], name: tuple[int, int] | None, section: int | None
) -> Address | None:
    """The place of the body called `name`; `section` is where the first section begins, if there is one."""
    opening = OPENING if section is None else section
    return (
        _gathered_place(flat, addresses, opening)
        or _acting_place(flat, cover, addresses, section or 0)
        or _outer_county(flat, addresses, name, opening)
    )


def _acting_place(flat: Flat, cover: Cover, addresses: Sequence[Address], start: int) -> Address | None:
    """The place of the body that the first sentence behind `flat.text[start]` is about.

    2015年,眉山市按照…要求 is about the city, 2022年,抚远市自然资源局不断… about its department. Where a text
    speaks of 我局 too, a sentence on a place or another body is about a wider one.
    """
    within = (a for a in addresses if start <= a.start <= start + _REACH and _opens_sentence(flat, a.start))
    address = next(within, None)
    act = _acts(cover).match(flat.text, address.end) if address else None
    own = _DEPARTMENT.search(flat.text)
    return address if act and (own is None or own[1] in (act["body"] or "")) else None


def _gathered_place(flat: Flat, addresses: Sequence[Address], end: int) -> Address | None:
    """The place out of whose parts the report was made: 综合丽水市各县(市、区)政府…的年度报告编制而成."""
    for address in addresses:
        before = flat.text[max(0, address.start - 20) : address.start]
        if address.start < end and flat.text.startswith("各", address.end) and _GATHERED.search(before):
            return address
    return None


def _outer_county(
    flat: Flat, addresses: Sequence[Address], name: tuple[int, int] | None, end: int
) -> Address | None:
    """The only county that a town lies in by the rules it follows, or by the site that has its report.

    So 根据《瑞安市政府信息公开规定》, and 本报告可在海陵区政府门户网站下载.
    """
    if name is None or not _TOWN.search(flat.text, *name):
        return None
    found = [
        address
        for address in addresses
        if address.start < end
        and address.places[0].level is Level.COUNTY
        and _rules_or_offers(flat.text, address)
    ]
    return found[0] if len({a.places for a in found}) == 1 else None


def _rules_or_offers(text: str, address: Address) -> bool:
    before = text[max(0, address.start - 90) : address.start]
    if _PORTAL.match(text, address.end):
        return _OFFERED.search(before) is not None
    return _TITLE_REST.match(text, address.end) is not None and _FOLLOWED.search(before) is not None


def _opens_sentence(flat: Flat, at: int) -> bool:
    """Whether a sentence begins at `at`, or before the year that stands there."""
    year = _YEAR_BEFORE.search(flat.text[max(0, at - 12) : at])
    begin = at - len(year.group()) if year else at
    return flat.begins_line(begin) or flat.text[begin - 1] in "。;)"


@lru_cache(maxsize=8)
def _acts(cover: Cover) -> re.Pattern[str]:
    """What goes on behind a place: the rest of the name of a body, and what it did."""
    return re.compile(rf"(?P<body>[一-鿿]{{0,14}}?{any_of(cover.bodies)})??{any_of(cover.acts)}")
