"""Hand-made testimonies: what a witness would say, with a text in which every value really stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from extractor import load_schema
from extractor.declare import Schema
from extractor.reconcile import Reconciled, reconcile
from extractor.values import (
    Document,
    Finding,
    Observation,
    Source,
    Span,
    Status,
    Testimony,
    Value,
    Witness,
)

ANNUAL = load_schema("annual_report")

TABLE, NARRATIVE, LLM = Witness.TABLE, Witness.NARRATIVE, Witness.LLM


@dataclass
class Report:
    """A document in the making, and what the witnesses say of it."""

    schema: Schema = ANNUAL
    text: str = ""
    observations: list[Observation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def says(
        self,
        path: str,
        value: Value | None,
        witness: Witness = TABLE,
        *flags: str,
        status: Status = Status.STATED,
        support: float = 1.0,
        alternatives: tuple[Value, ...] = (),
    ) -> Report:
        """One observation; the value is written at the end of the text."""
        shown = "" if value is None else str(value)
        span = Span(len(self.text), len(self.text) + len(shown))
        self.text += f"{shown}\n"
        self.observations.append(
            Observation(path, value, status, (span,), witness, support, frozenset(flags), alternatives)
        )
        return self

    def tells(self, values: Mapping[str, Value], witness: Witness = TABLE) -> Report:
        """Several stated values by one witness."""
        for path, value in values.items():
            self.says(path, value, witness)
        return self

    def leaves_blank(self, *paths: str, status: Status = Status.BLANK) -> Report:
        """Cells of a table that are there and hold nothing, or a slash."""
        for path in paths:
            self.says(path, None, status=status)
        return self

    def doubts(self, path: str, *candidates: int, support: float = 0.5) -> Report:
        """A cell of a table that can be read in several ways."""
        first = candidates[0] if candidates else None
        return self.says(
            path, first, status=Status.AMBIGUOUS, support=support, alternatives=tuple(candidates[1:])
        )

    @property
    def document(self) -> Document:
        return Document(self.text, Source("report.txt", "", "text/plain", "utf-8", len(self.text)))

    def reconciled(self) -> Reconciled:
        return reconcile(
            self.document, [Testimony(tuple(self.observations), tuple(self.findings))], self.schema
        )


def in_year(year: int = 2022, form: str = "2021") -> Report:
    """A report of that year that follows that form."""
    return Report().says("year", year, NARRATIVE).says("template", form)


def rules(found: Reconciled) -> list[str]:
    """The rules of all findings."""
    return [finding.rule for finding in found.findings]


def the_finding(found: Reconciled, rule: str) -> Finding:
    """The one finding of that rule."""
    (finding,) = [f for f in found.findings if f.rule == rule]
    return finding


def values(found: Reconciled, status: Status) -> dict[str, int | Decimal]:
    """The numbers with that status by path."""
    return {
        path: field.value
        for path, field in found.fields.items()
        if field.status is status and isinstance(field.value, int | Decimal)
    }
