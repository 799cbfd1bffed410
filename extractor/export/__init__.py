"""Records for the tools people live in: CSV, Excel, Parquet, DuckDB."""

from .export import FORMATS, export

__all__ = ["FORMATS", "export"]
