"""Names of bodies and places that report, and how they are told from other words."""

from __future__ import annotations

import re

from ..declare import Cover
from ..places import find_addresses, gazetteer
from .title import title_pattern

_OWN = ("我", "本", "该", "全", "各", "上级", "有关", "相关", "其他", "所属")
_PLACE = re.compile(r"[省市县区州盟旗镇乡]$|街道$")
_NO_PLACE = re.compile(
    r"(?:[社辖片小校库林景灾山园老]|^[城郊矿市])区$|(?:上|城|超|门|夜)市$|[城村乡市各]镇$|[下城家故]乡$|^(?:街道|区镇)$"
)
_NO_NAME = re.compile(
    r"[由对向为与和在从把将让按使及并经请被据现特以于是自]|根据|关于|指导|督促|组织|要求|配合|协助|通过|依托|会同|联合|安排|报送|通知|参照|其中"
)
"""Begins other words before a name, so that what looks like the name of a town is none."""
_TOWN = re.compile(rf"(?!{_NO_NAME.pattern})[一-鿿]{{1,8}}?(?:镇|乡|街道)")
_WITHIN_TOWN = re.compile(r"(?:党政|党群|综合|政务|信息|办公|便民)[一-鿿]{0,14}$")
_WITHIN_BODY = re.compile(
    r".+?(?:局|厅|委员会|办事处|海关|医院|学院|大学)(?P<office>(?:政府|信息|政务|公开|党政|综合|工作|领导小组)*(?:办公室|办|科|室))"
)
_LONGEST_PLACE = 20
_LONGEST_TOWN = 9

KINDS = "省市县区州盟旗"
"""Last characters of the names of places."""


def names_a_place(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is only the name of a place, town or street: 四川, 西青区, 岷江市柳林镇.

    A place need not be one of the gazetteer, but then it is short; words such as 社区 and 我市 are none.
    """
    name = text[start:end]
    if any(province.stem == name for province in gazetteer().provinces):
        return True
    if len(name) < 2 or not _PLACE.search(name) or _NO_PLACE.search(name) or name.startswith(_OWN):
        return False
    address = next(iter(find_addresses(text, start, end)), None)
    if address is None:
        return len(name) <= _LONGEST_TOWN
    return address.start == start and len(name) <= _LONGEST_PLACE


def body_in(text: str, start: int, end: int, cover: Cover) -> tuple[int, int] | None:
    """The government or department that `text[start:end]` names, None if it names none.

    An office within a department is the department, and one within a town the town: 岷江市财政局 for
    岷江市财政局办公室, 柳林镇 for 柳林镇党政办公室.
    """
    name = text[start:end]
    if name in cover.bodies or title_pattern(cover).body.search(name) is None:
        return None
    town = _town_end(text, start, end)
    if town and _WITHIN_TOWN.match(text, town, end):
        return start, town
    within = _WITHIN_BODY.fullmatch(text, start, end)
    return (start, within.start("office")) if within else (start, end)


def starts_as_a_name(text: str, start: int, end: int, cover: Cover) -> bool:
    """Whether a name in a sentence begins with a place or its kind, a town, or a word such as 国家."""
    name = text[start:end]
    if name.startswith(_OWN):
        return False
    if name.startswith(cover.nationwide_starts) or (name[0] in KINDS and len(name) > 2):
        return True
    if any(name.startswith(province.stem) for province in gazetteer().provinces) or _TOWN.match(name):
        return True
    address = next(iter(find_addresses(text, start, end)), None)
    return address is not None and address.start == start


def _town_end(text: str, start: int, end: int) -> int | None:
    """Where the name of the town or street ends with which the name goes on behind its places."""
    addresses = find_addresses(text, start, end)
    begin = addresses[0].end if addresses and addresses[0].start == start else start
    town = _TOWN.match(text, begin, end)
    return town.end() if town else None
