"""Finds schemas: installed ones through the entry point group, others by a path."""

from __future__ import annotations

import importlib.util
import sys
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

from .declare import Schema
from .errors import SchemaError

GROUP = "gouji.schemas"


def installed() -> tuple[str, ...]:
    """Names of the installed schemas, sorted."""
    return tuple(sorted(entry.name for entry in entry_points(group=GROUP)))


def load_schema(name: str | Path) -> Schema:
    """The schema of that name, or the one named `SCHEMA` in that package folder or Python file.

    Raises SchemaError when there is none, when its code fails, or when it contradicts itself.
    """
    text = str(name)
    schema = _from_path(Path(text)) if is_path(text) else _from_entry_point(text)
    schema.check()
    return schema


def is_path(text: str) -> bool:
    """Whether a schema is asked for by its path; an installed name is no path, also beside such a folder."""
    if text.endswith(".py") or "/" in text or "\\" in text:
        return True
    return text not in installed() and Path(text).is_dir()


def _from_entry_point(name: str) -> Schema:
    found: list[EntryPoint] = [entry for entry in entry_points(group=GROUP) if entry.name == name]
    if not found:
        known = ", ".join(installed()) or "none"
        raise SchemaError(
            f"no schema named {name!r} is installed (installed: {known}); "
            "give one of these, or the path of a package or .py file that defines SCHEMA"
        )
    return _checked(found[0].load(), name)


def _from_path(path: Path) -> Schema:
    file = path / "__init__.py" if path.is_dir() else path
    if not file.is_file():
        raise SchemaError(f"{path}: no schema there; give a .py file or a package folder that defines SCHEMA")
    return _checked(getattr(_execute(file), "SCHEMA", None), str(path))


def _execute(file: Path) -> ModuleType:
    package = file.name == "__init__.py"
    name = f"gouji_schema_{file.parent.name if package else file.stem}"
    spec = importlib.util.spec_from_file_location(
        name, file, submodule_search_locations=[str(file.parent)] if package else None
    )
    if spec is None or spec.loader is None:
        raise SchemaError(f"{file}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise SchemaError(f"{file}: loading the schema failed: {type(error).__name__}: {error}") from error
    return module


def _checked(found: object, where: str) -> Schema:
    if not isinstance(found, Schema):
        raise SchemaError(f"{where}: SCHEMA is not an extractor.declare.Schema but {type(found).__name__}")
    return found
