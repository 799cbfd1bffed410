"""The one door to a model: what to ask, how to ask it, and what of the answers counts.

Nothing here imports the model client, the retries or the cache before a request is made.
"""

from .dry_run import dry_run
from .gate import Gate
from .options import Mode, ModelOptions, default_cache_dir
from .witness import Heard, ModelWitness

__all__ = ["Gate", "Heard", "Mode", "ModelOptions", "ModelWitness", "default_cache_dir", "dry_run"]
