"""Office files: Word documents and Excel workbooks."""
