"""Any file → Document: text with offsets, grids, sections, encoding."""

from .read import LIMIT_BYTES, read_bytes, read_file
from .sections import divide

__all__ = ["LIMIT_BYTES", "divide", "read_bytes", "read_file"]
