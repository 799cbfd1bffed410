"""Findings on what stayed open: ambiguous readings, and values that two identities give differently."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from ..values import Finding, Severity, Status
from .derive import Contradiction
from .reading import Reading
from .weigh import first_spans, numbers
from .wording import Specs, both, contradiction, label

NAMED = 6
"""So many ambiguous fields are named in the message of their finding; its paths hold all of them."""


def ambiguous(readings: Mapping[str, Reading], specs: Specs) -> list[Finding]:
    """One finding that names every field whose reading stayed ambiguous."""
    paths = [
        path
        for path, reading in readings.items()
        if reading.status is Status.AMBIGUOUS and "invalid" not in reading.flags
    ]
    if not paths:
        return []
    more_zh, more_en = ("等", ", …") if len(paths) > NAMED else ("", "")
    zh = "、".join(label(specs[path]) for path in paths[:NAMED]) + more_zh
    en = ", ".join(paths[:NAMED]) + more_en
    return [
        Finding(
            rule="ambiguous",
            severity=Severity.WARNING,
            message=both(
                f"有{len(paths)}项数字可作多种解读，未能确定：{zh}",
                f"{len(paths)} fields can be read in more than one way: {en}",
            ),
            paths=tuple(paths),
            spans=first_spans(paths, readings),
        )
    ]


def contradicted(
    contradictions: Collection[Contradiction],
    readings: Mapping[str, Reading],
    tainted: Collection[str],
    specs: Specs,
) -> list[Finding]:
    """A finding for each value that two identities give differently though none of them fails by itself.

    Where one of the terms is doubtful, or stands in a failed identity (`tainted`), that has a finding
    of its own.
    """
    return [
        _finding(c, readings, specs)
        for c in contradictions
        if all(
            readings[path].certain and path not in tainted for path, _ in c.equation.known if path in readings
        )
    ]


def _finding(c: Contradiction, readings: Mapping[str, Reading], specs: Specs) -> Finding:
    first = c.derived[0]
    e = c.equation
    known = {**numbers(readings), **{d.path: d.value for d in c.derived}}
    paths = tuple(dict.fromkeys((*(path for path, _ in e.known), *first.inputs)))
    return Finding(
        rule=e.identity.rule,
        severity=Severity.WARNING,
        message=contradiction(first.path, first.identity, first.value, e, known, specs),
        paths=paths,
        left=Decimal(e.left),
        right=Decimal(e.right),
        difference=Decimal(e.residual),
        spans=first_spans(paths, readings),
    )
