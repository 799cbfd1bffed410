"""How values are printed into the cells of a form: digits, blanks, slashes, units, remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from random import Random

from .identities import Number
from .ink import Ink
from .sheet import Box, Kind, Row, Sheet, values_of

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


class Said(StrEnum):
    """What a printed cell says of its field. FREE: in words, so that a reader may give 0 or nothing."""

    STATED = "stated"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed value: its characters, what they say, and the value they state."""

    text: str
    said: Said
    value: Number | None


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one agency when it fills in the form."""

    sparse: bool = False
    """Zeros are left blank."""
    slash: str = ""
    """What is written into rows that do not apply."""
    slash_share: float = 0.0
    """How many of the rows that hold only zeros are filled with `slash`."""
    blank_totals: bool = False
    """The column of totals in section three is blank but for the three main rows."""
    thousands: bool = False
    full_width: bool = False
    units: bool = False
    """Some cells carry their unit."""
    remarks: bool = False
    """Some cells carry a remark that holds digits."""
    signs: bool = False
    """Changes are written with a sign or a word (+3, 减3)."""
    money_units: str = ""
    """`万元`: amounts carry it; `元`: amounts are written in yuan; empty: bare numbers."""
    dashes: str = ""
    """What stands in the cells of rows that are mere headings."""
    words: bool = False
    """A row that does not apply says so in words."""


def draw_style(rng: Random, *, idle: bool) -> Style:
    """The habits of a random agency; an idle body writes slashes and blanks more often."""
    unusual = rng.random
    return Style(
        sparse=unusual() < 0.12,
        slash=rng.choice(("/", "/", "—", "-", "无", "空")) if unusual() < (0.6 if idle else 0.2) else "",
        slash_share=rng.choice((0.3, 1.0)),
        blank_totals=unusual() < 0.06,
        thousands=unusual() < 0.15,
        full_width=unusual() < 0.08,
        units=unusual() < 0.1,
        remarks=unusual() < 0.1,
        signs=unusual() < 0.5,
        money_units=rng.choice(("", "", "", "万元", "元")),
        dashes=rng.choice(("", "——", "——")),
        words=unusual() < 0.05,
    )


def fill(
    sheet: Sheet, values: Mapping[str, Number], style: Style, rng: Random, ink: Ink
) -> tuple[Sheet, dict[str, Printed]]:
    """The sheet with its values written in and marked, and what was printed for each path."""
    printed: dict[str, Printed] = {}
    rows = []
    for row in sheet.rows:
        texts = _row(row, values, style, rng)
        printed |= texts
        rows.append(tuple(_written(box, texts, style, ink) for box in row))
    return replace(sheet, rows=tuple(rows)), printed


def _written(box: Box, texts: Mapping[str, Printed], style: Style, ink: Ink) -> Box:
    if box.kind is Kind.VOID:
        return replace(box, text=style.dashes)
    if box.path is None:
        return box
    return replace(box, text=ink.mark(texts[box.path].text, box.path))


def _row(row: Row, values: Mapping[str, Number], style: Style, rng: Random) -> dict[str, Printed]:
    paths = [box.path for box in values_of(row) if box.path is not None]
    if not paths:
        return {}
    empty = all(values[path] == 0 for path in paths)
    if empty and style.slash and rng.random() < style.slash_share:
        return {path: Printed(style.slash, Said.NOT_APPLICABLE, None) for path in paths}
    if empty and style.words and paths[0].startswith("proactive.regulations."):
        return {path: Printed("本单位未制作规章", Said.FREE, Decimal(0)) for path in paths}
    return {path: _cell(path, values[path], style, rng) for path in paths}


def _cell(path: str, value: Number, style: Style, rng: Random) -> Printed:
    if style.blank_totals and _is_lesser_total(path):
        return Printed("", Said.BLANK, None)
    if style.sparse and value == 0:
        return Printed("", Said.BLANK, None)
    return Printed(write(path, value, style, rng), Said.STATED, value)


def _is_lesser_total(path: str) -> bool:
    return (
        path.startswith("requests.outcomes.")
        and path.endswith(".total")
        and path != "requests.outcomes.total.total"
    )


def write(path: str, value: Number, style: Style, rng: Random) -> str:
    """The characters of a stated value under a style."""
    if path.endswith((".amount", ".budget", ".fees_collected")):
        return _money(Decimal(value), style)
    text = _digits(value, style)
    if path.endswith(".items_change"):
        return _signed(value, style, rng)
    if style.units and rng.random() < 0.2:
        return f"{text}件"
    if style.remarks and value >= 3 and path.startswith("proactive.") and rng.random() < 0.4:
        return f"{text}（其中修订{rng.randint(1, int(value) - 1)}件）"
    return text


def _digits(value: Number, style: Style) -> str:
    text = f"{value:,}" if style.thousands else f"{value}"
    return text.translate(FULL_WIDTH) if style.full_width else text


def _signed(value: Number, style: Style, rng: Random) -> str:
    if not style.signs or value == 0:
        return f"{value}"
    if rng.random() < 0.3:
        return f"增{value}" if value > 0 else f"减{-value}"
    return f"{value:+}"


def _money(value: Decimal, style: Style) -> str:
    if style.money_units == "元" and value * 10000 == (value * 10000).to_integral_value():
        return f"{int(value * 10000)}元"
    return f"{value:f}万元" if style.money_units == "万元" else f"{value:f}"
