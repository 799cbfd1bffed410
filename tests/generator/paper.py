"""A composed report as the file of a word processor or spreadsheet: PDF, DOCX, XLSX."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from extractor.values import Location

from . import noise
from .ink import Ink
from .printers import Block as Printable
from .printers import (
    Ink as Lines,
)
from .printers import (
    Merged,
    Paragraph,
    PdfStyle,
    Spot,
    Table,
    print_docx,
    print_marked_pdf,
    print_marked_xlsx,
)
from .render import noisy_blocks
from .report import Heading, Report
from .sheet import Kind, Sheet

Mark = TypeVar("Mark")


@dataclass(frozen=True)
class Printed:
    """A file, its marked text as a Word document has it, and where values stand on its pages or sheets."""

    data: bytes
    text: str
    spots: dict[str, list[Location]]


def print_report(report: Report) -> Printed:
    """The report in the layout of its plan."""
    rng = Random(f"print {report.plan.seed}")
    blocks = list(printable(report, rng))
    text = "\n".join(line for block in blocks for line in _lines(block))
    if report.plan.markup == "docx":
        return Printed(print_docx(blocks), text, {})
    if report.plan.markup == "xlsx":
        data, cells = print_marked_xlsx(_sheets(blocks, rng))
        return Printed(data, text, _spots(report.ink, cells, lambda a, b: [Location(sheet=a[0], cell=a[1])]))
    data, marks = print_marked_pdf(blocks, _style(report, rng))
    return Printed(data, text, _spots(report.ink, marks, _boxes))


def printable(report: Report, rng: Random) -> Iterator[Printable]:
    def said(text: str) -> str:
        return _noisy(report, text)

    yield Paragraph(said(report.title), 1)
    for block in noisy_blocks(report, rng):
        if isinstance(block, Heading):
            yield Paragraph(said(block.text), block.level + 1)
        elif isinstance(block, Sheet):
            rows = tuple(tuple(Merged(said(b.text), b.rows, b.columns) for b in row) for row in block.rows)
            yield Table(rows, _head(block))
        else:
            yield Paragraph(said(block.text))


def _noisy(report: Report, text: str) -> str:
    if report.plan.noise & {"traditional", "traditional-words"}:
        text = noise.to_traditional(text, words="traditional-words" in report.plan.noise)
    return noise.spaced_digits(text) if "spaced-digits" in report.plan.noise else text


def _head(sheet: Sheet) -> int:
    """The rows above the first value, which a word processor can repeat."""
    return next((n for n, row in enumerate(sheet.rows) if any(b.kind is Kind.VALUE for b in row)), 0)


def _lines(block: Printable) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield " ".join(block.text.split())
    else:
        for row in block.rows:
            yield " | ".join(" ".join(cell.text.split()) for cell in row)


def _style(report: Report, rng: Random) -> PdfStyle:
    """How one agency prints: with which lines, sizes and running heads."""
    return PdfStyle(
        size=rng.choice((10.5, 12.0, 12.0, 14.0)),
        ink=rng.choice((Lines.STROKES, Lines.THIN_RECTANGLES, Lines.CELL_RECTANGLES)),
        page_numbers=rng.random() < 0.8,
        head=report.body.issuer if rng.random() < 0.25 else "",
        open_sides=rng.random() < 0.15,
        rotate=rng.choice((0, 0, 0, 0, 90, 270)),
        embed=True,
        repeat=rng.random() < 0.4,
        centred=rng.random() < 0.5,
    )


def _sheets(blocks: Sequence[Printable], rng: Random) -> list[tuple[str, Sequence[Printable]]]:
    """All on one sheet, or the text on the first and each table on one of its own."""
    tables = [block for block in blocks if isinstance(block, Table)]
    if rng.random() < 0.5 or not tables:
        return [("年度报告", blocks)]
    text = [block for block in blocks if not isinstance(block, Table)]
    return [("正文", text), *((f"表{n}", [table]) for n, table in enumerate(tables, 1))]


def _spots(
    ink: Ink, marks: Mapping[str, Mark], locate: Callable[[Mark, Mark], list[Location]]
) -> dict[str, list[Location]]:
    """For each path the places between its marks."""
    spots: dict[str, list[Location]] = {}
    for paths, opening, closing in ink.pairs():
        if opening in marks and closing in marks:
            for path in paths:
                spots.setdefault(path, []).extend(locate(marks[opening], marks[closing]))
    return spots


def _boxes(opening: Spot, closing: Spot) -> list[Location]:
    """The box between two marks, or one a line where a line or page ends between them."""
    if (opening.page, opening.top) == (closing.page, closing.top):
        return [_box(opening, closing.x)]
    return [
        _box(opening, 595.0),
        Location(page=closing.page, bbox=(0, closing.top, closing.x, closing.bottom)),
    ]


def _box(spot: Spot, right: float) -> Location:
    return Location(page=spot.page, bbox=(spot.x, spot.top, right, spot.bottom))
