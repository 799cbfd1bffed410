"""`extract schemas` and `extract schema`: what is installed, and what a record looks like."""

from __future__ import annotations

from typing import Annotated

import typer

from ..errors import UsageError
from .streams import put


def chosen(name: str | None) -> str:
    """The schema the user named. Raises UsageError, with those installed, when none is named."""
    if name:
        return name
    from ..registry import installed

    known = installed()
    example = f"; for example: --schema {known[0]}" if known else ""
    raise UsageError(f"which schema? Add --schema NAME (installed: {', '.join(known) or 'none'}){example}")


def list_schemas() -> None:
    """List the installed schemas."""
    from ..registry import installed

    put("".join(f"{name}\n" for name in installed()))


def print_schema(
    name: Annotated[str, typer.Argument(help="Name of an installed schema, or the path of one.")],
) -> None:
    """Print the JSON Schema of a schema's record."""
    import json

    from ..registry import load_schema

    put(json.dumps(load_schema(name).record.model_json_schema(), ensure_ascii=False, indent=2) + "\n")
