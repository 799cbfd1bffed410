"""grids out of markup and out of flattened text; alignment with a declared form"""

from __future__ import annotations

from .read import read

__all__ = ["read"]
