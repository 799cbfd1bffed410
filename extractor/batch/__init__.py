"""Many reports to JSONL: resume, progress, worker processes."""

from .limits import CallLimits
from .options import EngineName, Options
from .progress import make_progress
from .run import run_batch
from .summary import Price, Summary
from .worker import Limits

__all__ = ["CallLimits", "EngineName", "Limits", "Options", "Price", "Summary", "make_progress", "run_batch"]
