"""What is true of a generated report, in the terms of the contract's scorer."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from extractor.values import Location, Span

from . import identities
from .fill import Said
from .identities import Equation, Number
from .plan import Plan
from .render import Rendered
from .report import Report
from .sheet import Sheet, values_of

CONTRACT = Path(__file__).parents[1] / "data" / "annual_report.csv"

Value = Number | str


@dataclass
class Gold:
    """What a reader must give (`values`), may give (`optional`), and must not give (`must_be_null`).

    `blank` are empty cells: no value but a derived one. `places` are where in the text each stated
    value is printed, None where offsets refer to a text that the generator does not know; `spots` are
    where on the pages or sheets. `cells` are the paths of table cells that can be recovered, for the
    recall of a layout.
    """

    values: dict[str, Value] = field(default_factory=dict)
    optional: dict[str, Value] = field(default_factory=dict)
    accept: dict[str, list[Value]] = field(default_factory=dict)
    must_be_null: set[str] = field(default_factory=set)
    blank: set[str] = field(default_factory=set)
    cells: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    finding_paths: frozenset[str] = frozenset()
    finding_quote: str | None = None
    mends: tuple[str, Number] | None = None
    places: dict[str, list[Span]] | None = None
    spots: dict[str, list[Location]] | None = None


@cache
def contract_paths() -> tuple[str, ...]:
    """Every numeric path of the contract, with and without `cumulative.`."""
    with CONTRACT.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["type"] in ("int", "decimal") and r["path"] != "year"]
    return tuple(prefix + row["path"] for prefix in ("", "cumulative.") for row in rows)


def gold_of(report: Report, rendered: Rendered, places: dict[str, list[Span]]) -> Gold:
    """The truth about a report, given where its values stand in the finished text."""
    gold = Gold()
    _cells(report, rendered, places, gold)
    _prose(report, gold)
    _consequences(report, gold)
    _cover(report, gold)
    if report.mistake is not None:
        gold.finding_paths = report.mistake.paths
        gold.finding_quote = report.mistake.quote
        gold.mends = report.mistake.mends
    gold.counts = dict(report.lists)
    return gold


def _cells(report: Report, rendered: Rendered, places: dict[str, list[Span]], gold: Gold) -> None:
    """What the tables print; a row that lost a cell on the way has no sure places left."""
    lost_tables = report.plan.damage in ("lost-tables", "skeleton")
    for row in _rows_of(report):
        present = [path for path in row if path in places]
        lost = len(present) < sum(report.printed[path].said is not Said.BLANK for path in row)
        for path in row:
            printed = report.printed[path]
            if printed.said is Said.NOT_APPLICABLE and path in places and not lost:
                gold.must_be_null.add(path)
            elif printed.said is Said.FREE and printed.value is not None:
                gold.optional[path] = printed.value
            elif printed.said is Said.BLANK and not lost_tables:
                gold.blank.add(path)
            elif path in places and printed.value is not None:
                sure = not lost and path not in rendered.unsure
                (gold.values if sure else gold.optional)[path] = printed.value
                if sure:
                    gold.cells.add(path)
            elif lost and present and printed.value is not None:
                gold.optional[path] = printed.value


def _rows_of(report: Report) -> list[list[str]]:
    sheets = [block for block in report.blocks if isinstance(block, Sheet)]
    return [
        [box.path for box in values_of(row) if box.path is not None] for sheet in sheets for row in sheet.rows
    ]


def _prose(report: Report, gold: Gold) -> None:
    misprints = report.mistake.misprints if report.mistake else {}
    for path, value in report.teller.stated.items():
        if path in gold.must_be_null:
            gold.must_be_null.discard(path)
            gold.optional[path] = value
            continue
        gold.blank.discard(path)
        gold.optional.pop(path, None)
        gold.values.setdefault(path, value)
    for path, value in report.teller.implied.items():
        if path not in gold.values:
            gold.optional[path] = value
    if report.plan.mistake == "repeat":
        for path, other in misprints.items():
            gold.accept[path] = [other]


def _consequences(report: Report, gold: Gold) -> None:
    """Everything else must be null, but for what the printed values leave one solution for.

    Beside a planted mistake the solutions are not checked: which of them is right is open.
    """
    truth = report.world.values
    printed = {path for path, cell in report.printed.items() if cell.said is Said.STATED}
    uncertain = gold.optional.keys() & printed
    stated = (gold.values.keys() | uncertain | report.teller.stated.keys()) & truth.keys()
    derivable = identities.consequences({p: truth[p] for p in stated}, equations_of(report.plan))
    unchecked = derivable if report.mistake is not None else set()
    if report.plan.form.startswith("pre2019"):
        unchecked = unchecked | _UNDEFINED_BEFORE_2019
    settled = gold.values.keys() | gold.optional.keys() | gold.must_be_null | unchecked
    for path in contract_paths():
        if path in settled:
            continue
        if path in derivable and path in truth:
            gold.optional[path] = truth[path]
        else:
            gold.blank.discard(path)
            gold.must_be_null.add(path)


_UNDEFINED_BEFORE_2019 = {
    prefix + f"requests.outcomes.{group}.subtotal.total"
    for prefix in ("", "cumulative.")
    for group in ("disclosed", "unavailable", "other")
}
"""Sums that no form before 2019 prints and no identity of the contract defines for it."""


def equations_of(plan: Plan) -> list[Equation]:
    """The identities of the plan's form."""
    if not plan.form.startswith("pre2019"):
        return identities.matrix()
    cumulative = plan.form == "pre2019-cumulative"
    return identities.statistics(provincial=cumulative and plan.seed % 3 != 0, cumulative=cumulative)


def _cover(report: Report, gold: Gold) -> None:
    plan, body = report.plan, report.body
    title = report.title.replace("\n", "")
    gold.values |= {"title": title, "issuer": body.issuer, "year": plan.year, **body.region}
    gold.accept["title"] = [report.title.replace("\n", gap) for gap in ("\n", " ", "\r\n")]
    gold.optional |= body.implied
    if report.period is not None:
        gold.values["period_start"], gold.values["period_end"] = report.period
    template = "pre2019" if plan.form.startswith("pre2019") else plan.form
    intact = plan.damage not in ("lost-tables", "skeleton")
    hybrid = plan.form == "2019" and "requests.outcomes.other.other.total" in report.printed
    if intact and not hybrid:
        gold.values["template"] = template
    regions = {"region.province", "region.city", "region.county"}
    gold.must_be_null |= regions - body.region.keys() - body.implied.keys()
