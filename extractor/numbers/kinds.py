"""Tells amounts from the figures of dates, enumerators, telephones and documents."""

from __future__ import annotations

import re
from enum import Enum, auto


class Kind(Enum):
    """What a number in running text is.

    COUNT: an amount, with or without a unit. PERCENT: `91%`, in hundredths. POINTS: 个百分点.
    YEAR, DATE: parts of dates and periods. ORDINAL: 第3, `2.` before an item. CODE: numbers of documents,
    telephones, hotlines, addresses, versions, and ranges (`3-5件`); never an amount.
    """

    COUNT = auto()
    PERCENT = auto()
    POINTS = auto()
    YEAR = auto()
    DATE = auto()
    ORDINAL = auto()
    CODE = auto()


_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_BEHIND = re.compile(r"\s?(?:[-至~—]\s?(?:19|20)[0-9]{2}\s?)?(?:年|财年)")
_DATE_BEHIND = re.compile(
    r"\s?(?:[-至~、—]\s?[0-9]{1,2}\s?)?(?:月|日(?!常)|时(?!限)|点(?!击|位)|分(?!别|类)|秒|岁|周)|\s?年"
)
_ITEM_BEHIND = re.compile(r"\.(?![0-9])|\)")
_RANGE_BEHIND = re.compile(r"[-~—–至][0-9]")
_NUMBER_SIGN = re.compile(r"\s?号(?!召)")
_ITEM_BEFORE = frozenset("\n。;!?(（；！？ ")
_OPENING, _CLOSING = frozenset("〔[【(﹝［"), frozenset("〕]】)﹞］")
_GLUED = frozenset("@/_+·=#&\\ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_HOTLINE = re.compile(r"12[0-9]{3}|9[56][0-9]{3,4}|11[0-9]|12[0-9]")
_HOTLINE_BEHIND = re.compile(
    r"[”\"]?(?:[^,。;、0-9]{0,6}?(?:热线|平台|电话|专线|服务|投诉|举报|诉求|工单|市民|市长|政务|便民))"
)
_TELEPHONE_BEFORE = re.compile(r"(?:电话|传真|邮编|邮政编码|手机|邮箱|QQ)[^,。;]{0,6}$")


def kind_of(text: str, start: int, end: int, figure: str, *, counted: bool) -> Kind:
    """The kind of the figure `text[start:end]`; `counted` when a unit or scale stands behind it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "第":
        return Kind.ORDINAL
    if _YEAR.fullmatch(figure) and _YEAR_BEHIND.match(text, end):
        return Kind.YEAR
    if _DATE_BEHIND.match(text, end) and "." not in figure:
        return Kind.DATE
    if before in _OPENING and after in _CLOSING and _YEAR.fullmatch(figure):
        return Kind.YEAR if before == "(" else Kind.CODE
    if _NUMBER_SIGN.match(text, end) or _RANGE_BEHIND.match(text, end):
        return Kind.CODE
    if before and before in "-~–:" and text[start - 2 : start - 1].isdigit():
        return Kind.CODE
    if after == ":" and text[end + 1 : end + 2].isdigit():
        return Kind.CODE
    if counted:
        return Kind.COUNT
    return _bare(text, start, end, figure)


def _bare(text: str, start: int, end: int, figure: str) -> Kind:
    """The kind of a figure with neither unit nor scale, which may be anything."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if len(figure) <= 2 and (
        _ITEM_BEHIND.match(text, end) or (after == "、" and (not before or before in _ITEM_BEFORE))
    ):
        return Kind.ORDINAL
    if before in _GLUED or after in _GLUED or before in ("-", "—"):
        return Kind.CODE
    if len(figure) > 1 and figure[0] == "0" and figure[1] != ".":
        return Kind.CODE
    if _HOTLINE.fullmatch(figure) and _HOTLINE_BEHIND.match(text, end):
        return Kind.CODE
    if len(figure) >= 5 and _TELEPHONE_BEFORE.search(text[max(0, start - 12) : start]):
        return Kind.CODE
    if _YEAR.fullmatch(figure) and after and after in "版年度财":
        return Kind.YEAR
    return Kind.COUNT
