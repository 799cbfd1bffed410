"""The columns of the wide table, and the cells of its rows."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, count
from typing import Any

from ..declare import FieldSpec, FieldType, Schema
from ..errors import InputError, UsageError
from ..jsonl import Whole
from .columns import HUGE_DIGITS, Cell, Column, Kind, Plain

_KEYS = frozenset(
    {
        "id",
        "fingerprint",
        "schema",
        "schema_version",
        "source",
        "record",
        "fields",
        "findings",
        "usage",
        "error",
    }
)
_KINDS = {FieldType.INT: Kind.INTEGER, FieldType.DECIMAL: Kind.NUMBER, FieldType.DATE: Kind.DATE}
_SHOWN = ("error", "warning")
_OURS = ("id", "source.path", "error.kind", "error.message")
_INT64 = 2**63 - 1


@dataclass
class Layout:
    """The columns of the wide table, found by looking at every record once.

    The fields that some record speaks of, in the schema's order; before them the id, the columns carried
    from a manifest (`carried.` before one that has a field's name), where the report came from, and why it
    failed if it did.
    """

    schema: Schema
    _carried: dict[str, Kind | None] = field(default_factory=dict)
    _spoken: set[str] = field(default_factory=set)
    _large: dict[str, int] = field(default_factory=dict)

    def look(self, whole: Whole, where: str) -> None:
        """Note what columns a record needs. Raises InputError or UsageError for one that does not fit."""
        if "error" not in whole and not isinstance(whole.get("fields"), dict):
            raise InputError(f"{where}: no record there; expected what `extract` or `extract batch` prints")
        if whole.get("schema") != self.schema.name:
            raise UsageError(f"{where}: of the schema {whole.get('schema')}, not {self.schema.name}")
        for key in whole:
            if key not in _KEYS:
                self._carried[key] = _joint(self._carried.get(key), whole[key])
        for path, entry in whole.get("fields", {}).items():
            self._spoken.add(path)
            if isinstance(entry["value"], int) and abs(entry["value"]) > _INT64:
                self._large[path] = max(self._large.get(path, 0), abs(entry["value"]))

    @property
    def specs(self) -> list[FieldSpec]:
        """The fields that have a column."""
        return [spec for path, spec in self.schema.fields.items() if path in self._spoken]

    @property
    def wide(self) -> tuple[Column, ...]:
        """The columns of the wide table."""
        names = self._names()
        return (
            Column("id", "报告"),
            *(Column(names[key], kind=kind or Kind.TEXT) for key, kind in self._carried.items()),
            Column("source.path", "文件"),
            Column("error.kind", "读取失败类型"),
            Column("error.message", "读取失败原因"),
            *(Column(s.path, s.label, self._kind(s)) for s in self.specs),
        )

    def row(self, whole: Whole) -> list[Cell]:
        """The row of one report."""
        error, fields = whole.get("error", {}), whole.get("fields", {})
        told = _told(whole)
        return [
            Cell(id_of(whole)),
            *(Cell(plain(whole.get(key))) for key in self._carried),
            Cell(whole.get("source", {}).get("path", error.get("input"))),
            Cell(error.get("kind")),
            Cell(error.get("message")),
            *(_cell(fields.get(s.path), told.get(s.path, [])) for s in self.specs),
        ]

    def _names(self) -> dict[str, str]:
        """The name of each carried column: no two columns may differ by case alone, DuckDB knows no case."""
        used = {name.casefold() for name in (*_OURS, *self.schema.fields)}
        names: dict[str, str] = {}
        for key in self._carried:
            numbered = (f"carried.{key}.{n}" for n in count(2))
            choices = chain((key, f"carried.{key}"), numbered)
            names[key] = next(name for name in choices if name and name.casefold() not in used)
            used.add(names[key].casefold())
        return names

    def _kind(self, spec: FieldSpec) -> Kind:
        """What the column of a field holds; a number too large for its type makes it another one."""
        largest = self._large.get(spec.path, 0)
        if largest:
            return Kind.HUGE if largest < 10**HUGE_DIGITS else Kind.TEXT
        return _KINDS.get(spec.type, Kind.TEXT)


def _joint(kind: Kind | None, value: Any) -> Kind | None:
    """What a carried column holds that held `kind` so far (None: nothing yet), with one more value."""
    if value is None:
        return kind
    whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _INT64
    return Kind.INTEGER if whole and kind in (None, Kind.INTEGER) else Kind.TEXT


def id_of(whole: Whole) -> str:
    """What a report is called: its id in a batch, else the path of its file."""
    return str(whole["id"] if "id" in whole else whole["source"]["path"])


def plain(value: Any) -> Plain:
    """A JSON value as a table holds it: lists a line each, numbers as numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, list):
        return "\n".join(str(plain(item)) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)


def _cell(entry: dict[str, Any] | None, findings: list[dict[str, Any]]) -> Cell:
    if entry is None:
        return Cell(None)
    doubt = ["ambiguous"] if entry["status"] == "ambiguous" else []
    reasons = (*doubt, *entry["flags"], *(finding["message"] for finding in findings))
    grave = any(finding["severity"] == "error" for finding in findings)
    return Cell(plain(entry["value"]), entry["status"], reasons, grave)


def _told(whole: Whole) -> dict[str, list[dict[str, Any]]]:
    """The errors and warnings that name each path."""
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for finding in whole.get("findings", ()):
        if finding["severity"] in _SHOWN:
            for path in finding["paths"]:
                told[path].append(finding)
    return told
