"""The command `extract`: a report by default, and the subcommands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ..errors import GoujiError

EXIT_CODES = """\
Exit codes: 0 done; 1 findings of severity error, under --strict; 2 wrong usage; 3 the input could not
be read; 4 the model could not be reached; 5 part of a batch failed."""

EXAMPLES = """\
Examples:

    extract --schema annual_report report.txt

    extract --schema annual_report --pretty --output report.json report.html

    cat report.txt | extract --schema annual_report --strict -

    extract text report.html"""


class ReportByDefault(TyperGroup):
    """A group whose hidden command `report` is meant when the first word is no command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "--version"):
            args = ["report", *args]
        return list(super().parse_args(ctx, args))


app = typer.Typer(
    cls=ReportByDefault,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read annual reports on information disclosure into one grounded, reconciled record.",
    epilog=f"{EXAMPLES}\n\n{EXIT_CODES}",
)


@app.command(hidden=True, epilog=f"{EXAMPLES}\n\n{EXIT_CODES}")
def report(
    file: Annotated[str, typer.Argument(help="The report; - for standard input.")],
    schema: Annotated[str, typer.Option(help="Name of an installed schema, or the path of one.")],
    output: Annotated[Path | None, typer.Option(help="Write here instead of standard output.")] = None,
    pretty: Annotated[bool, typer.Option("--pretty", help="Indent the JSON.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when a finding is an error.")] = False,
) -> None:
    """Read one report and print its record as JSON."""
    from ..documents import read_file, read_stream
    from ..pipeline import extract_document
    from ..registry import load_schema

    loaded = load_schema(schema)
    document = read_stream(sys.stdin.buffer, "-") if file == "-" else read_file(Path(file))
    result = extract_document(document, loaded)
    _write(result.to_json(indent=2 if pretty else None) + "\n", output)
    if strict and any(finding.severity == "error" for finding in result.findings):
        raise typer.Exit(1)


@app.command()
def schemas() -> None:
    """List the installed schemas."""
    from ..registry import installed

    for name in installed():
        typer.echo(name)


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="Name of an installed schema, or the path of one.")],
) -> None:
    """Print the JSON Schema of a schema's record."""
    import json

    from ..registry import load_schema

    typer.echo(json.dumps(load_schema(name).record.model_json_schema(), ensure_ascii=False, indent=2))


@app.command()
def text(file: Annotated[str, typer.Argument(help="The report; - for standard input.")]) -> None:
    """Print the text that offsets refer to, exactly."""
    from ..documents import read_file, read_stream

    document = read_stream(sys.stdin.buffer, "-") if file == "-" else read_file(Path(file))
    sys.stdout.buffer.write(document.text.encode("utf-8"))


def _write(content: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content.encode("utf-8"))
    else:
        output.write_text(content, encoding="utf-8")


def main() -> None:
    """Run the command; errors raised on purpose end in their exit code and one line on standard error."""
    try:
        app(prog_name="extract")
    except GoujiError as error:
        print(f"extract: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
