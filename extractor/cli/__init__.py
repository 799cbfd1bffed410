"""Arguments in, exit code out; thin."""

from .app import main

__all__ = ["main"]
