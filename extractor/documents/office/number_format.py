"""Numbers of a workbook as their cells display them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy-mm-dd", 15: "yyyy-mm-dd", 16: "yyyy-mm-dd", 17: "yyyy-mm-dd", 22: "yyyy-mm-dd",
    27: "yyyy-mm-dd", 31: "yyyy-mm-dd", 57: "yyyy-mm-dd", 58: "yyyy-mm-dd",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00",
    44: "#,##0.00",
}  # fmt: skip
"""Formats that a workbook names by number only; the others are General or hours and fractions."""

_GENERAL_DIGITS = 10
_NOT_SHOWN = re.compile(r'\[[^\]]*\]|_.|\*.|"([^"]*)"|\\(.)')
_NUMBER = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+")
_DATE = re.compile(r"[ymdYMD]{2,}|[年月日]")
_EPOCH = date(1899, 12, 30)
_LATEST = 100_000
_MOST_DIGITS = 100
_LONGEST = 255


def displayed(raw: str, code: str) -> str:
    """A number as a cell of this format shows it; as it is written where that cannot be told.

    A zero is shown as such, also where an accountant's format prints a dash for it.
    """
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return raw
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return raw
    sections = _sections(code)
    section = sections[1] if number < 0 and len(sections) > 1 else sections[0]
    shown = _NOT_SHOWN.sub("", section)
    if _DATE.search(shown) and 0 < number < _LATEST:
        return (_EPOCH + timedelta(days=int(number))).isoformat()
    pattern = _NUMBER.search(shown)
    place = _NUMBER.search(section)
    if pattern is None or place is None or "E+" in shown or "/" in shown:
        return general(number)
    before, behind = _literal(section[: place.start()]), _literal(section[place.end() :])
    sign = "-" if number < 0 and not ("-" in before or "(" in before) else ""
    return before + sign + _digits(abs(number) * (100 if "%" in shown else 1), pattern[0]) + behind


def general(number: Decimal) -> str:
    """A number without a format: all its digits, but not the noise behind the tenth."""
    if number == number.to_integral_value():
        return str(int(number))
    return format(Decimal(f"{float(number):.{_GENERAL_DIGITS}g}"), "f")


def _sections(code: str) -> list[str]:
    """The parts of a format, for positive numbers, negative ones and zero."""
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code[:_LONGEST])


def _literal(part: str) -> str:
    """The characters that a format prints as they are."""
    return _NOT_SHOWN.sub(lambda m: (m[1] or "") + (m[2] or ""), part).strip()


def _digits(number: Decimal, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    with localcontext(prec=400):
        rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    return text.rstrip(".") if decimals else text
