"""Runs the extractor over generated reports in process, and sums up how it did."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor import GoujiError, extract_document, load_schema
from extractor.documents import read_bytes

from .case import Case, generate
from .scoring import Score, score

FATAL = ("silent", "invented", "ungrounded", "misplaced", "false", "unfound", "error")
"""Kinds of miss that no report may have."""
LEAST_RECALL = 0.99


@dataclass(frozen=True)
class Outcome:
    """One report, its score, and the error that reading it ended in, if any."""

    case: Case
    score: Score
    error: str | None = None


@dataclass
class Campaign:
    """The outcomes of many reports."""

    outcomes: list[Outcome] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def totals(self) -> Counter[str]:
        """All counts, summed."""
        return sum((outcome.score.counts for outcome in self.outcomes), Counter())

    def cells(self, layout: str | None = None, form: str | None = None) -> tuple[int, int]:
        """Recoverable cells read right, and recoverable cells, of some layout and form."""
        chosen = [
            o.score.counts
            for o in self.outcomes
            if layout in (None, o.case.plan.layout) and form in (None, o.case.plan.form)
        ]
        return sum(c["read"] for c in chosen), sum(c["cells"] for c in chosen)

    def recall(self, layout: str | None = None, form: str | None = None) -> str:
        """The share of recoverable cells read, for printing."""
        read, cells = self.cells(layout, form)
        return f"{read / cells:.4f} of {cells}" if cells else "-"

    def broken(self) -> list[str]:
        """The properties of the acceptance that do not hold, in words."""
        totals = self.totals
        found = [f"{totals[kind]} {kind}" for kind in FATAL if totals[kind]]
        for layout in sorted({o.case.plan.layout for o in self.outcomes}):
            read, cells = self.cells(layout)
            if cells and read / cells < LEAST_RECALL:
                found.append(f"{layout}: only {read} of {cells} cells read")
        return found


def run(seeds: Iterable[int], form: str | None = None, layout: str | None = None) -> Campaign:
    """Generate and score the reports of these seeds."""
    campaign = Campaign()
    for seed in seeds:
        outcome, seconds = judge(generate(seed, form, layout))
        campaign.outcomes.append(outcome)
        campaign.seconds += seconds
    return campaign


def judge(case: Case) -> tuple[Outcome, float]:
    """The outcome of one report, and the seconds that reading it took."""
    schema = load_schema("annual_report")
    begun = time.perf_counter()
    try:
        document = read_bytes(case.data, f"{case.plan.seed}{case.suffix}")
        result = extract_document(document, schema)
    except (GoujiError, ValueError, LookupError, ArithmeticError, TypeError, AssertionError) as error:
        failed = Score(Counter(error=1))
        return Outcome(case, failed, f"{type(error).__name__}: {error}"), time.perf_counter() - begun
    seconds = time.perf_counter() - begun
    scored = score(case, result, document.text)
    if case.text is not None and document.text != case.text:
        scored.note("error", "document.text", len(document.text), len(case.text))
    return Outcome(case, scored), seconds
