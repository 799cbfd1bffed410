"""`extract batch`: many reports to JSONL."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import BatchError, UsageError
from .catalogue import chosen
from .model_options import with_model_options
from .streams import BROKEN_PIPE, abandon_stdout, say

if TYPE_CHECKING:
    from ..batch import Options, Price, Summary
    from ..llm import ModelOptions

EXAMPLES = """\
Examples:

    extract batch --schema annual_report reports/ -o out.jsonl

    extract batch --schema annual_report --glob '*2023*.html' --workers 8 reports/ -o out.jsonl

    extract batch --schema annual_report list.csv -o - | head -1

    extract batch --schema annual_report --engine ray s3://bucket/reports -o s3://bucket/lines

Stopped at any moment, the same command goes on where it was. A line whose input, schema, prompts, model or
tool has changed is done again. INPUT is a file, a folder (searched through all levels), or a manifest:
.csv or .jsonl with `path` and columns that are carried into each line (`id` names it), or .txt with one
path a line.

Exit codes: 0 all read; 2 wrong usage; 4 the model could not be reached; 5 some failed (their lines
have `error`)."""

LEAST_MEMORY = 128 << 20
TIMEOUT, MODEL_TIMEOUT = 60.0, 900.0

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)i?B?", re.IGNORECASE)


class Engine(StrEnum):
    """What reads the reports."""

    LOCAL = "local"
    RAY = "ray"


@with_model_options
def batch(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="INPUT...", help="Files, folders, manifests.")
    ] = None,
    schema: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed schema, or the path of one.  [required]")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="JSONL file, or - .  [required]")
    ] = None,
    glob: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Which files of a folder; may be repeated.")
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A list of reports, whatever its ending.")
    ] = None,
    ordered: Annotated[bool, typer.Option("--ordered", help="Lines in the order of the inputs.")] = False,
    retry_errors: Annotated[
        bool, typer.Option("--retry-errors", help="Read reports again that failed before.")
    ] = False,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 for one a core.")] = 0,
    timeout: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", min=0.1, help="For one report; by default 60, with a model 900."),
    ] = None,
    memory: Annotated[str, typer.Option(help="Memory for one report, like 512M.")] = "1G",
    engine: Annotated[Engine, typer.Option(help="Processes on this machine, or Ray.")] = Engine.LOCAL,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
    requests_per_minute: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Requests to the model in any minute.")
    ] = None,
    tokens_per_minute: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Tokens to and from the model in any minute.")
    ] = None,
    price: Annotated[
        str | None, typer.Option(metavar="IN,OUT", help="Money for a million tokens sent, received.")
    ] = None,
    *,
    model: ModelOptions | None = None,
) -> None:
    """Read many reports, one JSON line each; goes on where it was stopped."""
    from ..batch import CallLimits, EngineName, Limits, Options

    if output is None:
        raise UsageError("where to? Add -o out.jsonl, or -o - for standard output")
    if not inputs and manifest is None:
        raise UsageError("name at least one file, folder or manifest")
    if "-" in (inputs or []):
        raise UsageError("a batch reads no standard input; for one report: extract --schema NAME -")
    calls = CallLimits(
        concurrency=model.concurrency if model else 1,
        requests=requests_per_minute,
        tokens=tokens_per_minute,
        budget=model.budget_tokens if model else None,
    )
    limits = Limits(timeout or (MODEL_TIMEOUT if model else TIMEOUT), parse_size(memory))
    options = Options(workers, limits, ordered, retry_errors, calls, parse_price(price), EngineName(engine))
    named = _Named(inputs or [], glob or [], manifest, chosen(schema), model)
    signal.signal(signal.SIGTERM, _terminated)
    with _ended_as_told(output):
        summary = named.read(output, options, quiet=quiet)
    if not quiet:
        say("\n".join(summary.lines()))
    if summary.failed:
        raise typer.Exit(5)


@dataclass(frozen=True)
class _Named:
    """What is to be read, and how each report is."""

    inputs: list[str]
    globs: list[str]
    manifest: Path | None
    schema: str
    model: ModelOptions | None

    def read(self, output: str, options: Options, *, quiet: bool) -> Summary:
        """Read it all: between addresses by Ray alone, else from and to files of this machine."""
        from ..batch import make_progress, run_batch
        from ..batch.address import is_uri
        from ..batch.remote import run_remote

        shared: dict[str, Any] = {"globs": self.globs, "model": self.model, "options": options}
        if any(map(is_uri, [*self.inputs, output])):
            if self.manifest is not None:
                raise UsageError("a manifest names files of this machine; name addresses as INPUT")
            return run_remote(self.inputs, output, self.schema, **shared)
        target = sys.stdout.buffer if output == "-" else Path(output)
        progress = make_progress(sys.stderr, quiet=quiet)
        return run_batch(
            self.inputs, self.schema, target, manifest=self.manifest, progress=progress, **shared
        )


@contextmanager
def _ended_as_told(output: str) -> Iterator[None]:
    """The exit codes of a run that is ended: by its reader, by its user, by a full disk."""
    try:
        yield
    except BrokenPipeError:
        abandon_stdout()
        raise typer.Exit(BROKEN_PIPE) from None
    except BatchError:
        if output == "-":
            abandon_stdout()  # what it still holds cannot be written at exit either
        raise
    except KeyboardInterrupt:
        say("extract: stopped; what is done is kept, and the same command goes on")
        raise typer.Exit(130) from None


def parse_size(text: str) -> int:
    """Bytes of a size like `512M`, `1.5G` or `1073741824`."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"--memory {text}: not a size; write it like 512M or 2G")
    size = int(float(match[1]) * 1024 ** " KMGT".index(match[2].upper() or " "))
    if size < LEAST_MEMORY:
        raise UsageError(f"--memory {text}: a report needs at least {LEAST_MEMORY >> 20}M")
    return size


def parse_price(text: str | None) -> Price | None:
    """The price of a million tokens, `2,8` for those sent and those received."""
    from ..batch import Price

    if text is None:
        return None
    try:
        sent, received = (float(part) for part in text.split(","))
    except ValueError as error:
        raise UsageError(
            f"--price {text}: give the money for a million tokens sent and received: 2,8"
        ) from error
    return Price(sent, received)


def _terminated(number: int, frame: FrameType | None) -> None:
    """End like Ctrl-C does, so that the terminal is restored and the workers go."""
    raise SystemExit(128 + number)
