"""Placed rows → observations; what could not be placed → findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..declare import FieldSpec, FieldType, Schema
from ..values import Finding, Observation, Severity, Span, Witness
from ..views import View
from .pieces import Kind
from .place import Cell, Placed, Stray
from .sheets import Sheet
from .values import money_unit, read_cell


def observations_of(
    placed: Sequence[Placed], sheets: Sequence[Sheet], schema: Schema, view: View
) -> Iterator[Observation]:
    """One observation for every cell of the placed rows."""
    for row in placed:
        sheet = sheets[row.sheet]
        for column, cell in zip(row.columns.order, row.cells, strict=True):
            path = sheet.path(row.row, column) if column is not None else None
            if path is not None and column is not None:
                yield _observed(path, column, cell, row, schema.fields[path], view)


def _observed(path: str, column: int, cell: Cell, row: Placed, spec: FieldSpec, view: View) -> Observation:
    unit = _unit(row, column) if spec.type is FieldType.DECIMAL else None
    reading = read_cell(cell, spec, unit)
    return Observation(
        path=path,
        value=reading.value,
        status=reading.status,
        spans=_spans(cell, view),
        witness=Witness.TABLE,
        support=round(row.support, 3),
        flags=reading.flags | row.flags,
    )


def _unit(row: Placed, column: int) -> str | None:
    """The unit of money that the row, its label or the header of the column states."""
    segment = row.segment
    if segment.unit is not None and (unit := money_unit(segment.unit.text)):
        return unit
    if segment.label is not None and (unit := money_unit(segment.label.text)):
        return unit
    return dict(row.columns.units).get(column)


def _spans(cell: Cell, view: View) -> tuple[Span, ...]:
    return tuple(view.span(piece.start, piece.end) for piece in cell if piece.kind is not Kind.BLANK)


def findings_of(strays: Sequence[Stray], sheets: Sequence[Sheet], view: View) -> Iterator[Finding]:
    """A warning for each run of figures that has no sure place, with the row it may belong to."""
    for stray in strays:
        sheet = sheets[stray.sheet]
        figures = " ".join(piece.text for cell in stray.cells for piece in cell if piece.text)
        spans = tuple(span for cell in stray.cells for span in _spans(cell, view))
        if stray.row is None:
            yield Finding(
                rule="table.unknown_row",
                severity=Severity.WARNING,
                message=f"表格中的数字“{figures}”没有可识别的行名,未采用 / "
                "figures without a known row label were not used",
                spans=spans,
            )
            continue
        paths = (sheet.path(stray.row, c) for c in stray.columns.order if c is not None)
        yield Finding(
            rule="table.unplaced_row",
            severity=Severity.WARNING,
            message=(
                f"“{sheet.row_name(stray.row)}”一行应有{len(stray.columns)}格,见到{len(stray.cells)}格(“{figures}”),"
                f"无法确定各数属于哪一列 / {len(stray.cells)} cells under {len(stray.columns)} columns: "
                "which column each belongs to cannot be told"
            ),
            paths=tuple(path for path in paths if path is not None),
            spans=spans,
        )
