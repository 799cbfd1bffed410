"""Tables flattened into text: the layouts L1 to L7 of real reports, and rows parted by spaces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from .ink import bare
from .sheet import Kind, Row, Sheet, values_of


@dataclass
class Flat:
    """The lines of flattened tables, and the paths whose cells lost their place among blanks."""

    lines: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)


Writer = Callable[[Row, Random, Flat], None]


def _cells(row: Row) -> list[str]:
    return [box.text for box in row]


def _l1(row: Row, rng: Random, out: Flat) -> None:
    """One cell to a line, each ending in ` |`."""
    out.lines += [f"{text} |" for text in _cells(row)]
    if all(box.kind is Kind.HEAD for box in row) and rng.random() < 0.3:
        out.lines.append("|||")


def _l2(row: Row, rng: Random, out: Flat) -> None:
    """One row to a line; header rows are padded for the columns their cells span."""
    padding = "|" * sum(box.columns - 1 for box in row if box.kind is not Kind.LABEL)
    out.lines.append(" | ".join(_cells(row)) + " |" + (f" {padding}" if padding else ""))


def _l2_led(row: Row, rng: Random, out: Flat) -> None:
    """One row to a line, with a leading `|`."""
    out.lines.append("| " + " | ".join(_cells(row)) + " |")


def _l3(row: Row, rng: Random, out: Flat) -> None:
    """Cell, then a line with a lone `|`."""
    for text in _cells(row):
        out.lines += [text, "|"] if bare(text) else [text + "|"]


def _l4(row: Row, rng: Random, out: Flat) -> None:
    """One cell to a line, an empty line between."""
    for text in _kept(row, out):
        out.lines += [text, ""]


def _l5(row: Row, rng: Random, out: Flat) -> None:
    """One cell to a line, nothing between."""
    out.lines += _kept(row, out)


def _l6(row: Row, rng: Random, out: Flat) -> None:
    """A line `|`, then each cell indented with ` | ` behind it."""
    out.lines.append("|")
    out.lines += [f"  {text} | " for text in _cells(row)]


def _l6_each(row: Row, rng: Random, out: Flat) -> None:
    """A line `|` before every cell."""
    for text in _cells(row):
        out.lines += ["|", f"    {text} | "]


def _l7(row: Row, rng: Random, out: Flat) -> None:
    """A row to a line as in L2, but a blank cell is a line with a lone `|`."""
    line = ""
    for text in _cells(row):
        if bare(text):
            line += f"{text} | "
        else:
            out.lines += [*([line.rstrip()] if line else []), f"{text}|"]
            line = ""
    if line:
        out.lines.append(line.rstrip())


def _spaced(gap: str) -> Writer:
    """One row to a line, cells parted by white space, as text copied from a PDF or a sheet has it."""

    def writer(row: Row, rng: Random, out: Flat) -> None:
        kept = _kept(row, out) if gap != "\t" else _cells(row)
        if kept:
            out.lines.append(gap.join(text.replace("\n", "") for text in kept))

    return writer


def _kept(row: Row, out: Flat) -> list[str]:
    """The cells that hold characters; beside a lost blank the other values have no sure place."""
    figures = values_of(row)
    blanks = [box for box in figures if not bare(box.text)]
    if blanks and len(blanks) < len(figures):
        out.unsure.update(box.path for box in figures if box.path is not None)
    return [text for text in _cells(row) if bare(text)]


WRITERS: dict[str, tuple[Writer, ...]] = {
    "L1": (_l1,),
    "L2": (_l2, _l2, _l2_led),
    "L3": (_l3,),
    "L4": (_l4,),
    "L5": (_l5,),
    "L6": (_l6, _l6_each),
    "L7": (_l7,),
    "spaces": (_spaced(" "), _spaced("   "), _spaced("\t")),
}


def flatten(sheet: Sheet, layout: str, rng: Random, out: Flat) -> None:
    """The sheet's rows appended to `out` in one layout."""
    writer = rng.choice(WRITERS[layout])
    for row in sheet.rows:
        writer(row, rng, out)


def flatten_mixed(sheet: Sheet, rng: Random, out: Flat) -> None:
    """The sheet in two layouts, the second from a row in the middle on."""
    first, second = rng.sample(("L1", "L2", "L3", "L5", "L6"), 2)
    at = rng.randint(1, len(sheet.rows))
    flatten(Sheet(sheet.name, sheet.rows[:at]), first, rng, out)
    if at < len(sheet.rows):
        flatten(Sheet(sheet.name, sheet.rows[at:]), second, rng, out)
