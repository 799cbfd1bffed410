"""Reports at addresses like `s3://bucket/folder`, by what Ray Data reads and writes with: pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from ..errors import InputError, UsageError
from .inputs import Inputs, wanted

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem


def is_uri(name: str) -> bool:
    """Whether a name is an address like `s3://bucket/folder` rather than a path."""
    return "://" in name


def find_reports(uris: Sequence[str], globs: Sequence[str], notes: list[str]) -> Iterator[str]:
    """The reports at and below the addresses: paths for `file://`, addresses for all else.

    Which files of a folder are taken is as for folders of this machine. Raises UsageError for an address
    that cannot be listed.
    """
    for uri in uris:
        if uri.startswith("file://"):
            inputs = Inputs((unquote(urlsplit(uri).path),), tuple(globs))
            yield from (entry.path for entry in inputs)
            notes += inputs.notes
        else:
            yield from _listed(uri, globs)


def _listed(uri: str, globs: Sequence[str]) -> Iterator[str]:
    from pyarrow.fs import FileSelector, FileType

    system, path = _system(uri)
    scheme = uri.partition("://")[0]
    try:
        [root] = system.get_file_info([path])
        if root.type == FileType.File:
            yield uri
            return
        found = sorted(system.get_file_info(FileSelector(path, recursive=True)), key=lambda info: info.path)
    except OSError as error:
        raise UsageError(f"{uri} cannot be listed: {error}") from error
    for info in found:
        inside = PurePosixPath(info.path).relative_to(path)
        hidden = any(part.startswith(".") for part in inside.parts)
        if info.type == FileType.File and not hidden and wanted(inside, globs):
            yield f"{scheme}://{info.path}"


def read_address(uri: str) -> bytes:
    """The bytes of a report, of which never more than the limit is read. Raises InputError."""
    from ..documents import LIMIT_BYTES

    try:
        system, path = _system(uri)
        with system.open_input_stream(path) as stream:
            return bytes(stream.read(LIMIT_BYTES + 1))
    except (OSError, UsageError) as error:
        raise InputError(f"{uri}: {error}") from error


def refuse_used(uri: str) -> None:
    """Raise UsageError if there is anything at this address already: parts of two runs would mix there."""
    from pyarrow.fs import FileSelector, FileType

    system, path = _system(uri)
    try:
        [root] = system.get_file_info([path])
        used = root.type == FileType.File or bool(
            system.get_file_info(FileSelector(path, allow_not_found=True))
        )
    except OSError as error:
        raise UsageError(f"{uri} cannot be looked into: {error}") from error
    if used:
        raise UsageError(f"{uri} is not empty, and a run between addresses starts anew: name another folder")


def _system(uri: str) -> tuple[FileSystem, str]:
    """The file system of an address, and the path there. Raises UsageError for a kind that is not known."""
    import pyarrow
    from pyarrow.fs import FileSystem

    try:
        found: tuple[Any, str] = FileSystem.from_uri(uri)
    except (pyarrow.ArrowException, OSError) as error:
        raise UsageError(f"{uri}: no address that can be read or written: {error}") from error
    return found
