"""Views: normalised readings of a text with a map back to it. The text itself is never rewritten."""

from .compact import compact_view
from .reading import reading_view
from .view import View

__all__ = ["View", "compact_view", "reading_view"]
