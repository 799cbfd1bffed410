"""Numbers written in figures, in a string that holds nothing else."""

from __future__ import annotations

import re
from decimal import Decimal

from .numerals import parse_numeral

LONGEST = 24
SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)}
_FOLD = _FULL_WIDTH | {
    ord("，"): ",",
    ord("．"): ".",
    ord("％"): "%",
    ord("＋"): "+",
    ord("－"): "-",
    ord("−"): "-",
}
_WIDE = re.compile(f"[{''.join(map(chr, _FOLD))}]")
# At most six groups, so that a hostile run of figures and commas is read in linear time.
FIGURE = r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?!,?[0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
SCALE = r"[十百千]?[万亿]|[百千]"
_SIGN = re.compile(r"([+-]|增加?|减少?)")
_PARTS = re.compile(rf"({FIGURE})({SCALE})?")


def fold(text: str) -> str:
    """The text with full-width digits, separators and signs in half width, of the same length."""
    return text.translate(_FOLD) if _WIDE.search(text) else text


def scale_of(word: str | None) -> int:
    """The factor that 万, 亿, 千, 百万, … stand for; 1 for nothing.

    >>> scale_of("百万")
    1000000
    """
    factor = 1
    for character in word or "":
        factor *= SCALES[character]
    return factor


def parse_number(text: str, *, numerals: bool = False) -> Decimal | None:
    """The number that the whole string states, None if it is anything else.

    Figures in half or full width, with thousands separators, with 万 and 亿 (`54.74万`, `3万5千`), and
    signed by `+`, `-`, 增 or 减 (`+173`, `减3`). With `numerals`, Chinese characters too; they are off
    by default because 一 and 三 in a cell are mostly the number of a heading. Units are not read here:
    see `parse_quantity`.

    >>> parse_number("1，113"), parse_number("减3"), parse_number("十一", numerals=True)
    (Decimal('1113'), Decimal('-3'), Decimal('11'))
    """
    text = fold(text.strip())
    sign = _SIGN.match(text)
    figures = text[sign.end() :] if sign else text
    number = _figures(figures)
    if number is None and numerals:
        number = parse_numeral(figures)
    if number is None:
        return None
    return -number if sign and sign.group() in ("-", "减", "减少") else number


def _figures(text: str) -> Decimal | None:
    """The sum of `figure scale` parts of falling scale that make up the whole string."""
    total = Decimal(0)
    at = 0
    ceiling: int | None = None
    while at < len(text):
        part = _PARTS.match(text, at)
        if part is None or len(part[1]) > LONGEST:
            return None
        factor = scale_of(part[2])
        number = Decimal(part[1].replace(",", "")) * factor
        if ceiling is not None and number >= ceiling:
            return None
        if factor == 1 and (part.end() < len(text) or (ceiling is not None and number * 10 < ceiling)):
            return None
        total += number
        ceiling = factor
        at = part.end()
    return tidy(total) if text else None


def tidy(number: Decimal) -> Decimal:
    """The number without a fraction where it has none: 547400 for 547400.00."""
    whole = number.to_integral_value()
    return whole if whole == number else number
