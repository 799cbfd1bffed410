"""Stated growth: `99件，同比增长23.75%`, a change of an indicator against the year before.

Such a change is no field of a record. It is told as a finding of severity info, whose evidence holds the
words, so that the record of the year before can bear it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..values import Field, Finding, Severity, Witness
from ..views import View

RULE = "growth"
"""The rule of these findings."""

_REACH = 64  # characters behind a number in which its growth must be over
_UNIT = r"[件条份篇项人次个宗例封起期只场]{0,2}+"
_BEFORE = r"(?:上|去|前)一?年度?|(?P<since>20\d\d)年度?"
_AGAINST = rf"(?P<against>同比|[与较比同](?:{_BEFORE})(?:同期)?(?:相比|比)?(?:的?\d+{_UNIT})?)"
_UP = r"增长|上升|增加|提高|多|增"
_DOWN = r"下降|减少|降低|下滑|少|减|降"
_CHANGE = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?\s*(?P<number>\d++(?:\.\d++)?+)(?P<unit>(?>%|{_UNIT}))"
_ABOUT = r"左右|上下|以上|以下|多|余"  # no exact figure, so there is nothing to compare
_REMARK = r"(?:[（(][^（()）]{0,24}[)）])?"  # (含上年结转5件)
_BEHIND = re.compile(
    rf"\s*{_UNIT}\s*{_REMARK}[，,、（(]?\s*{_AGAINST}\s*[，,]?\s*(?P<words>{_CHANGE})(?!个?百分点|倍|万|亿|{_ABOUT})"
)
_WORDS = re.compile(rf"(?:{_AGAINST}[，,]?)?{_CHANGE}")


@dataclass(frozen=True, slots=True)
class Change:
    """A change against the year before: signed, in percent or in the unit of the field.

    `rounding` is half of the last stated digit: the change is right within it. `since` is the year it is
    against where the words name one (`较2022年`); None is the year before.
    """

    amount: Decimal
    percent: bool
    rounding: Decimal
    since: int | None = None


def parse_change(words: str) -> Change | None:
    """What `增长23.75%` or `较2022年减少19件` says; None for other words.

    >>> parse_change("下降1.5%")
    Change(amount=Decimal('-1.5'), percent=True, rounding=Decimal('0.05'), since=None)
    """
    match = _WORDS.fullmatch(words)
    if match is None:
        return None
    number = Decimal(match["number"])
    percent = match["unit"] == "%"
    rounding = Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2 if percent else Decimal(0)
    since = int(match["since"]) if match["since"] else None
    return Change(-number if match["down"] else number, percent, rounding, since)


def stated_growth(view: View, fields: Iterable[Field]) -> Iterator[Finding]:
    """The changes that stand right behind a number of the record, one for each field."""
    for field in fields:
        if Witness.NARRATIVE not in field.witnesses or not isinstance(field.value, int | Decimal):
            continue
        for span in field.spans:
            at = view.offset(span.end)
            match = _BEHIND.match(view.text[at : at + _REACH])
            change = parse_change(match["words"]) if match is not None else None
            if match is not None and change is not None:
                named = "against" if match["since"] else "words"
                words = view.span(at + match.start(named), at + match.end("words"))
                yield Finding(
                    rule=RULE,
                    severity=Severity.INFO,
                    message=f"所述较上年变化：{match['words']} / stated change on the year before: "
                    f"{change.amount:+f}{'%' if change.percent else ''}",
                    paths=(field.path,),
                    spans=(words,),
                )
                break
