"""The function that every engine runs for each report: a path in, an outcome out, whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import GoujiError
from .inputs import printable
from .line import failure
from .source import Source

if TYPE_CHECKING:
    from ..llm import ModelOptions, ModelWitness


@dataclass(frozen=True, slots=True)
class Settings:
    """How the reports of a run are read: what a worker needs to know, and can be sent.

    `schema` is the name of an installed schema or the path of one; `model` None for rules alone.
    """

    schema: str
    model: ModelOptions | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one report: the JSON object for its line, and the SHA-256 of the bytes that were read."""

    body: bytes
    content: str


Reader = Callable[[Source], Outcome]
"""Reads a report; may raise anything."""


def make_reader(settings: Settings, gate: Connection | None = None) -> Reader:
    """A reader by these settings, with everything loaded that each report needs.

    `gate` leads to the gatekeeper that all workers ask before they send a request to a model.
    """
    from dataclasses import replace

    from ..documents import read_bytes
    from ..pipeline import extract_document
    from ..registry import load_schema

    schema = load_schema(settings.schema)
    model = _witness(settings.model, gate) if settings.model is not None else None

    def read(source: Source) -> Outcome:
        document = read_bytes(source.load(), source.path)
        document = replace(document, source=replace(document.source, path=printable(source.path)))
        result = extract_document(document, schema, model)
        return Outcome(result.to_json().encode(), document.source.sha256)

    return read


def _witness(options: ModelOptions, gate: Connection | None) -> ModelWitness:
    from ..llm import ModelWitness
    from .limits import RemoteGate

    return ModelWitness(options, RemoteGate(gate) if gate is not None else None)


@dataclass(frozen=True, slots=True)
class Failures:
    """Turns what went wrong into the line that stands in place of the record."""

    schema: str
    version: str

    def of(self, error: BaseException, source: Source) -> Outcome:
        """The outcome for an exception: ours by its kind and message, any other as `internal`."""
        if isinstance(error, GoujiError):
            return self.named(error.kind, str(error), source)
        if isinstance(error, MemoryError):
            return self.named("memory", "more memory was needed than --memory allows", source)
        return self.named("internal", f"{_where(error)}: please report this", source)

    def named(self, kind: str, message: str, source: Source) -> Outcome:
        """The outcome for a failure that was seen from outside (time limit, crash)."""
        body = failure(self.schema, self.version, kind, printable(message), printable(source.path))
        return Outcome(body, source.content())


def _where(error: BaseException) -> str:
    """Type, message and place of an unexpected exception, in one line."""
    place: Any = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    at = "" if place is None else f" ({Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})"
    return f"{type(error).__name__}: {error}{at}"
