"""Numbers written in Chinese characters: 十一, 两千三百, 三万五千, 二〇一八."""

from __future__ import annotations

from decimal import Decimal
from functools import reduce

ZEROS = "零〇○"
DIGITS = {**dict.fromkeys(ZEROS, 0), **{c: i for i, c in enumerate("一二三四五六七八九", start=1)}, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
CHARACTERS = "".join((*DIGITS, *SMALL, *LARGE))

_LONGEST = 24
_LETTER_O = {ord("O"): "〇", ord("Ｏ"): "〇"}


def parse_numeral(text: str) -> Decimal | None:
    """The number that the whole string writes in Chinese characters, None if it is anything else.

    Figures one by one (`二〇一八`) and figures with ranks (`两千零一十八`) are both read; a rank may
    stand alone at the front (`十一`, `百`). Colloquial cuts (`一百二` for 120) are not numbers here.
    """
    text = text.translate(_LETTER_O)
    if not text or len(text) > _LONGEST or any(c not in CHARACTERS for c in text):
        return None
    if all(c in DIGITS for c in text):
        return Decimal(reduce(lambda number, c: number * 10 + DIGITS[c], text, 0))
    total = 0
    rest = text
    ceiling = 10**12
    for rank in ("亿", "万"):
        head, mark, tail = rest.partition(rank)
        if not mark:
            continue
        number = _below_ten_thousand(head) if head else 1
        if number is None or number == 0 or LARGE[rank] >= ceiling:
            return None
        total += number * LARGE[rank]
        ceiling = LARGE[rank]
        rest = tail
    if rest:
        number = _below_ten_thousand(rest, behind=bool(total))
        if number is None:
            return None
        total += number
    return Decimal(total)


def _below_ten_thousand(text: str, behind: bool = False) -> int | None:
    """The value of `text` without 万 and 亿; `behind` when a higher rank stands before it."""
    total = 0
    digit: int | None = None
    ceiling = 10**4
    after_zero = False
    for c in text:
        if c in ZEROS:
            if digit is not None:
                return None
            after_zero = True
        elif c in DIGITS:
            if digit is not None:
                return None
            digit = DIGITS[c]
        elif c in SMALL:
            if SMALL[c] >= ceiling or digit == 0 or (digit is None and (total or after_zero)):
                return None
            ceiling = SMALL[c]
            total += (1 if digit is None else digit) * ceiling
            digit = None
            after_zero = False
        else:
            return None
    if digit is None and after_zero:
        return None
    if digit is not None:
        if (total or behind) and not after_zero and ceiling > 10:
            return None
        total += digit
    return total
