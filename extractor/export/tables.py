"""The tables of an export: reports wide, values long, findings, and what the fields are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import IO, Any

from ..declare import Schema
from ..jsonl import Located, Whole, read_objects
from .columns import Cell, Column, Kind, Plain
from .layout import Layout, id_of, plain

NAMES = ("wide", "long", "findings", "fields")

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
            _number(value) if isinstance(value, int | Decimal) else None,
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


def _texts(evidence: list[dict[str, Any]]) -> str:
    return "\n".join(entry["text"] for entry in evidence)


def _number(value: int | Decimal | None) -> float | None:
    """The number as these columns hold it; none for a whole number that would not be the same there."""
    if value is None or (value == value // 1 and Decimal(float(value)) != value):
        return None
    return float(value)
