"""`extract check`: records of several years against each other."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .catalogue import chosen
from .records import Given
from .streams import put, say

if TYPE_CHECKING:
    from ..check import SeriesFinding

EXAMPLES = """\
Examples:

    extract check out.jsonl

    extract check draft.txt --previous 2023.json

    extract check out.jsonl --by publisher --strict --output findings.jsonl

INPUT is what `extract` or `extract batch` printed, or a report; - is standard input, for either.
Findings are a table on a terminal, and one JSON object a line elsewhere.

Exit codes: 0 done; 1 findings of severity error, under --strict; 2 wrong usage; 3 an input could not be
read."""


class Shape(StrEnum):
    """How findings are printed."""

    AUTO = "auto"
    TABLE = "table"
    JSONL = "jsonl"


def check(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Records, or reports.")],
    previous: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="A year before, of the same issuer; may be repeated."),
    ] = None,
    schema: Annotated[
        str | None, typer.Option(metavar="NAME", help="The schema; by default that of the records.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="The carried column that tells issuers apart.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="JSONL of the findings.")
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How findings are printed.")] = Shape.AUTO,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when a finding is an error.")] = False,
) -> None:
    """Reconcile the records of several years with each other."""
    count, findings, failed = _reconcile(inputs, previous or [], schema, by)
    lines = "".join(f"{finding.to_json()}\n" for finding in findings)
    if output is not None:
        put(lines, output)
    as_table = shape is Shape.TABLE or (shape is Shape.AUTO and sys.stdout.isatty())
    if as_table:
        put(_table(findings))
    elif output is None or shape is Shape.JSONL:
        put(lines)
    errors = sum(finding.severity == "error" for finding in findings)
    skipped = f"; {failed} lines of reports that failed were left out" if failed else ""
    say(f"{count} reports, {len(findings)} findings, {errors} of them errors{skipped}")
    if strict and errors:
        raise typer.Exit(1)


def _reconcile(
    inputs: list[str], previous: list[str], schema: str | None, by: str | None
) -> tuple[int, list[SeriesFinding], int]:
    """How many records there are, what speaks against them, and how many lines hold no record."""
    from ..check import SeriesReader, check_draft, check_series, own_findings
    from ..registry import load_schema

    with ExitStack() as stack:
        given = [Given.open(name, stack) for name in inputs]
        before = [Given.open(name, stack) for name in previous]
        names = (source.schema for source in (*given, *before) if source.schema is not None)
        loaded = load_schema(schema or next(names, None) or chosen(None))
        reader = SeriesReader(loaded, by)
        read = [(source, list(source.records(reader, loaded))) for source in given]
        own = [f for source, found in read if source.is_report for r in found for f in own_findings(r)]
        records = [record for _, found in read for record in found]
        earlier = [record for source in before for record in source.records(reader, loaded)]
        series = check_draft(records, earlier, loaded) if previous else check_series(records, loaded)
        return len(records) + len(earlier), [*own, *series], reader.failed


def _table(findings: list[SeriesFinding]) -> str:
    """The findings for people, as wide as their terminal."""
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not findings:
        return "没有发现问题 / nothing to report\n"
    table = Table(show_lines=True)
    for title in ("机关 issuer", "年度 years", "级别 severity", "说明 message"):
        table.add_column(title, overflow="fold")
    colours = {"error": "red", "warning": "yellow"}
    for finding in findings:
        years = ", ".join(map(str, finding.years))
        severity = Text(str(finding.severity), colours.get(finding.severity, ""))
        who = finding.issuer or "\n".join(finding.reports)
        table.add_row(Text(_shown(who)), years, severity, Text(_shown(finding.message.replace(" / ", "\n"))))
    text = StringIO()
    colour = sys.stdout.isatty()
    Console(file=text, width=shutil.get_terminal_size().columns, force_terminal=colour).print(table)
    return text.getvalue()


def _shown(text: str) -> str:
    """Text out of reports as a terminal may show it: without what could command the terminal."""
    return "".join(char if char == "\n" or char.isprintable() else " " for char in text)
