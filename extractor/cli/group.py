"""The command group: a report is meant where the first word is no command."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from typer.core import TyperGroup

from ..errors import UsageError

DEFAULT = "report"
"""The hidden command that reads one report."""

_OF_THE_GROUP = ("--help", "--version")


class ReportByDefault(TyperGroup):
    """`extract FILE --schema NAME` is `extract report FILE --schema NAME`, in any order of the words.

    The help of the group shows the options of that command as its own.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the hidden command before the words that are meant for it."""
        if args and args[0] not in _OF_THE_GROUP and self._means_a_report(args):
            args = [DEFAULT, *args]
        return list(super().parse_args(ctx, args))

    def _means_a_report(self, args: list[str]) -> bool:
        first = args[0]
        with_schema = any(word == "--schema" or word.startswith("--schema=") for word in args)
        if first in self.commands:
            # `extract text --schema NAME`: only a file can be meant by `text`, the command has no schema
            takes_schema = any("--schema" in param.opts for param in self.commands[first].params)
            return with_schema and not takes_schema and Path(first).exists()
        if not with_schema and not first.startswith("-") and not Path(first).exists():
            raise UsageError(self._unknown(first))
        return True

    def _unknown(self, word: str) -> str:
        visible = [name for name, command in self.commands.items() if not command.hidden]
        close = get_close_matches(word, visible, n=1)
        hint = f"did you mean `extract {close[0]}`? " if close else ""
        return f"{word!r} is neither a file nor a command; {hint}The commands are: {', '.join(visible)}"

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Both ways to call: for one report, and with a command."""
        formatter.write_usage(ctx.command_path, "--schema NAME [OPTIONS] FILE")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix="       ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The options for one report, those of the group, and the commands."""
        params = [*self.commands[DEFAULT].params, *self.get_params(ctx)]
        records = [record for param in params if (record := param.get_help_record(ctx)) is not None]
        with formatter.section("Options for one report"):
            formatter.write_dl(records)
        self.format_commands(ctx, formatter)
