"""What a caller may choose about the model: one frozen value, passed through the pipeline."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from ..errors import UsageError

OPENAI_URL = "https://api.openai.com/v1"

Parameter = str | int | float | bool | None | list[object] | dict[str, object]


class Mode(StrEnum):
    """How an answer in the shape of a schema is asked for."""

    JSON_SCHEMA = "json_schema"
    TOOLS = "tools"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """A model behind an OpenAI-compatible endpoint, and how it may be used.

    `model` is the name the endpoint knows it by. `api_key` never appears in a repr, key, log or message.
    `mode` None lets the endpoint decide: the first of json_schema, tools, json that it accepts.
    `optional` keeps the record of the rules when the model cannot be reached. `concurrency` is the number
    of requests under way at once, `budget_tokens` the number of prompt and completion tokens after which
    nothing more is sent. `cache_dir` None keeps no cache. A request is given up after `timeout` seconds,
    and sent `tries` times at most, with pauses between that begin at `pause` seconds and are no longer
    than `patience` in all. `parameters` go into every request as they are; None leaves one of the
    defaults out. `chunk` is the length in characters beyond which a section is asked about in
    overlapping pieces.
    """

    model: str
    base_url: str = field(default=OPENAI_URL, repr=False)
    api_key: str = field(default="", repr=False)
    mode: Mode | None = None
    optional: bool = False
    concurrency: int = 4
    budget_tokens: int | None = None
    cache_dir: Path | None = None
    timeout: float = 180.0
    tries: int = 4
    patience: float = 60.0
    pause: float = 0.5
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    chunk: int = 1600

    def __post_init__(self) -> None:
        if not self.model.strip():
            raise UsageError("the name of the model is empty; give --model NAME or set EXTRACT_MODEL")
        if urlsplit(self.base_url).scheme not in ("http", "https"):
            raise UsageError(
                f"{self.endpoint!r} is no address of an endpoint; give --base-url or OPENAI_BASE_URL "
                f"like {OPENAI_URL}"
            )
        for name, value in (("--concurrency", self.concurrency), ("--model-timeout", self.timeout)):
            if value <= 0:
                raise UsageError(f"{name} must be greater than 0, not {value}")
        if self.budget_tokens is not None and self.budget_tokens < 0:
            raise UsageError(f"--budget-tokens must not be negative: {self.budget_tokens}")

    @property
    def endpoint(self) -> str:
        """The base address without any user name or password in it, for messages and keys."""
        parts = urlsplit(self.base_url)
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit((parts.scheme, host, parts.path.rstrip("/"), "", ""))

    @property
    def account(self) -> tuple[str, str] | None:
        """User name and password of the address, where it has them: they stand for the key then."""
        parts = urlsplit(self.base_url)
        return (unquote(parts.username or ""), unquote(parts.password or "")) if "@" in parts.netloc else None

    def without_secrets(self, text: str, shortest: int = 1) -> str:
        """The text with the key, and the user name and password of the address, struck out.

        Those shorter than `shortest` characters stay: striking them out would garble an answer.
        """
        for secret in (self.api_key, *(self.account or ())):
            if secret and len(secret) >= shortest:
                text = text.replace(secret, "***")
        return text


def default_cache_dir(environment: Mapping[str, str] = os.environ) -> Path:
    """`$XDG_CACHE_HOME/gouji`, else `~/.cache/gouji`."""
    base = environment.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "gouji"
