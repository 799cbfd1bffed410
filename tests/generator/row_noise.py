"""What happens to rows of figures on their way: numbers split, page numbers inside, labels around them.

A row whose cells may be read in more than one way afterwards is told by its paths, so that a reader may
leave it out but must not get it wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from .ink import bare, width
from .sheet import Box, Kind, Row, Sheet, values_of

LONG_LABEL = 10
"""A label of so many characters may stand above and below the middle of its row."""

Noise = Callable[[Sheet, Random], tuple[Sheet, set[str]]]


def surround(sheet: Sheet, rng: Random) -> tuple[Sheet, set[str]]:
    """Labels of two lines, with the figures between them, as where a row is as high as its label."""
    rows: list[Row] = []
    for row in sheet.rows:
        labels = [box for box in row if box.kind is Kind.LABEL]
        figures = tuple(box for box in row if box.kind is not Kind.LABEL)
        if not labels or not values_of(row) or not _is_long(labels[-1]) or rng.random() > 0.3:
            rows.append(row)
            continue
        *before, label = labels
        cut = rng.randint(len(label.text) // 2, len(label.text) - 3)
        upper, lower = (replace(label, text=text) for text in (label.text[:cut], label.text[cut:]))
        rows += [(*before, upper), figures, (lower,)]
    return replace(sheet, rows=tuple(rows)), set()


def _is_long(label: Box) -> bool:
    return label.rows == 1 and "\n" not in label.text and len(label.text) >= LONG_LABEL


def split_numbers(sheet: Sheet, rng: Random) -> tuple[Sheet, set[str]]:
    """One number of some rows over two cells, as where it did not fit into its column."""

    def split(row: Row, at: int) -> Row:
        text = row[at].text
        cut = rng.randint(2, len(text) - 2)  # between the marks around the number
        return (*row[:at], replace(row[at], text=text[:cut]), Box(text[cut:], Kind.VALUE), *row[at + 1 :])

    return _in_some_rows(
        sheet, rng, 0.15, lambda box: width(box.text) > 1 and bare(box.text).isdigit(), split
    )


def page_in_row(sheet: Sheet, rng: Random) -> tuple[Sheet, set[str]]:
    """The number of a page among the figures of some rows."""
    page = rng.randint(1, 8)
    style = rng.choice(("{}", "- {} -", "— {} —"))

    def turn(row: Row, at: int) -> Row:
        nonlocal page
        page += 1
        return (*row[: at + 1], Box(style.format(page), Kind.VOID), *row[at + 1 :])

    return _in_some_rows(sheet, rng, 0.06, lambda box: True, turn)


def _in_some_rows(
    sheet: Sheet, rng: Random, share: float, able: Callable[[Box], bool], change: Callable[[Row, int], Row]
) -> tuple[Sheet, set[str]]:
    """The sheet with some of its rows changed at one of their values, and the paths of these rows."""
    rows: list[Row] = []
    unsure: set[str] = set()
    for row in sheet.rows:
        places = [at for at, box in enumerate(row) if box.kind is Kind.VALUE and able(box)]
        if any(not bare(box.text) for box in values_of(row)):
            places = []  # beside an empty cell that leaves no trace, two readings may print the same text
        if not places or rng.random() > share:
            rows.append(row)
            continue
        rows.append(change(row, rng.choice(places)))
        unsure.update(box.path for box in values_of(row) if box.path is not None)
    return replace(sheet, rows=tuple(rows)), unsure


ROW_NOISE: dict[str, Noise] = {
    "labels-around": surround,
    "split-numbers": split_numbers,
    "pages-in-rows": page_in_row,
}
