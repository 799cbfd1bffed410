"""Applies all identities to the stated values: which hold, which fail, and where the mistake sits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..values import Finding, Severity, Span, Witness
from .equations import Equation, Rules, Values, Verdict, equation
from .layout import Printed
from .localise import Change, Component, localise
from .reading import Number, Reading
from .weigh import first_spans
from .wording import Specs, candidates, failure, mending, told

MISTYPED = 2
"""Up to so many wrong cells in a table are the agency's own; with more, the reading is doubtful."""

PASSAGE = 200
"""Figures of sentences within so many characters speak of the same body and time."""

MISREAD = (
    "；该表多处不符，可能是读取有误，请核对原表",
    "; so many sums of this table fail that it may have been misread: compare it with the source",
)


@dataclass(frozen=True, slots=True)
class Audit:
    """What the identities say of the stated values.

    `holding` are the closed equations that hold, `failed` those that fail. `flags` are the doubts
    that the failures cast on paths, and `tainted` all paths in a failed equation, from which nothing
    may be computed.
    """

    holding: tuple[Equation, ...]
    failed: tuple[Equation, ...]
    findings: tuple[Finding, ...]
    flags: Mapping[str, str]
    tainted: frozenset[str]


def audit(
    readings: Mapping[str, Reading],
    rules: Rules,
    specs: Specs,
    values: Values,
    printed: Printed,
    unread: Sequence[Span] = (),
) -> Audit:
    """Check the stated numbers (`values`) by every identity that has one of them.

    `printed` tells which table of the form a cell stands in; `unread` are figures within tables that
    belong to no row of the form.
    """
    known = values.numbers
    equations = [equation(identity, values, rules) for identity in rules.touching(known)]
    holding = tuple(e for e in equations if e.verdict is Verdict.HOLDS)
    failed = [e for e in equations if e.verdict is Verdict.FAILS]
    graded = [(e, grade) for e in failed if (grade := severity(e, readings, unread)) is not None]
    closed = [e for e in equations if e.closed]
    findings: list[Finding] = []
    flags: dict[str, str] = {}
    grades = {id(e): grade for e, grade in graded}
    components = localise(closed, [e for e, _ in graded], known)
    grave = [c for c in components if any(grades[id(e)] is Severity.ERROR for e in c.equations)]
    misread = _misread(grave, printed)
    for component in components:
        doubtful = any(component is other for other in misread)
        flags.update(_all_cells(component) if doubtful else _doubts(component, holding))
        tail = MISREAD if doubtful else _located(component, known, specs)
        for e in component.equations:
            grade = Severity.WARNING if doubtful else grades[id(e)]
            findings.append(_finding(e, grade, component.suspects, tail, known, readings, specs))
    return Audit(
        holding,
        tuple(e for e, _ in graded),
        tuple(findings),
        flags,
        frozenset(path for e, _ in graded for path, _ in e.known),
    )


def severity(e: Equation, readings: Mapping[str, Reading], unread: Sequence[Span] = ()) -> Severity | None:
    """How grave the failure is; None where it says nothing.

    An error needs terms that are all certain, and that tables or one passage of the text stated
    together, since sentences often speak of different bodies. A list in sentences need not be complete:
    where some of its parts go unmentioned, a sum below the whole means nothing, and else it is only
    doubtful, as it is where a table has a row between the others that could not be read.
    """
    terms = [readings[path] for path, _ in e.known]
    together = set(terms[0].witnesses).intersection(*(r.witnesses for r in terms)) if terms else set()
    incomplete = e.identity.whole is not None and e.closed and e.residual > 0
    if incomplete and Witness.TABLE not in together:
        return None if _unmentioned(e) else Severity.WARNING
    if incomplete and (_unmentioned(e) or _amid(terms, unread)):
        return Severity.WARNING
    one_passage = Witness.NARRATIVE in together and e.closed and _reach(terms) <= PASSAGE
    certain = all(r.certain for r in terms) and (Witness.TABLE in together or one_passage)
    return e.identity.severity if certain else Severity.WARNING


def _unmentioned(e: Equation) -> bool:
    """Whether parts that the form has were counted as nothing, because the report is silent on them."""
    identity = e.identity
    return any(path != identity.remainder and path not in identity.absent_is_zero for path in e.silent)


def _amid(terms: Sequence[Reading], unread: Sequence[Span]) -> bool:
    """Whether figures that were not read stand between those of the terms."""
    extent = _extent(terms) if unread else None
    return extent is not None and any(extent.contains(span) for span in unread)


def _reach(terms: Sequence[Reading]) -> int:
    """How many characters the terms are apart."""
    extent = _extent(terms)
    return extent.end - extent.start if extent is not None else 0


def _extent(terms: Sequence[Reading]) -> Span | None:
    """From the first of the terms to the last, by the best place of each."""
    spans = [span for r in terms for span in r.spans[:1]]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _misread(components: Sequence[Component], printed: Printed) -> list[Component]:
    """Those in a table where so many cells must be wrong that the reading is, rather than the print.

    An agency mistypes a cell or two; a row that was taken for another one is off in every column.
    """
    tables = [printed.table(component.equations[0].known[0][0]) for component in components]
    cells: Counter[str | None] = Counter()
    for table, component in zip(tables, components, strict=True):
        cells[table] += component.cells
    return [
        component
        for table, component in zip(tables, components, strict=True)
        if table is not None and cells[table] > MISTYPED
    ]


def _all_cells(component: Component) -> dict[str, str]:
    return {path: "misread" for e in component.equations for path, _ in e.known}


def _doubts(component: Component, holding: Sequence[Equation]) -> dict[str, str]:
    """`suspect` for the one explanation; else `unbalanced` for all that may be wrong."""
    if component.suspects:
        return {path: "suspect" for path, _ in component.suspects}
    if component.explanations:
        return {path: "unbalanced" for changes in component.explanations for path, _ in changes}
    paths = {path for e in component.equations for path, _ in e.known}
    confirmed = {path for e in holding if not e.trivial for path, _ in e.known}
    return dict.fromkeys(sorted(paths - confirmed or paths), "unbalanced")


def _located(component: Component, known: Mapping[str, Number], specs: Specs) -> tuple[str, str]:
    """What the message says of the place of the mistake, in Chinese and English."""

    def printed(changes: Sequence[Change]) -> list[tuple[str, Number, Number]]:
        return [(path, known[path], value) for path, value in changes]

    if component.suspects:
        return mending(printed(component.suspects), specs)
    if component.explanations and all(len(changes) == 1 for changes in component.explanations):
        return candidates(printed([c for changes in component.explanations for c in changes]), specs)
    if component.exhausted:
        return "；可能之处过多，未能逐一查验", "; too many cells could be wrong to try them all"
    return "", ""


def _finding(
    e: Equation,
    grade: Severity,
    suspects: Sequence[Change],
    tail: tuple[str, str],
    known: Mapping[str, Number],
    readings: Mapping[str, Reading],
    specs: Specs,
) -> Finding:
    paths = tuple(path for path, _ in e.known)
    sides = ([path for path, sign in e.known if sign == side] for side in (1, -1))
    shown = [path for side in sides for path in told(side, known)]
    return Finding(
        rule=e.identity.rule,
        severity=grade,
        message=failure(e, known, specs, tail),
        paths=paths,
        left=Decimal(e.left),
        right=Decimal(e.right),
        difference=Decimal(e.residual),
        spans=first_spans(shown, readings),
        suspects=tuple((path, Decimal(value)) for path, value in suspects),
    )


def flagged(readings: Mapping[str, Reading], flags: Mapping[str, str]) -> dict[str, Reading]:
    """The readings with these doubts added."""
    doubted = dict(readings)
    for path, flag in flags.items():
        doubted[path] = doubted[path]._replace(flags=doubted[path].flags | {flag})
    return doubted
