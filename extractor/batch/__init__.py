"""Many reports to JSONL: resume, progress, worker processes."""

from .progress import make_progress
from .run import Options, run_batch
from .summary import Summary
from .worker import Limits

__all__ = ["Limits", "Options", "Summary", "make_progress", "run_batch"]
