"""The options that name a model: the same for every command that can use one."""

from __future__ import annotations

import inspect
import json
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError

if TYPE_CHECKING:
    from ..llm import ModelOptions

_DECLARED: dict[str, tuple[Any, Any]] = {
    "model": (
        Annotated[
            str | None,
            typer.Option(
                metavar="NAME", envvar="EXTRACT_MODEL", help="Ask this model about what the rules leave open."
            ),
        ],
        None,
    ),
    "base_url": (
        Annotated[
            str | None,
            typer.Option(
                metavar="URL",
                envvar="OPENAI_BASE_URL",
                help="Address of an OpenAI-compatible endpoint; its key is read from OPENAI_API_KEY.",
            ),
        ],
        None,
    ),
    "mode": (
        Annotated[
            str | None,
            typer.Option(
                metavar="MODE",
                help="json_schema, tools or json; by default the first that the endpoint accepts.",
            ),
        ],
        None,
    ),
    "model_optional": (
        Annotated[
            bool,
            typer.Option("--model-optional", help="Go on with the rules alone when the model fails."),
        ],
        False,
    ),
    "concurrency": (Annotated[int, typer.Option(metavar="N", min=1, help="Requests under way at once.")], 4),
    "budget_tokens": (
        Annotated[
            int | None, typer.Option(metavar="N", min=0, help="Send nothing more after this many tokens.")
        ],
        None,
    ),
    "model_timeout": (
        Annotated[float, typer.Option(metavar="SECONDS", help="Seconds to wait for one answer.")],
        180.0,
    ),
    "parameter": (
        Annotated[
            list[str] | None,
            typer.Option(
                metavar="NAME=JSON", help="Add to every request; NAME=null leaves out a default one."
            ),
        ],
        None,
    ),
    "cache_dir": (
        Annotated[
            Path | None,
            typer.Option(metavar="FOLDER", help="Keep answers here instead of the user's cache folder."),
        ],
        None,
    ),
    "no_cache": (Annotated[bool, typer.Option("--no-cache", help="Keep no answers.")], False),
}


def with_model_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with these options added; it gets them as one argument `model`, None without a model."""
    command.__annotations__.pop("model", None)  # no option of its own, and its type is imported lazily
    signature = inspect.signature(command, eval_str=True)
    own = [p for name, p in signature.parameters.items() if name != "model"]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in _DECLARED.items()
    ]

    @wraps(command)
    def with_options(*args: Any, **given: Any) -> Any:
        chosen = {name: given.pop(name) for name in _DECLARED}
        return command(*args, model=_options(**chosen), **given)

    parameters = [*own, *added]
    with_options.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {p.name: p.annotation for p in parameters}
    return with_options


def _options(
    model: str | None,
    base_url: str | None,
    mode: str | None,
    model_optional: bool,
    concurrency: int,
    budget_tokens: int | None,
    model_timeout: float,
    parameter: list[str] | None,
    cache_dir: Path | None,
    no_cache: bool,
) -> ModelOptions | None:
    if model is None:
        return None
    from ..llm import Mode, ModelOptions, default_cache_dir
    from ..llm.options import OPENAI_URL

    if mode is not None and mode not in set(Mode):
        raise UsageError(f"--mode {mode}: there is no such mode; give one of {', '.join(Mode)}")
    return ModelOptions(
        model=model,
        base_url=base_url or OPENAI_URL,
        api_key=os.environ.get("OPENAI_API_KEY", ""),
        mode=Mode(mode) if mode is not None else None,
        optional=model_optional,
        concurrency=concurrency,
        budget_tokens=budget_tokens,
        timeout=model_timeout,
        parameters=dict(_parameter(text) for text in parameter or ()),
        cache_dir=None if no_cache else cache_dir or default_cache_dir(),
    )


def _parameter(text: str) -> tuple[str, Any]:
    """NAME=VALUE, where the value is JSON, or a plain word."""
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise UsageError(f"--parameter {text}: give NAME=VALUE, as in top_p=0.5")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value
