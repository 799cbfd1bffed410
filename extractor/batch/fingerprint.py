"""From what a line was made: the input's bytes, and everything else that can change what is said of it."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..declare import Schema
from ..registry import is_path

if TYPE_CHECKING:
    from ..llm import ModelOptions

_LENGTH = 32  # hexadecimal digits kept of each half: 128 bits


def settings_digest(schema: Schema, source: str, model: ModelOptions | None = None) -> str:
    """Digest of tool version, schema and, where a model is asked, which one, how, and the prompts.

    `source` is what the schema was asked for by: for a path its files count, since a schema in the
    making keeps its version.
    """
    parts: dict[str, Any] = {"tool": version("gouji"), "schema": schema.name, "version": schema.version}
    if is_path(source):
        path = Path(source)
        parts["files"] = _tree(path.parent if path.name == "__init__.py" else path)
    if model is not None:
        named = (model.model, model.endpoint, model.mode, model.chunk)
        parts["model"] = [*named, dict(model.parameters)]
        parts["prompts"] = _tree(schema.prompts) if schema.prompts is not None else ""
    canonical = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]


def fingerprint(settings: str, carried: dict[str, Any], content: str) -> str:
    """Fingerprint of one line: `content` is the SHA-256 of the input's bytes, empty if there are none."""
    if carried:
        columns = json.dumps(carried, sort_keys=True, default=str)
        settings = hashlib.sha256((settings + columns).encode()).hexdigest()
    return f"{settings[:_LENGTH]}.{content[:_LENGTH]}"


def _tree(root: Traversable | Path) -> str:
    """Digest of the names and contents of a file, or of all files in a folder but compiled ones."""
    digest = hashlib.sha256()

    def add(entry: Traversable | Path, name: str) -> None:
        if entry.is_file():
            digest.update(f"{name}\0".encode() + hashlib.sha256(entry.read_bytes()).digest())
        elif entry.is_dir() and entry.name != "__pycache__":
            for child in sorted(entry.iterdir(), key=lambda c: c.name):
                add(child, f"{name}/{child.name}")

    add(root, "")
    return digest.hexdigest()
