"""A report and the files that belong to it, as one document."""

from __future__ import annotations

from dataclasses import replace

from ..values import Cell, Document, Grid, Location, Notice, Span


def joined(report: Document, attachments: tuple[Document, ...]) -> Document:
    """The report with the text of its attachments behind its own, each beginning on a new line.

    Offsets refer to the whole text; evidence in an attachment is located as in the file it is from. The
    attachments are named in `source.attachments`.
    """
    for attachment in attachments:
        report = _with(report, attachment)
    return report


def _with(report: Document, attachment: Document) -> Document:
    text = report.text if report.text.endswith("\n") else report.text + "\n"
    begin = len(text)
    text += attachment.text
    names = dict.fromkeys([*report.source.attachments, attachment.source.path])

    def locate(span: Span) -> Location | None:
        holder, shift = (attachment, begin) if span.start >= begin else (report, 0)
        return holder.locate(_moved(span, -shift)) if holder.locate is not None else None

    return replace(
        report,
        text=text,
        source=replace(report.source, characters=len(text), attachments=tuple(names)),
        grids=report.grids + tuple(_moved_grid(grid, begin) for grid in attachment.grids),
        notices=report.notices + tuple(_moved_notice(notice, begin) for notice in attachment.notices),
        guessed=report.guessed + tuple(_moved(span, begin) for span in attachment.guessed),
        locate=locate,
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved_grid(grid: Grid, by: int) -> Grid:
    def moved(cell: Cell | None) -> Cell | None:
        return None if cell is None else replace(cell, span=_moved(cell.span, by))

    return Grid(tuple(tuple(moved(cell) for cell in row) for row in grid.rows))


def _moved_notice(notice: Notice, by: int) -> Notice:
    return notice if notice.span is None else replace(notice, span=_moved(notice.span, by))
