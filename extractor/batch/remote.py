"""Reports and lines where only Ray Data reads and writes: `s3://…`, `gs://…`, `file://…`.

Ray's machines read the reports, and write the lines as parts of JSONL into a folder; nothing passes
through this process. There is nothing here to go on with: a later run writes new parts.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..registry import load_schema
from . import line as lines
from .address import find_reports, is_uri, refuse_used
from .distributed import BLOCKS, count_workers, read_with, running_ray
from .engine import Work
from .fingerprint import fingerprint, settings_digest
from .inputs import Input, printable
from .options import EngineName, Options
from .report import Failures, Settings
from .summary import Summary

if TYPE_CHECKING:
    from ..llm import ModelOptions


def run_remote(
    uris: Sequence[str],
    output: str,
    schema: str,
    *,
    globs: Sequence[str] = (),
    model: ModelOptions | None = None,
    options: Options,
) -> Summary:
    """Read all reports at and below `uris` and write one JSON line for each into parts below `output`.

    Raises UsageError when the engine is not Ray, an address is none, or there is something at `output`;
    BatchError when the cluster fails.
    """
    if options.engine is not EngineName.RAY:
        raise UsageError("addresses like s3://… are read by Ray alone: add --engine ray")
    if not all(map(is_uri, [*uris, output])):
        raise UsageError("inputs and output must all be addresses (s3://…, file://…), or none of them")
    if options.ordered or options.retry_errors:
        raise UsageError("between addresses there is no order and nothing to go on with: drop the option")
    loaded = load_schema(schema)
    work = Work(Settings(schema, model), Failures(loaded.name, loaded.version), options)
    started = time.monotonic()
    digest = settings_digest(loaded, schema, model)
    with running_ray(work) as ray:
        try:
            notes: list[str] = []
            paths = list(find_reports(uris, globs, notes))
            if not paths:
                raise UsageError("; ".join(notes) or f"no report found at {', '.join(uris)}")
            refuse_used(output)
            summary = replace(_run(ray, paths, output, work, digest), notes=notes)
        except OSError as error:
            raise UsageError(f"Ray cannot read or write there: {error}") from error
    return replace(summary, seconds=time.monotonic() - started, price=options.price)


def _run(ray: Any, paths: list[str], output: str, work: Work, digest: str) -> Summary:
    workers = count_workers(work)
    blocks = min(len(paths), workers * BLOCKS)
    reports = ray.data.from_items([{"path": os.fsencode(path)} for path in paths], override_num_blocks=blocks)

    def line(row: dict[str, Any]) -> dict[str, Any]:
        mark = fingerprint(digest, {}, row["content"])
        path = os.fsdecode(row["path"])
        return {"line": lines.compose(Input(printable(path), path), mark, row["body"])}

    sink = _parts(output)
    read_with(reports, work, workers).map(line).write_datasink(sink)
    summary: Summary = sink.summary
    return summary


def _parts(output: str) -> Any:
    """Where Ray writes the lines: parts of JSONL in a folder; counts them on the way."""
    from ray.data.datasource import BlockBasedFileDatasink

    class JsonlParts(BlockBasedFileDatasink):  # type: ignore[misc]
        """Lines as they are, and a tally for each."""

        summary = Summary()

        def write(self, blocks: Iterable[Any], ctx: Any) -> list[lines.Tally]:
            """Write the blocks; the tallies of their lines go back to the driver."""
            from ray.data.block import BlockAccessor

            held = list(blocks)
            super().write(held, ctx)
            rows = (row for block in held for row in BlockAccessor.for_block(block).iter_rows(False))
            return [lines.tally(row["line"]) for row in rows]

        def write_block_to_file(self, block: Any, file: Any) -> None:
            """A part of the output."""
            for row in block.iter_rows(False):
                file.write(row["line"])

        def on_write_complete(self, write_result: Any) -> None:
            """Sum up what all parts hold."""
            super().on_write_complete(write_result)
            self.summary = Summary()
            for tallies in write_result.write_returns:
                for tally in tallies:
                    self.summary.add(tally)
            self.summary.total = self.summary.done

    return JsonlParts(output, file_format="jsonl")
