"""The shape of an answer, made for exactly the questions of one request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError, create_model
from pydantic_core import from_json

from .questionnaire import Kind, Question


def _printed(value: object) -> object:
    """A number that came without quotation marks, as it would be printed."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Printed = Annotated[str, BeforeValidator(_printed)]


class FigureAnswer(BaseModel):
    """One number, as printed, in the passage that states it."""

    quote: str
    value: Printed


class RowAnswer(BaseModel):
    """One row of a table, and its numbers cell by cell."""

    quote: str
    cells: list[Printed]


Answer = FigureAnswer | RowAnswer | list[str] | None

ANSWER_TYPES: dict[Kind, Any] = {
    Kind.FIGURE: FigureAnswer | None,
    Kind.ROW: RowAnswer | None,
    Kind.LIST: list[str],
}


class Shape(BaseModel):
    """Base of the shapes: properties are field paths, and the JSON Schema carries no titles to pay for."""

    model_config = ConfigDict(populate_by_name=True)
    _schema: ClassVar[dict[str, Any]]

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The JSON Schema without titles and descriptions, but for the name of the whole."""
        if args or kwargs:
            return cls._plain_schema(*args, **kwargs)
        if "_schema" not in vars(cls):
            cls._schema = cls._plain_schema()
        return deepcopy(cls._schema)

    @classmethod
    def _plain_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        plain: dict[str, Any] = _untitled(super().model_json_schema(*args, **kwargs))
        return {"title": cls.__name__, "description": "Answers by field.", **plain}


def answer_shape(questions: Sequence[Question]) -> type[Shape]:
    """A model with one required property for each question, named by its path."""
    return _shape(tuple((question.path, question.kind) for question in questions))


@lru_cache(maxsize=256)
def _shape(asked: tuple[tuple[str, Kind], ...]) -> type[Shape]:
    fields: dict[str, Any] = {
        f"f{index}": (ANSWER_TYPES[kind], Field(alias=path)) for index, (path, kind) in enumerate(asked)
    }
    return create_model("Answer", __base__=Shape, **fields)


def answers_of(answer: Shape, questions: Sequence[Question]) -> dict[str, Answer]:
    """The answers by path."""
    return {question.path: getattr(answer, f"f{index}") for index, question in enumerate(questions)}


def salvage(text: str, questions: Sequence[Question]) -> dict[str, Answer]:
    """The answers of a broken or cut text that are whole and well-formed, by path."""
    try:
        data = from_json(text, allow_partial=True)
    except ValueError:
        return {}
    if not isinstance(data, Mapping):
        return {}
    whole = _is_whole(text)
    kept: dict[str, Answer] = {}
    for question in questions:
        if question.path in data and (whole or question.path != _last(data)):
            try:
                kept[question.path] = TypeAdapter(ANSWER_TYPES[question.kind]).validate_python(
                    data[question.path]
                )
            except ValidationError:
                continue
    return kept


def _is_whole(text: str) -> bool:
    try:
        from_json(text)
    except ValueError:
        return False
    return True


def _last(data: Mapping[str, Any]) -> str | None:
    return next(reversed(data), None) if isinstance(data, dict) else None


def _untitled(node: Any) -> Any:
    if isinstance(node, dict):
        return {
            key: {name: _untitled(child) for name, child in value.items()}
            if key in ("properties", "$defs")
            else _untitled(value)
            for key, value in node.items()
            if key not in ("title", "description")
        }
    if isinstance(node, list):
        return [_untitled(item) for item in node]
    return node
