"""HTML → rendered text with the grids of its tables and the attachments it links to."""

from .page import Page, read_page

__all__ = ["Page", "read_page"]
