"""The one number parser: separators, full width, 万/亿, Chinese numerals, signs. Exact decimals."""

from .figures import parse_number
from .kinds import Kind
from .numerals import parse_numeral
from .quantities import Quantity, find_quantities, parse_quantity

__all__ = ["Kind", "Quantity", "find_quantities", "parse_number", "parse_numeral", "parse_quantity"]
