"""`extract check`: records of several years against each other."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .catalogue import chosen
from .streams import put, read_document, say

if TYPE_CHECKING:
    from ..check import Record, SeriesFinding, SeriesReader
    from ..declare import Schema

EXAMPLES = """\
Examples:

    extract check out.jsonl

    extract check draft.txt --previous 2023.json

    extract check out.jsonl --by publisher --strict --output findings.jsonl

INPUT is what `extract` or `extract batch` printed (.json, .jsonl, - for standard input), or a report.
Findings are a table on a terminal, and one JSON object a line elsewhere.

Exit codes: 0 done; 1 findings of severity error, under --strict; 2 wrong usage; 3 an input could not be
read."""

_RECORDS = (".json", ".jsonl", ".ndjson")


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
    from ..check import SeriesReader, check_series
    from ..registry import load_schema

    with ExitStack() as stack:
        sources = _Sources(stack)
        loaded = load_schema(schema or sources.schema([*inputs, *(previous or [])]) or chosen(None))
        reader = SeriesReader(loaded, by)
        own: list[SeriesFinding] = []
        records = list(sources.records(inputs, reader, loaded, own))
        records += sources.records(previous or [], reader, loaded, [])
        findings = [*own, *check_series(records, loaded, one_issuer=bool(previous))]
    lines = "".join(f"{finding.to_json()}\n" for finding in findings)
    if output is not None:
        put(lines, output)
    as_table = shape is Shape.TABLE or (shape is Shape.AUTO and sys.stdout.isatty())
    if as_table:
        put(_table(findings))
    elif output is None or shape is Shape.JSONL:
        put(lines)
    errors = sum(finding.severity == "error" for finding in findings)
    skipped = f"; {reader.failed} lines of reports that failed were left out" if reader.failed else ""
    say(f"{len(records)} reports, {len(findings)} findings, {errors} of them errors{skipped}")
    if strict and errors:
        raise typer.Exit(1)


class _Sources:
    """The files a user names: records as JSON, and reports that are read on the way."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack

    def schema(self, names: list[str]) -> str | None:
        """The name of the schema that the first file of records is of."""
        from ..jsonl import schema_of

        files = (Path(name) for name in names if name.endswith(_RECORDS))
        return next((found for file in files if (found := schema_of(file)) is not None), None)

    def records(
        self, names: list[str], reader: SeriesReader, schema: Schema, findings: list[SeriesFinding]
    ) -> Iterator[Record]:
        """The records of the files; what a report says against itself is added to `findings`."""
        from ..jsonl import open_records

        for name in names:
            if name.endswith(_RECORDS):
                yield from reader.records(self._stack.enter_context(open_records(Path(name))), name)
            elif name == "-":
                spool = self._stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
                shutil.copyfileobj(sys.stdin.buffer, spool)
                spool.seek(0)
                yield from reader.records(spool, "-")
            else:
                yield from self._report(name, reader, schema, findings)

    def _report(
        self, name: str, reader: SeriesReader, schema: Schema, findings: list[SeriesFinding]
    ) -> Iterator[Record]:
        from ..check import own_findings
        from ..jsonl import parse_object
        from ..pipeline import extract_document

        whole = extract_document(read_document(name), schema).to_json()
        for record in reader.record(parse_object(whole.encode()) or {}, name):
            findings.extend(own_findings(record))
            yield record


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
        table.add_row(Text(who), years, severity, Text(finding.message.replace(" / ", "\n")))
    text = StringIO()
    colour = sys.stdout.isatty()
    Console(file=text, width=shutil.get_terminal_size().columns, force_terminal=colour).print(table)
    return text.getvalue()
