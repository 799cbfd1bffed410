"""`extract batch`: many reports to JSONL."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from ..errors import UsageError
from .streams import BROKEN_PIPE, abandon_stdout, say

EXAMPLES = """\
Examples:

    extract batch --schema annual_report reports/ -o out.jsonl

    extract batch --schema annual_report --glob '*2023*.html' --workers 8 reports/ -o out.jsonl

    extract batch --schema annual_report list.csv -o - | head -1

Stopped at any moment, the same command goes on where it was. A line whose input, schema, prompts, model or
tool has changed is done again. INPUT is a file, a folder (searched through all levels), or a manifest:
.csv or .jsonl with `path` and columns that are carried into each line (`id` names it), or .txt with one
path a line.

Exit codes: 0 all read; 2 wrong usage; 5 some failed (their lines have `error`)."""

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)i?B?", re.IGNORECASE)


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
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds for one report.")] = 60.0,
    memory: Annotated[str, typer.Option(help="Memory for one report, like 512M.")] = "1G",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Read many reports, one JSON line each; goes on where it was stopped."""
    from ..batch import Limits, Options, make_progress, run_batch
    from .catalogue import chosen

    if output is None:
        raise UsageError("where to? Add -o out.jsonl, or -o - for standard output")
    if not inputs and manifest is None:
        raise UsageError("name at least one file, folder or manifest")
    if "-" in (inputs or []):
        raise UsageError("a batch reads no standard input; for one report: extract --schema NAME -")
    signal.signal(signal.SIGTERM, _terminated)
    options = Options(workers, Limits(timeout, parse_size(memory)), ordered, retry_errors)
    progress = make_progress(sys.stderr, quiet=quiet)
    try:
        summary = run_batch(
            inputs or [],
            chosen(schema),
            sys.stdout.buffer if output == "-" else Path(output),
            globs=glob or (),
            manifest=manifest,
            options=options,
            progress=progress,
        )
    except BrokenPipeError:
        abandon_stdout()
        raise typer.Exit(BROKEN_PIPE) from None
    except KeyboardInterrupt:
        say("extract: stopped; what is done is kept, and the same command goes on")
        raise typer.Exit(130) from None
    if not quiet:
        say("\n".join(summary.lines()))
    if summary.failed:
        raise typer.Exit(5)


def parse_size(text: str) -> int:
    """Bytes of a size like `512M`, `1.5G` or `1073741824`."""
    match = _SIZE.fullmatch(text.strip())
    if match is None or float(match[1]) == 0:
        raise UsageError(f"--memory {text}: not a size; write it like 512M or 2G")
    return int(float(match[1]) * 1024 ** " KMGT".index(match[2].upper() or " "))


def _terminated(number: int, frame: FrameType | None) -> None:
    """End like Ctrl-C does, so that the terminal is restored and the workers go."""
    raise SystemExit(128 + number)
