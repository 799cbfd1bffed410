"""The reports of a batch: files, folders and manifests, one after the other, never all in memory."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Any

from ..errors import UsageError
from .manifest import exists, is_folder, is_manifest, read_manifest

REPORT_ENDINGS = frozenset(
    {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"}
    | {".pdf", ".docx", ".docm", ".doc", ".wps", ".rtf", ".xlsx", ".xlsm", ".xls", ".et", ".ods"}
)
"""Endings of the files that are taken from a folder when no `--glob` is given."""


@dataclass(frozen=True, slots=True)
class Input:
    """One report to read: its id (unique in the batch), its path, the columns carried into its line.

    `given` says that the user named the id; it may then not occur twice.
    """

    id: str
    path: str
    carried: dict[str, Any] = field(default_factory=dict)
    given: bool = False


@dataclass
class Inputs:
    """What the user named, expanded. Iterating yields each report once; `notes` is complete afterwards.

    A folder is searched through all its levels for files that match one of `globs`, or, without globs,
    have one of the REPORT_ENDINGS; hidden files and folders are left out, and links to folders, which
    could lead in a circle. Files in `excluded` (the
    batch's own output) are never inputs. A path that does not exist is an input too: its line says so.
    """

    names: tuple[str, ...]
    globs: tuple[str, ...] = ()
    manifest: Path | None = None
    excluded: frozenset[Path] = frozenset()
    notes: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Input]:
        self.notes.clear()
        yield from self._named()
        if self.manifest is not None:
            yield from read_inputs(self.manifest)

    def _named(self) -> Iterator[Input]:
        for name in self.names:
            path = Path(name)
            if is_folder(path):
                yield from self._folder(path)
            elif is_manifest(path):
                self.notes.append(f"{name}: read as a manifest (a list of reports), not as a report")
                yield from read_inputs(path)
            else:
                yield _input(str(path))

    def _folder(self, folder: Path) -> Iterator[Input]:
        other: Counter[str] = Counter()
        own = {path.name for path in self.excluded}
        found, links = 0, list[str]()
        for path in _files(folder, links):
            if path.name in own and path.resolve() in self.excluded:
                continue
            if wanted(path.relative_to(folder) if self.globs else path, self.globs):
                found += 1
                yield _input(str(path))
            else:
                other[path.suffix or "no ending"] += 1
        if not found:
            sought = " ".join(self.globs) or "any of " + " ".join(sorted(REPORT_ENDINGS))
            self.notes.append(f"{folder}: no report found there (looked for {sought})")
        if other and not self.globs:
            kinds = ", ".join(f"{ending}: {n}" for ending, n in other.most_common(5))
            self.notes.append(f"{folder}: {other.total()} other files left out ({kinds}); --glob takes them")
        if links:
            self.notes.append(
                f"{folder}: {len(links)} links to folders not followed ({links[0]}); name them to read them"
            )


def wanted(path: PurePath, globs: Sequence[str]) -> bool:
    """Whether a file of a folder is taken, by its path within the folder."""
    if not globs:
        return path.suffix.lower() in REPORT_ENDINGS
    return any(_matches(path, glob) for glob in globs)


def _matches(path: PurePath, glob: str) -> bool:
    """Whether a relative path matches: a pattern without `/` looks at the file's name alone.

    `*` also stands for `/`, and `**/` for any number of folders, also none.
    """
    if "/" not in glob:
        return fnmatchcase(path.name, glob)
    return fnmatchcase(path.as_posix(), glob) or fnmatchcase(path.as_posix(), glob.removeprefix("**/"))


def _files(folder: Path, links: list[str]) -> Iterator[Path]:
    """Visible files below a folder, in the order of their names; a folder that cannot be read is an error.

    Links to folders are added to `links`.
    """

    def refuse(error: OSError) -> None:
        raise UsageError(f"{error.filename}: the folder cannot be read: {error.strerror}") from error

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links += (str(path) for name in folders if (path := Path(parent, name)).is_symlink())
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(parent, name)


def read_inputs(manifest: Path) -> Iterator[Input]:
    """The reports a manifest lists; relative paths are looked up beside it, then in the current folder."""
    for row in read_manifest(manifest):
        path = _locate(row.path, manifest.parent)
        carried = dict(row.columns)
        given = carried.pop("id", None)
        if given in (None, ""):
            yield _input(path, carried)
        else:
            yield Input(printable(str(given)), path, carried, given=True)


def _locate(path: str, folder: Path) -> str:
    beside = folder / path
    return path if not exists(beside) and exists(Path(path)) else str(beside)


def _input(path: str, carried: dict[str, Any] | None = None) -> Input:
    return Input(printable(path), path, carried or {})


def printable(text: str) -> str:
    """The text as UTF-8 can hold it: bytes of a file name that are no UTF-8 are shown as `\\udcb9`."""
    return text.encode("utf-8", "backslashreplace").decode()
