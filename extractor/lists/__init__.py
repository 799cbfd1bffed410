"""The lists witness: problems, measures and whatever else a schema declares, one span for each entry."""

from .read import read

__all__ = ["read"]
