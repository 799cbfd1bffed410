"""Files that appear whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError
from .tables import NAMES


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to; it takes the place of `path` when all went well."""
    with replacing_all([path]) as [partial]:
        yield partial


@contextmanager
def replacing_all(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Names beside the paths to write to; they take their places, one after the other, when all went well."""
    partials = [path.with_name(f".{path.name}.part") for path in paths]
    try:
        for partial in partials:
            partial.unlink(missing_ok=True)
        yield partials
        for partial, path in zip(partials, paths, strict=True):
            partial.replace(path)
    except OSError as error:
        raise OutputError(f"{paths[0]} cannot be written: {error.strerror or error}") from error
    finally:
        for partial in partials:
            partial.unlink(missing_ok=True)


def beside(path: Path, table: str) -> Path:
    """Where a table goes whose format holds one table a file: `out.long.csv` beside `out.csv`."""
    return path if table == "wide" else path.with_suffix(f".{table}{path.suffix}")


def files_of(path: Path) -> list[Path]:
    """The files of a format that holds one table a file."""
    return [beside(path, table) for table in NAMES]
