"""The tables of an export: reports wide, values long, findings, and what the fields are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO, Any

from ..declare import FieldSpec, FieldType, Schema
from ..errors import InputError, UsageError
from ..jsonl import Located, Whole, read_objects
from .columns import Cell, Column, Kind, Plain

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

LONG = (
    Column("id", "报告"),
    Column("path", "字段"),
    Column("label", "字段名称"),
    Column("value", "值"),
    Column("number", "数值", Kind.NUMBER),
    Column("unit", "单位"),
    Column("status", "状态"),
    Column("confidence", "可信度", Kind.NUMBER),
    Column("method", "来源方法"),
    Column("flags", "存疑标记"),
    Column("evidence", "原文"),
    Column("start", "原文起", Kind.INTEGER),
    Column("end", "原文止", Kind.INTEGER),
    Column("page", "页", Kind.INTEGER),
    Column("sheet", "工作表"),
    Column("cell", "单元格"),
)
FINDINGS = (
    Column("id", "报告"),
    Column("rule", "规则"),
    Column("severity", "程度"),
    Column("message", "说明"),
    Column("paths", "字段"),
    Column("left", "左边", Kind.NUMBER),
    Column("right", "右边", Kind.NUMBER),
    Column("difference", "差额", Kind.NUMBER),
    Column("suspects", "可能有误的字段及应有值"),
    Column("evidence", "原文"),
)
FIELDS = (
    Column("path", "字段"),
    Column("label", "字段名称"),
    Column("unit", "单位"),
    Column("type", "类型"),
    Column("forms", "格式"),
    Column("note", "说明"),
)


class Tables:
    """The four tables of a file of records. Rows are made anew, from the file, each time they are asked for.

    Raises InputError and UsageError for a file that does not fit.
    """

    def __init__(self, file: IO[bytes], name: str, schema: Schema) -> None:
        self._file, self._name, self._schema = file, name, schema
        self._layout = Layout(schema)
        self.reports = 0
        for found in self._found():
            self._layout.look(found.whole, found.where)
            self.reports += 1

    @property
    def wide(self) -> tuple[Column, ...]:
        """The columns of the wide table."""
        return self._layout.wide

    def wide_rows(self) -> Iterator[list[Cell]]:
        """A row for each report, also for one that failed."""
        return (self._layout.row(found.whole) for found in self._found())

    def long_rows(self) -> Iterator[list[Plain]]:
        """A row for each value, as LONG has it."""
        return (row for found in self._found() for row in long_rows(found.whole, self._schema))

    def finding_rows(self) -> Iterator[list[Plain]]:
        """A row for each finding, as FINDINGS has it."""
        return (row for found in self._found() for row in finding_rows(found.whole))

    def field_rows(self) -> Iterator[list[Plain]]:
        """A row for each field of the wide table, as FIELDS has it."""
        return field_rows(self._layout)

    def all(self) -> Iterator[tuple[str, tuple[Column, ...], Iterator[list[Plain]]]]:
        """Name, columns and plain rows of every table, the wide one first."""
        yield "wide", self.wide, ([cell.value for cell in row] for row in self.wide_rows())
        yield "long", LONG, self.long_rows()
        yield "findings", FINDINGS, self.finding_rows()
        yield "fields", FIELDS, self.field_rows()

    def _found(self) -> Iterator[Located]:
        self._file.seek(0)
        return read_objects(self._file, self._name)


@dataclass
class Layout:
    """The columns of the wide table, found by looking at every record once.

    The fields that some record speaks of, in the schema's order; before them the id, the columns carried
    from a manifest (`carried.` before one that has a field's name), where the report came from, and why it
    failed if it did.
    """

    schema: Schema
    _carried: dict[str, None] = field(default_factory=dict)
    _spoken: set[str] = field(default_factory=set)

    def look(self, whole: Whole, where: str) -> None:
        """Note what columns a record needs. Raises InputError or UsageError for one that does not fit."""
        if "error" not in whole and not isinstance(whole.get("fields"), dict):
            raise InputError(f"{where}: no record there; expected what `extract` or `extract batch` prints")
        if whole.get("schema") != self.schema.name:
            raise UsageError(f"{where}: of the schema {whole.get('schema')}, not {self.schema.name}")
        self._carried.update(dict.fromkeys(key for key in whole if key not in _KEYS))
        self._spoken.update(whole.get("fields", ()))

    @property
    def specs(self) -> list[FieldSpec]:
        """The fields that have a column."""
        return [spec for path, spec in self.schema.fields.items() if path in self._spoken]

    @property
    def wide(self) -> tuple[Column, ...]:
        """The columns of the wide table."""
        return (
            Column("id", "报告"),
            *(Column(self._name(key)) for key in self._carried),
            Column("source.path", "文件"),
            Column("error.kind", "读取失败类型"),
            Column("error.message", "读取失败原因"),
            *(Column(s.path, s.label, _KINDS.get(s.type, Kind.TEXT)) for s in self.specs),
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

    def _name(self, key: str) -> str:
        taken = key in self.schema.fields or key in ("source.path", "error.kind", "error.message")
        return f"carried.{key}" if taken else key


def long_rows(whole: Whole, schema: Schema) -> Iterator[list[Plain]]:
    """A row for each field the report speaks of, as LONG has it."""
    for path, entry in whole.get("fields", {}).items():
        spec = schema.fields.get(path)
        value = entry["value"]
        first = entry["evidence"][0] if entry["evidence"] else {}
        yield [
            id_of(whole),
            path,
            spec.label if spec else None,
            plain(value),
            float(value) if isinstance(value, int | Decimal) else None,
            spec.unit if spec else None,
            entry["status"],
            float(entry["confidence"]),
            entry["method"],
            "; ".join(entry["flags"]),
            _texts(entry["evidence"]),
            *(first.get(key) for key in ("start", "end", "page", "sheet", "cell")),
        ]


def finding_rows(whole: Whole) -> Iterator[list[Plain]]:
    """A row for each finding, as FINDINGS has it."""
    for finding in whole.get("findings", ()):
        yield [
            id_of(whole),
            finding["rule"],
            finding["severity"],
            finding["message"],
            "; ".join(finding["paths"]),
            *(_number(finding.get(side)) for side in ("left", "right", "difference")),
            "; ".join(f"{s['path']} = {plain(s['value'])}" for s in finding.get("suspects", ())),
            _texts(finding.get("evidence", [])),
        ]


def field_rows(layout: Layout) -> Iterator[list[Plain]]:
    """A row for each column of the wide table that is a field, as FIELDS has it."""
    for spec in layout.specs:
        yield [spec.path, spec.label, spec.unit, str(spec.type), " ".join(spec.forms), spec.note]


def id_of(whole: Whole) -> str:
    """What a report is called: its id in a batch, else the path of its file."""
    return str(whole["id"] if "id" in whole else whole["source"]["path"])


def plain(value: Any) -> Plain:
    """A JSON value as a table holds it: lists a line each, numbers as numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, list):
        return "\n".join(str(plain(item)) for item in value)
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


def _texts(evidence: list[dict[str, Any]]) -> str:
    return "\n".join(entry["text"] for entry in evidence)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
