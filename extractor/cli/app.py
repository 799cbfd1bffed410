"""The command `extract`: a report by default, and the subcommands."""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import GoujiError, UsageError
from . import batch as batches
from . import check as checks
from . import export as exports
from .catalogue import chosen, list_schemas, print_schema
from .group import DEFAULT, ReportByDefault
from .model_options import with_model_options
from .streams import put, read_document

if TYPE_CHECKING:
    from ..llm import ModelOptions

EXIT_CODES = """\
Exit codes: 0 done; 1 findings of severity error, under --strict; 2 wrong usage; 3 the input could not
be read; 4 the model could not be reached; 5 part of a batch failed."""

EXAMPLES = """\
Examples:

    extract --schema annual_report report.txt

    extract --schema annual_report --pretty --output report.json report.html

    cat report.txt | extract --schema annual_report --strict -

    extract --schema annual_report --model NAME --dry-run report.txt

    extract text report.html

    extract batch --schema annual_report reports/ -o out.jsonl

    extract check out.jsonl"""

Attached = Annotated[
    list[Path] | None,
    typer.Option(
        "--with", metavar="FILE", help="An attachment of the report, read with it; may be repeated."
    ),
]

Converted = Annotated[
    bool,
    typer.Option("--libreoffice", help="Let LibreOffice, if installed, convert DOC, WPS, RTF and ODT first."),
]

UNEXPECTED = 70
"""Exit code of a mistake in gouji itself (EX_SOFTWARE)."""

app = typer.Typer(
    cls=ReportByDefault,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read annual reports on information disclosure into one grounded, reconciled record.",
    epilog=f"{EXAMPLES}\n\n{EXIT_CODES}",
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        put(f"gouji {version('gouji')}\n")
        raise typer.Exit


@app.callback()
def group(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read annual reports on information disclosure into one grounded, reconciled record."""


@app.command(DEFAULT, hidden=True, epilog=f"{EXAMPLES}\n\n{EXIT_CODES}")
@with_model_options
def report(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The report; - for standard input.")],
    schema: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed schema, or the path of one.  [required]")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not at all.")
    ] = None,
    attached: Attached = None,
    libreoffice: Converted = False,
    pretty: Annotated[bool, typer.Option("--pretty", help="Indent the JSON.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when a finding is an error.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what the model would be sent, and send nothing.")
    ] = False,
    *,
    model: ModelOptions | None = None,
) -> None:
    """Read one report and print its record as JSON."""
    name = chosen(schema)
    from ..pipeline import extract_document, would_send
    from ..registry import load_schema

    loaded = load_schema(name)
    document = read_document(file, attached or (), libreoffice=libreoffice)
    if dry_run:
        if model is None:
            raise UsageError("--dry-run shows what a model would be sent: give --model NAME too")
        put(json.dumps(would_send(document, loaded, model), ensure_ascii=False, indent=2) + "\n", output)
        return
    result = extract_document(document, loaded, model)
    put(result.to_json(indent=2 if pretty else None) + "\n", output)
    if strict and any(finding.severity == "error" for finding in result.findings):
        raise typer.Exit(1)


@app.command()
def text(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The report; - for standard input.")],
    attached: Attached = None,
    libreoffice: Converted = False,
) -> None:
    """Print the text that offsets refer to, exactly."""
    put(read_document(file, attached or (), libreoffice=libreoffice).text)


app.command("batch", epilog=batches.EXAMPLES)(batches.batch)
app.command("check", epilog=checks.EXAMPLES)(checks.check)
app.command("export", epilog=exports.EXAMPLES)(exports.export)
app.command("schemas")(list_schemas)
app.command("schema")(print_schema)


def main() -> None:
    """Run the command; errors raised on purpose end in their exit code and one line on standard error."""
    try:
        app(prog_name="extract")
    except GoujiError as error:
        print(f"extract: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except Exception:
        traceback.print_exc()
        print("extract: this is a mistake in gouji; please report it with the lines above", file=sys.stderr)
        sys.exit(UNEXPECTED)
