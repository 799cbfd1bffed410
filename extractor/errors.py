"""Every error that gouji raises on purpose, and the exit code each one ends in.

    GoujiError
    ├── UsageError            2  the call itself is wrong
    │   ├── SchemaError       2  no such schema, or one that contradicts itself
    │   ├── OutputError       2  the output cannot be written, or is not ours to write
    │   └── MissingExtraError 2  the command needs an optional install
    ├── InputError            3  the input could not be read
    │   ├── TooLargeError     3  over the stated limit
    │   ├── NotTextError      3  no encoding gives readable text
    │   ├── NeedsOcrError     3  pictures of pages instead of text
    │   └── MissingReaderError 3  the format needs an optional install
    ├── ModelError            4  the model could not be reached or used
    └── BatchError            5  a batch could not be brought to its end

A message says what is wrong, where, and what to do about it.
"""

from __future__ import annotations

from typing import ClassVar


class GoujiError(Exception):
    """Base of all errors raised on purpose; `kind` names it in batch output."""

    exit_code: ClassVar[int] = 3
    kind: ClassVar[str] = "error"


class UsageError(GoujiError):
    """The command or call is wrong: an unknown option value, a missing argument."""

    exit_code = 2
    kind = "usage"


class SchemaError(UsageError):
    """A schema is not installed, cannot be loaded, or contradicts itself."""

    kind = "schema"


class OutputError(UsageError):
    """The output cannot be written: no folder, no permission, no space, or somebody else's file."""

    kind = "output"


class MissingExtraError(UsageError):
    """The command or option is supported, but what it uses is an optional install."""

    kind = "missing_extra"

    def __init__(self, what: str, extra: str, missing: str) -> None:
        super().__init__(f"{what} needs {missing}, which is not installed; run: pip install 'gouji[{extra}]'")


class InputError(GoujiError):
    """The input cannot be read as a document."""

    exit_code = 3
    kind = "input"


class TooLargeError(InputError):
    """The input exceeds a stated limit (bytes, cells, pages)."""

    kind = "too_large"


class NotTextError(InputError):
    """The bytes are not text in any supported encoding, nor a supported format."""

    kind = "not_text"


class NeedsOcrError(InputError):
    """The document holds pictures of text, or glyphs without characters."""

    kind = "needs_ocr"


class MissingReaderError(InputError):
    """The format is supported, but its reader is an optional install."""

    kind = "missing_reader"


class ModelError(GoujiError):
    """The model endpoint cannot be reached, refuses the key, or supports no usable mode."""

    exit_code = 4
    kind = "model"


class BatchError(GoujiError):
    """A batch stopped before its end: no space for the output, or workers that cannot start."""

    exit_code = 5
    kind = "batch"
