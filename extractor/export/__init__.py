"""Records for the tools people live in: CSV, Excel, Parquet, DuckDB."""
