"""What a user names for `extract check`: records as JSON, or reports that are read on the way."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from ..check import Record, SeriesReader
    from ..declare import Schema

_ENDINGS = (".json", ".jsonl", ".ndjson")


@dataclass(frozen=True)
class Given:
    """One input: a report, or a file of records with the name of their schema. What it is, its content says.

    A file that is named like records is meant as such, so that a damaged one is never read as a report.
    """

    name: str
    file: BinaryIO
    is_report: bool
    schema: str | None

    @classmethod
    def open(cls, name: str, stack: ExitStack) -> Given:
        """The input of this name, open as long as the stack is. Raises InputError."""
        from ..jsonl import open_records, schema_of

        file: BinaryIO = sys.stdin.buffer if name == "-" else stack.enter_context(open_records(Path(name)))
        if name == "-" or not file.seekable():
            spool = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
            shutil.copyfileobj(file, spool)
            file = spool
            file.seek(0)
        start = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
        is_report = not name.lower().endswith(_ENDINGS) and not start.startswith(b"{")
        file.seek(0)
        schema = None if is_report else schema_of(file)
        return cls(name, file, is_report, schema)

    def records(self, reader: SeriesReader, schema: Schema) -> Iterator[Record]:
        """Its records. Raises InputError, UsageError."""
        if not self.is_report:
            yield from reader.records(self.file, self.name)
            return
        from ..documents import read_stream
        from ..jsonl import parse_object
        from ..pipeline import extract_document

        document = read_stream(self.file, self.name)
        whole = parse_object(extract_document(document, schema).to_json().encode())
        yield from reader.record(whole or {}, self.name)
