"""Placed rows → observations; what could not be placed → findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..values import Finding, Observation, Severity, Span, Status, Witness
from ..views import View
from .align import Placed, Stray
from .fit import Cell, is_blank
from .guesses import Guesses
from .ledger import Book

_EITHER = 0.45
"""How likely figures are those of a row, if they may as well be those of the next."""

_TOLD = 60
"""So many rows that could not be used are told one by one."""


def observations_of(
    placed: Sequence[Placed], book: Book, view: View, guesses: Guesses
) -> Iterator[Observation]:
    """One observation for every cell of the placed rows."""
    for row in placed:
        doubts = guesses.flags(row)
        flags = row.flags | row.columns.flags
        support = round(row.support * (_EITHER if row.ambiguous else 1.0), 3)
        for path, cell, reading in book.readings(row):
            yield Observation(
                path=path,
                value=reading.value,
                status=Status.AMBIGUOUS if row.ambiguous and reading.value is not None else reading.status,
                spans=_spans(cell, view),
                witness=Witness.TABLE,
                support=support,
                flags=flags.union(reading.flags, doubts.get(path, ())),
            )


def _spans(cell: Cell, view: View) -> tuple[Span, ...]:
    if is_blank(cell):
        return ()
    return tuple([view.span(piece.start, piece.end) for piece in cell])


def findings_of(
    placed: Sequence[Placed], strays: Sequence[Stray], book: Book, view: View
) -> Iterator[Finding]:
    """A warning for each row of figures that has no sure place, with the row it may belong to.

    Of very many only the first are told one by one.
    """
    yield from (_ambiguous(row, book, view) for row in placed if row.ambiguous)
    unread = [stray for stray in strays if any(p.text[:1].isdigit() for cell in stray.cells for p in cell)]
    yield from (_unread(stray, book, view) for stray in unread[:_TOLD])
    if len(unread) > _TOLD:
        more = len(unread) - _TOLD
        yield Finding(
            rule="table.unknown_row",
            severity=Severity.WARNING,
            message=(
                f"另有{more}行表格数字无法确定所属的行或列,未采用 / "
                f"{more} more rows of figures whose place is not known were not used"
            ),
        )


def _ambiguous(row: Placed, book: Book, view: View) -> Finding:
    name = book.sheets[row.sheet].row_name(row.name.row)
    return Finding(
        rule="table.ambiguous_row",
        severity=Severity.WARNING,
        message=(
            f"“{name}”一行的数字也可能属于缺了行名的下一行 / "
            "the figures of this row may be those of the next one, whose label is missing"
        ),
        paths=tuple(path for path, _, _ in book.readings(row)),
        spans=tuple(span for cell in row.line.cells for span in _spans(cell, view)),
    )


def _unread(stray: Stray, book: Book, view: View) -> Finding:
    sheet = book.sheets[stray.sheet]
    figures = " ".join(piece.text for cell in stray.cells for piece in cell if piece.text)
    spans = tuple(span for cell in stray.cells for span in _spans(cell, view))
    if stray.name is None:
        return Finding(
            rule="table.unknown_row",
            severity=Severity.WARNING,
            message=f"表格中的数字“{figures}”没有可识别的行名,未采用 / "
            "figures without a known row label were not used",
            spans=spans,
        )
    name = sheet.row_name(stray.name.row)
    paths = (sheet.path(stray.name.row, c) for c in stray.columns.order if c is not None)
    if len(stray.cells) == len(stray.columns):
        message = (
            f"“{name}”一行的“{figures}”不一定是该行的数字(可能是页码,或属于缺失的行、列),未采用 / "
            "these may be no figures of this row, but the number of a page, or those of a row or column "
            "that is missing"
        )
    else:
        message = (
            f"“{name}”一行应有{len(stray.columns)}格,见到{len(stray.cells)}格(“{figures}”),"
            f"无法确定各数属于哪一列 / {len(stray.cells)} cells under {len(stray.columns)} columns: "
            "which column each belongs to cannot be told"
        )
    return Finding(
        rule="table.unplaced_row",
        severity=Severity.WARNING,
        message=message,
        paths=tuple(path for path in paths if path is not None),
        spans=spans,
    )
