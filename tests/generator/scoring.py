"""Scores a result against the truth of a generated report, by the rules of the contract's scorer.

Beyond those rules, a stated value must be read where it is printed: a zero taken from another cell
is right by luck, and counts as `misplaced`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from extractor import Result
from extractor.result import Evidence, FieldResult
from extractor.values import Location, Span

from .case import Case


@dataclass
class Score:
    """Counts by kind, and one line for each value that is not right.

    Kinds: right, missing, wrong, silent, invented, ungrounded, misplaced, found, unfound, false,
    mended, unmended, cells (recoverable), read (of those, right), lists, list_misses.
    """

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[tuple[str, str, object, object]] = field(default_factory=list)

    def note(self, kind: str, path: str, got: object = None, want: object = None) -> None:
        """Count one value that is not right."""
        self.counts[kind] += 1
        self.misses.append((kind, path, got, want))


def score(case: Case, result: Result, text: str) -> Score:
    """The score of one result; `text` is the text that its offsets refer to."""
    found = Score()
    _values(case, result, found)
    _nulls(case, result, found)
    _grounding(case, result, text, found)
    _findings(case, result, found)
    for path, count in case.gold.counts.items():
        entry = result.fields.get(path)
        got = len(entry.value) if entry is not None and isinstance(entry.value, list) else None
        found.counts["lists"] += 1
        if got != count:
            found.note("list_misses", path, got, count)
    return found


def same(a: object, b: object) -> bool:
    """Whether two values are equal: numbers as numbers, the rest as text."""
    if isinstance(b, int | Decimal):
        try:
            return Decimal(str(a)) == Decimal(b)
        except InvalidOperation:
            return False
    return str(a).strip() == str(b).strip()


def _values(case: Case, result: Result, found: Score) -> None:
    gold = case.gold
    warned = _warned(result)
    for required, group in ((True, gold.values), (False, gold.optional)):
        for path, want in group.items():
            got = _value(result, path)
            if got is None:
                if required:
                    found.note("missing", path, got, want)
            elif same(got, want) or any(same(got, other) for other in gold.accept.get(path, [])):
                found.counts["right"] += required
                found.counts["read"] += required and path in gold.cells
            else:
                found.note("wrong" if path in warned else "silent", path, got, want)
    found.counts["cells"] += len(gold.cells)


def _value(result: Result, path: str) -> object:
    entry = result.fields.get(path)
    return None if entry is None else entry.value


def _warned(result: Result) -> set[str]:
    paths = {path for path, entry in result.fields.items() if entry.flags}
    for finding in result.findings:
        if finding.severity in ("warning", "error"):
            paths.update(finding.paths)
    return paths


def _nulls(case: Case, result: Result, found: Score) -> None:
    for path in sorted(case.gold.must_be_null):
        if _value(result, path) is not None:
            found.note("invented", path, _value(result, path))
    for path in sorted(case.gold.blank):
        entry = result.fields.get(path)
        if entry is not None and entry.value is not None and entry.status != "derived":
            found.note("invented", path, entry.value)


def _grounding(case: Case, result: Result, text: str, found: Score) -> None:
    for path, entry in result.fields.items():
        if entry.status != "stated" or entry.value in (None, [], ""):
            continue
        if not entry.evidence or any(text[e.start : e.end] != e.text for e in entry.evidence):
            found.note("ungrounded", path, entry.value)
        elif _misplaced(case, path, entry):
            found.note("misplaced", path, [e.text for e in entry.evidence], entry.value)


def _misplaced(case: Case, path: str, entry: FieldResult) -> bool:
    if path in case.gold.optional and entry.value == 0:
        return False  # which of a row's zeros it is cannot be told where one of them is lost
    if case.gold.spots is not None and (spots := case.gold.spots.get(path)):
        return not any(_meet(e, spot) for e in entry.evidence for spot in spots)
    if case.gold.places is None:
        return False
    places = case.gold.places.get(path)
    if not places:
        return False
    spans = [Span(e.start, e.end) for e in entry.evidence]
    return not any(span.overlaps(place) for span in spans for place in places)


def _meet(evidence: Evidence, spot: Location) -> bool:
    """Whether a piece of evidence stands at a place: in its cell, or on its page with boxes that overlap."""
    if spot.cell is not None:
        return (evidence.sheet, evidence.cell) == (spot.sheet, spot.cell)
    if evidence.page != spot.page or evidence.bbox is None or spot.bbox is None:
        return False
    (a, b, c, d), (e, f, g, h) = evidence.bbox, spot.bbox
    return a < g and e < c and b < h and f < d


def _findings(case: Case, result: Result, found: Score) -> None:
    gold = case.gold
    alarms = [f for f in result.findings if f.severity in ("warning", "error")]
    if gold.finding_paths:
        seen = any(gold.finding_paths & set(f.paths) for f in alarms)
        found.counts["found"] += seen
        if not seen:
            found.note("unfound", ", ".join(sorted(gold.finding_paths)))
    if gold.finding_quote is not None:
        seen = any(gold.finding_quote in f.message for f in alarms)
        found.counts["found"] += seen
        if not seen:
            found.note("unfound", gold.finding_quote)
    if gold.mends is not None:
        path, value = gold.mends
        named = any(s.path == path and s.value == value for f in alarms for s in f.suspects)
        found.counts["mended"] += named
        if not named:
            found.note("unmended", path, None, value)
    for finding in alarms:
        planted = gold.finding_paths & set(finding.paths) or (
            gold.finding_quote is not None and gold.finding_quote in finding.message
        )
        if finding.severity == "error" and not planted:
            found.note("false", ", ".join(finding.paths), finding.message)
