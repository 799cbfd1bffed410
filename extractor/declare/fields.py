"""The fields of a record, read off its Pydantic model."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

from ..errors import SchemaError


class FieldType(StrEnum):
    """The type of a field's value, by the names of the contract."""

    INT = "int"
    DECIMAL = "decimal"
    STR = "str"
    DATE = "date"
    ENUM = "enum"
    LIST = "list[str]"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: path, label, unit of its value, type, the forms that have it, and a note.

    `choices` are the allowed values of an enum. `signed` marks a count that may be negative.
    """

    path: str
    label: str
    unit: str
    type: FieldType
    forms: tuple[str, ...]
    note: str = ""
    choices: tuple[str, ...] = ()
    signed: bool = False

    @property
    def numeric(self) -> bool:
        """Whether the value is a count or an amount."""
        return self.type in (FieldType.INT, FieldType.DECIMAL)


def described(label: str, unit: str = "", forms: str = "", note: str = "", *, signed: bool = False) -> Any:
    """A nullable Pydantic field with what a reader must know: label, unit and forms.

    `forms` is a blank-separated list of form names; `unit` is that of the value in the record.
    """
    extra: dict[str, Any] = {"unit": unit, "forms": forms.split(), "note": note, "signed": signed}
    return Field(default=None, title=label, description=label, json_schema_extra=extra)


def field_specs(model: type[BaseModel]) -> Iterator[FieldSpec]:
    """The leaves of a nested record model, in order of declaration.

    A nested model's label goes before those of its fields, its forms limit theirs, and its note
    stands where they have none. Raises SchemaError for a leaf whose type the engine does not know.
    """
    yield from _walk(model, _Context())


@dataclass(frozen=True, slots=True)
class _Context:
    """What the models around a field say about it."""

    prefix: str = ""
    label: str = ""
    forms: frozenset[str] | None = None
    note: str = ""

    def enter(self, name: str, info: FieldInfo) -> _Context:
        forms, note, _, _ = _extra(info)
        if self.forms is not None:
            forms = [f for f in forms if f in self.forms] if forms else sorted(self.forms)
        return _Context(
            prefix=f"{self.prefix}{name}.",
            label=" ".join(part for part in (self.label, info.title or "") if part),
            forms=frozenset(forms) if forms else self.forms,
            note=note or self.note,
        )


def _walk(model: type[BaseModel], context: _Context) -> Iterator[FieldSpec]:
    for name, info in model.model_fields.items():
        inner = _bare(info.annotation)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _walk(inner, context.enter(name, info))
        else:
            yield _leaf(name, info, inner, context)


def _leaf(name: str, info: FieldInfo, inner: object, context: _Context) -> FieldSpec:
    forms, note, unit, signed = _extra(info)
    choices = (
        tuple(str(a) for a in typing.get_args(inner)) if typing.get_origin(inner) is typing.Literal else ()
    )
    path = f"{context.prefix}{name}"
    return FieldSpec(
        path=path,
        label=" ".join(part for part in (context.label, info.title or name) if part),
        unit=unit,
        type=FieldType.ENUM if choices else _type_of(path, inner),
        forms=tuple(f for f in forms if context.forms is None or f in context.forms),
        note="; ".join(part for part in (context.note, note) if part),
        choices=choices,
        signed=signed,
    )


def _extra(info: FieldInfo) -> tuple[list[str], str, str, bool]:
    """Forms, note, unit and sign that a field declares."""
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    forms = extra.get("forms")
    return (
        [str(f) for f in forms] if isinstance(forms, list) else [],
        str(extra.get("note") or ""),
        str(extra.get("unit") or ""),
        bool(extra.get("signed")),
    )


def _type_of(path: str, inner: object) -> FieldType:
    if typing.get_origin(inner) is list:
        return FieldType.LIST
    known = {int: FieldType.INT, Decimal: FieldType.DECIMAL, str: FieldType.STR, date: FieldType.DATE}
    if isinstance(inner, type) and inner in known:
        return known[inner]
    raise SchemaError(f"field {path}: type {inner!r} is none of int, Decimal, str, date, Literal, list[str]")


def _bare(annotation: object) -> object:
    """The annotation without `| None` and `Annotated`."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        rest = [a for a in typing.get_args(annotation) if a is not type(None)]
        return _bare(rest[0]) if len(rest) == 1 else annotation
    return annotation
