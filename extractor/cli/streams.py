"""Results on standard output or into a file at one stroke; everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import OutputError

if TYPE_CHECKING:
    from ..values import Document

BROKEN_PIPE = 141
"""Exit code when the reader of our output has gone, as a shell gives it (128 + SIGPIPE)."""


def read_document(file: str, attachments: Sequence[Path] = (), *, libreoffice: bool = False) -> Document:
    """The document in a file, or on standard input for `-`, with its attachments behind it."""
    from ..documents import joined, read_file, read_stream

    if file == "-":
        document = read_stream(sys.stdin.buffer, "-", libreoffice=libreoffice)
    else:
        document = read_file(Path(file), libreoffice=libreoffice)
    return joined(document, tuple(read_file(path, libreoffice=libreoffice) for path in attachments))


def put(content: str | bytes, output: Path | None = None) -> None:
    """Write to standard output, as UTF-8 whatever the terminal speaks, or into a file at one stroke."""
    data = content.encode() if isinstance(content, str) else content
    if output is not None:
        write_file(output, data)
        return
    if sys.stdout is None:
        raise OutputError("standard output is closed; name a file with --output")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        abandon_stdout()
        raise typer.Exit(BROKEN_PIPE) from None
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {error.strerror or error}") from error


def abandon_stdout() -> None:
    """Nobody reads standard output any more: let Python's flush at exit go nowhere."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)


def write_file(path: Path, data: bytes) -> None:
    """Replace a file in one step; a reader sees the old content or the new, never a part."""
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as pipe:  # a device or named pipe cannot be replaced
                pipe.write(data)
            return
        path = path.resolve()
        partial = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with partial.open("wb") as file:
                if path.exists():
                    partial.chmod(path.stat().st_mode & 0o7777)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error


def say(message: str) -> None:
    """A line on standard error."""
    print(message, file=sys.stderr, flush=True)
