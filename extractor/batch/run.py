"""A batch from its inputs to its output: what is already there is kept, what is not is read."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors import BatchError, ModelError, UsageError
from ..registry import load_schema
from . import line as lines
from .engine import Engine, Work, make_engine
from .fingerprint import fingerprint, settings_digest
from .inputs import Input, Inputs
from .ledger import Entry, Ledger, Place
from .options import Options
from .output import JsonlFile, Output
from .progress import Progress, Silent
from .report import Failures, Outcome, Settings
from .source import Source, content_digest
from .stream import OrderedStream, Stream, is_stream, open_stream
from .summary import Summary

if TYPE_CHECKING:
    from ..llm import ModelOptions


MODEL_FAILURES = 5
"""So many reports in a row that fail because of the model stop the run."""


def run_batch(
    names: Sequence[str | Path],
    schema: str | Path,
    output: Path | BinaryIO,
    *,
    globs: Sequence[str] = (),
    manifest: Path | None = None,
    model: ModelOptions | None = None,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Read every report that `names` and `manifest` stand for and write one JSON line for each.

    `names` are files, folders and manifests; `output` is the path of a JSONL file, which a later call
    goes on with, or an open binary stream. A report that fails is a line with `error`. `model` is asked
    about what the rules leave open, within `options.calls`. Raises UsageError for wrong arguments,
    OutputError and BatchError when the output cannot be written, ModelError when the model cannot be used.

    >>> run_batch(["reports/"], "annual_report", Path("out.jsonl")).failed     # doctest: +SKIP
    0
    """
    options, progress = options or Options(), progress or Silent()
    try:
        return _run_batch(
            Inputs(tuple(map(str, names)), tuple(globs), manifest, _own_files(output)),
            Settings(str(schema), model),
            output,
            options,
            progress,
        )
    except sqlite3.Error as error:
        raise BatchError(f"the temporary index of the batch failed ({error}); is the disk full?") from error


def _run_batch(
    inputs: Inputs, settings: Settings, output: Path | BinaryIO, options: Options, progress: Progress
) -> Summary:
    loaded = load_schema(settings.schema)
    with ExitStack() as stack:
        ledger = stack.enter_context(closing(Ledger()))
        total = ledger.add_inputs(inputs)
        if total == 0:
            raise UsageError("; ".join(inputs.notes) or "no reports are named")
        target = stack.enter_context(closing(_open(output, ledger, ordered=options.ordered)))
        stack.callback(progress.close)
        work = Work(settings, Failures(loaded.name, loaded.version), options)
        engine: Engine[Entry] = stack.enter_context(make_engine(work))
        digest = settings_digest(loaded, settings.schema, settings.model)
        summary = Summary(total, price=options.price, notes=inputs.notes)
        return _Run(ledger, target, digest, options, progress, summary).go(engine)


@dataclass
class _Run:
    """The state of one batch."""

    ledger: Ledger
    output: Output
    digest: str
    options: Options
    progress: Progress
    summary: Summary
    model_failures: int = 0

    def go(self, engine: Engine[Entry]) -> Summary:
        started = time.monotonic()
        for entry, outcome in engine.read((entry, Source(entry.input.path)) for entry in self._to_read()):
            self._take(entry, outcome)
        self.summary.notes += self.output.finish(ordered=self.options.ordered)
        self.summary.seconds = time.monotonic() - started
        return self.summary

    def _to_read(self) -> Iterator[Entry]:
        """The inputs that need reading; the others are counted."""
        for entry in self.ledger.entries():
            reason = self._reason(entry, entry.line) if entry.line is not None else ""
            if reason is None:
                continue
            if reason:
                self.summary.again[reason] += 1
            yield entry

    def _reason(self, entry: Entry, place: Place) -> str | None:
        """Why a report that has a line is read again; None, and its line counted, when it is not."""
        wanted = self._fingerprint(entry.input, content_digest(entry.input.path))
        if place.fingerprint != wanted:
            same_settings = place.fingerprint.split(".")[0] == wanted.split(".")[0]
            return "the file has changed" if same_settings else "schema, tool, model or columns have changed"
        tally = lines.tally(self.output.read(place))
        if tally.error is not None and (self.options.retry_errors or tally.error == ModelError.kind):
            return "it had failed"
        if tally.usage.get("unread_sections") and self.options.retry_errors:
            return "the model had left a part unread"
        self.summary.add(tally, kept=True)
        self.progress.update(self.summary)
        return None

    def _take(self, entry: Entry, outcome: Outcome) -> None:
        mark = self._fingerprint(entry.input, outcome.content)
        line = lines.compose(entry.input, mark, outcome.body)
        self.output.append(entry, mark, line)
        tally = lines.tally(line)
        self.summary.add(tally)
        self.progress.update(self.summary)
        self._mind_the_model(tally, outcome)

    def _mind_the_model(self, tally: lines.Tally, outcome: Outcome) -> None:
        """Stop when the model fails one report after the other: the rest would fail the same way."""
        self.model_failures = self.model_failures + 1 if tally.error == ModelError.kind else 0
        if self.model_failures >= MODEL_FAILURES:
            message = json.loads(outcome.body)["error"]["message"]
            raise ModelError(
                f"{message}; the batch is stopped: what is done is kept, and the same command goes on"
            )

    def _fingerprint(self, entry: Input, content: str) -> str:
        return fingerprint(self.digest, entry.carried, content)


def _own_files(output: Path | BinaryIO) -> frozenset[Path]:
    if not isinstance(output, Path):
        return frozenset()
    path = output.resolve()
    return frozenset({path, path.with_name(f"{path.name}.removed")})


def _open(output: Path | BinaryIO, ledger: Ledger, *, ordered: bool) -> Output:
    if isinstance(output, Path) and not is_stream(output):
        return JsonlFile(output, ledger)
    ours = isinstance(output, Path)
    stream = open_stream(output) if isinstance(output, Path) else output
    return OrderedStream(stream, ours=ours) if ordered else Stream(stream, ours=ours)
