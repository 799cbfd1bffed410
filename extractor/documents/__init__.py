"""Any file → Document: text with offsets, grids, sections, encoding."""

from .join import joined
from .read import LIMIT_BYTES, file_bytes, read_bytes, read_file, read_stream
from .sections import divide

__all__ = ["LIMIT_BYTES", "divide", "file_bytes", "joined", "read_bytes", "read_file", "read_stream"]
