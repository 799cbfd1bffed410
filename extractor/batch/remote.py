"""Reports and lines where only Ray Data reads and writes: `s3://…`, `gs://…`, `file://…`.

Ray's machines read the reports, and write the lines as parts of JSONL into a folder; nothing passes
through this process. There is nothing here to go on with: a later run writes new parts.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..registry import load_schema
from . import line as lines
from .distributed import count_workers, read_with, running_ray
from .engine import Work
from .fingerprint import fingerprint, settings_digest
from .inputs import REPORT_ENDINGS, Input
from .options import EngineName, Options
from .report import Failures, Settings
from .summary import Summary

if TYPE_CHECKING:
    from ..llm import ModelOptions


def is_uri(name: str) -> bool:
    """Whether a name is an address like `s3://bucket/folder` rather than a path."""
    return "://" in name


def run_remote(
    uris: Sequence[str], output: str, schema: str, *, model: ModelOptions | None, options: Options
) -> Summary:
    """Read all reports below `uris` and write one JSON line for each into parts below `output`.

    Raises UsageError when the engine is not Ray or an address is none, BatchError when the cluster fails.
    """
    if options.engine is not EngineName.RAY:
        raise UsageError("addresses like s3://… are read by Ray alone: add --engine ray")
    if not all(map(is_uri, [*uris, output])):
        raise UsageError("inputs and output must all be addresses (s3://…, file://…), or none of them")
    loaded = load_schema(schema)
    work = Work(Settings(schema, model), Failures(loaded.name, loaded.version), options)
    started = time.monotonic()
    digest = settings_digest(loaded, schema, model)
    with running_ray(work) as ray:
        try:
            summary = _run(ray, uris, output, work, digest)
        except OSError as error:
            raise UsageError(f"Ray cannot read or write there: {error}") from error
    return replace(summary, seconds=time.monotonic() - started, price=options.price)


def _run(ray: Any, uris: Sequence[str], output: str, work: Work, digest: str) -> Summary:
    endings = sorted(ending.removeprefix(".") for ending in REPORT_ENDINGS)
    reports = ray.data.read_binary_files(list(uris), include_paths=True, file_extensions=endings)

    def line(row: dict[str, Any]) -> dict[str, Any]:
        mark = fingerprint(digest, {}, row["content"])
        return {"line": lines.compose(Input(row["path"], row["path"]), mark, row["body"])}

    sink = _parts(output)
    read_with(reports, work, count_workers(work)).map(line).write_datasink(sink)
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
