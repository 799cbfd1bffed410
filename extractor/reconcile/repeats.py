"""The same indicator stated more than once with different values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from ..declare import FieldSpec
from ..values import Document, Finding, Severity, Value, Witness
from .judge import Mistaken
from .reading import Claim, Reading
from .wording import Specs, both, figure, label

SHOWN = 5
"""So many differing values of one path have a finding of their own; the others share one."""

QUOTED = 24
"""Characters of the text that a message quotes around a value."""

_SOURCE = {
    Witness.TABLE: ("表格", "the table"),
    Witness.NARRATIVE: ("正文", "the text"),
    Witness.LLM: ("模型", "the model"),
}


def repeats(document: Document, readings: Mapping[str, Reading], specs: Specs) -> list[Finding]:
    """A finding for each value that differs from the one that counts, at most `SHOWN` for one path."""
    findings = []
    for path, reading in readings.items():
        if reading.claim is None:
            continue
        findings += [
            _finding(document, reading.claim, rival, specs[path]) for rival in reading.rivals[:SHOWN]
        ]
        if len(reading.rivals) > SHOWN:
            findings.append(_more(reading, specs[path]))
    return findings


def _more(reading: Reading, spec: FieldSpec) -> Finding:
    rest = reading.rivals[SHOWN:]
    return Finding(
        rule="repeat",
        severity=Severity.WARNING,
        message=both(
            f"{label(spec)}另有{len(rest)}个不同的数值", f"{spec.path} has {len(rest)} more different values"
        ),
        paths=(spec.path,),
        spans=tuple(rival.spans[0] for rival in rest if rival.spans),
    )


def explained(
    document: Document, mistaken: Sequence[Mistaken], readings: Mapping[str, Reading], specs: Specs
) -> list[Finding]:
    """A note for each sentence that gives a whole where the table gives its part."""
    findings = []
    for each in mistaken:
        claim = readings[each.path].claim
        assert claim is not None
        here, there = _told(document, claim), _told(document, each.claim)
        spec, whole = specs[each.path], str(each.identity.whole)
        findings.append(
            Finding(
                rule="repeat.whole",
                severity=Severity.INFO,
                message=both(
                    f"{label(spec)}：{here[0]}，{there[0]}，后者正合{label(specs[whole])}"
                    f"（{each.identity.message_zh}）",
                    f"{spec.path}: {here[1]}, {there[1]}, which is {whole} ({each.identity.message_en})",
                ),
                paths=(each.path,),
                spans=(*claim.spans[:1], *each.claim.spans[:1]),
            )
        )
    return findings


def _finding(document: Document, claim: Claim, rival: Claim, spec: FieldSpec) -> Finding:
    here, there = _told(document, claim), _told(document, rival)
    left, right = _decimal(claim.value), _decimal(rival.value)
    difference = left - right if left is not None and right is not None else None
    apart = f"，相差{figure(abs(difference))}" if difference else ""
    return Finding(
        rule="repeat",
        severity=_severity(claim, rival),
        message=both(
            f"{label(spec)}前后不一：{here[0]}，{there[0]}{apart}；记录取前者",
            f"{spec.path} is stated twice: {here[1]}, {there[1]}; the record holds the first",
        ),
        paths=(spec.path,),
        left=left,
        right=right,
        difference=difference,
        spans=(*claim.spans[:1], *rival.spans[:1]),
    )


def _severity(claim: Claim, rival: Claim) -> Severity:
    """An error only between two certain cells of tables: sentences may speak of another body or time."""
    return Severity.ERROR if claim.printed and rival.printed else Severity.WARNING


def _told(document: Document, claim: Claim) -> tuple[str, str]:
    """Who says what, with the words around it, in Chinese and English."""
    zh, en = _SOURCE[claim.witnesses[0]]
    value = _shown(claim.value)
    quote = _quote(document, claim)
    return f"{zh}为{value}（“{quote}”）", f"{en} says {value} (“{quote}”)"


def _quote(document: Document, claim: Claim) -> str:
    if not claim.spans:
        return ""
    words = "".join(claim.spans[0].of(document.text).split())
    return words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"


def _shown(value: Value) -> str:
    if isinstance(value, int | Decimal):
        return figure(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _decimal(value: Value) -> Decimal | None:
    return Decimal(value) if isinstance(value, int | Decimal) else None
