"""The text of a cell → the value of a field: number, sign, unit; nothing, or nothing to state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..declare import FieldSpec, FieldType
from ..numbers import parse_number
from ..values import Status
from .pieces import NOT_APPLICABLE, SIGN, UNIT, Kind, Piece, is_remark

_CELL = re.compile(rf"({SIGN})?\s*([\d,.]*\d)\s*({UNIT})?\s*(\(.*\))?")
_DIGIT = re.compile(r"\d")
_PLAIN = re.compile("[0-9]{1,12}")
_MONEY = re.compile(r"(?:亿|万|千|百)?元")
_NEGATIVE = frozenset("-−–↓减") | {"减少", "净减"}
_IN_WAN = {"元": Decimal("0.0001"), "百元": Decimal("0.01"), "千元": Decimal("0.1"), "亿元": Decimal(10000)}
_TIMES = {"万": Decimal(10000)}


class Reading(NamedTuple):
    """What a cell states: `value` is None for an empty cell, for `/`, and for what is no number."""

    value: int | Decimal | None
    status: Status
    flags: frozenset[str] = frozenset()


def money_unit(text: str) -> str | None:
    """The unit of money that a label or unit cell states: `本年收费金额(单位:万元)` → `万元`."""
    match = _MONEY.search(text)
    return match.group() if match else None


def read_cell(pieces: Sequence[Piece], spec: FieldSpec, unit: str | None) -> Reading:
    """What the cell states for the field; `unit` is that of money stated by its row or column.

    A number split over several pieces is read as one. Amounts come out in the field's unit.
    """
    if spec.type is FieldType.INT and len(pieces) == 1 and _PLAIN.fullmatch(pieces[0].text):
        return Reading(int(pieces[0].text), Status.STATED)
    if all(piece.kind is Kind.BLANK for piece in pieces):
        return Reading(None, Status.BLANK)
    text = "".join(piece.text for piece in pieces)
    if text in NOT_APPLICABLE:
        return Reading(None, Status.NOT_APPLICABLE)
    match = _CELL.fullmatch(text)
    number = parse_number(match[2]) if match else None
    if match is None or number is None:
        if pieces[0].kind is Kind.TEXT and (is_remark(text) or not _DIGIT.search(text)):
            return Reading(None, Status.NOT_APPLICABLE, frozenset({"remark"}))
        return Reading(None, Status.AMBIGUOUS, frozenset({"unreadable"}))
    if match[1] in _NEGATIVE:
        number = -number
    flags: set[str] = set()
    if spec.type is FieldType.DECIMAL:
        number, flags = _amount(number, match[3], unit)
    else:
        number *= _TIMES.get(match[3] or "", Decimal(1))
        if match[3] and match[3].endswith("元"):
            flags.add("unit")
        if number != number.to_integral_value():
            return Reading(None, Status.AMBIGUOUS, frozenset({"fraction"}))
    if number < 0 and not spec.signed:
        flags.add("negative")
    value = number if spec.type is FieldType.DECIMAL else int(number)
    return Reading(value, Status.STATED, frozenset(flags))


def _amount(number: Decimal, own: str | None, unit: str | None) -> tuple[Decimal, set[str]]:
    """An amount in 万元, by the unit in its cell or else that of its row or column."""
    stated = money_unit(own) if own else None
    if own == "万":
        stated = "万元"
    stated = stated or unit
    if stated is None:
        return number, {"unit_assumed"} if number else set()
    factor = _IN_WAN.get(stated)
    return (number if factor is None else (number * factor).normalize() + 0), set()
