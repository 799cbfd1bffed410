"""The layouts in which tables reach us as text, each as a writer of one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .printed import Printed, Row

Writer = Callable[[Printed], Iterator[str]]


def cells(table: Printed) -> Iterator[Row]:
    """All rows of a table, the header's first."""
    yield from table.header
    for line in table.lines:
        yield [*line.labels, *line.figures]


def l1(table: Printed) -> Iterator[str]:
    """One cell to a line, each ending in ` |`; the first row of the header closed by `|||`."""
    for at, row in enumerate(cells(table)):
        yield from (f"{cell} |" for cell in row)
        if at == 0:
            yield "|||"


def l2(table: Printed) -> Iterator[str]:
    """One row to a line; header rows end in `|||`."""
    for row in table.header:
        yield " | ".join(row) + " |||"
    for line in table.lines:
        yield " | ".join([*line.labels, *line.figures]) + " |"


def l2_led(table: Printed) -> Iterator[str]:
    """One row to a line, with a leading pipe."""
    return (f"| {line}" for line in l2(table))


def l3(table: Printed) -> Iterator[str]:
    """A cell, then a line with a lone pipe."""
    for row in cells(table):
        for cell in row:
            yield from [cell, "|"] if cell else ["|"]


def l4(table: Printed) -> Iterator[str]:
    """One cell to a line, an empty line between; empty cells are lost."""
    for cell in l5(table):
        yield from (cell, "")


def l5(table: Printed) -> Iterator[str]:
    """One cell to a line; empty cells are lost."""
    for row in cells(table):
        yield from (cell for cell in row if cell)


def l6(table: Printed) -> Iterator[str]:
    """A line with a lone pipe, then the cell indented, a pipe behind it."""
    for row in cells(table):
        for cell in row:
            yield from ("|", f"    {cell} | ")


def l7(table: Printed) -> Iterator[str]:
    """One row to a line, but an empty cell is a line with a lone pipe."""
    for row in cells(table):
        line = ""
        for cell in row:
            if cell:
                line += f"{cell} | "
                continue
            if line:
                yield line
            yield "|"
            line = ""
        if line:
            yield line


def spaced(table: Printed) -> Iterator[str]:
    """One row to a line, cells parted by spaces, as some readers of PDF write them."""
    return ("  ".join(cell for cell in row if cell) for row in cells(table))


LAYOUTS: dict[str, Writer] = {
    "L1": l1,
    "L2": l2,
    "L2 with a leading pipe": l2_led,
    "L3": l3,
    "L4": l4,
    "L5": l5,
    "L6": l6,
    "L7": l7,
    "spaces": spaced,
}


def text_of(tables: Iterable[Printed], write: Writer) -> str:
    """The tables in one layout, each on lines of its own."""
    return "\n".join(line for table in tables for line in write(table)) + "\n"
