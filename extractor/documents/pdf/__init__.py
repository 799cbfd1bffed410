"""PDF → text in reading order, with ruled tables as grids and the box of every character."""

from .read import read

__all__ = ["read"]
