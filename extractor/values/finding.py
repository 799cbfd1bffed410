"""What a reader of the record must be told."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .span import Span


class Severity(StrEnum):
    """`error`: the figures contradict each other; `warning`: doubtful; `info`: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not add up, or was not understood.

    `rule` is a stable machine-readable name (`requests.balance`, `share`, `repeat`, …). `message`
    is Chinese first, then English, joined by " / ". `left`, `right` and `difference` (left − right)
    are given where the rule compares two numbers. `spans` are the places in the text that it is about.
    `suspects` names the cells likeliest to be wrong with the value that would mend each.
    """

    rule: str
    severity: Severity
    message: str
    paths: tuple[str, ...] = ()
    left: Decimal | None = None
    right: Decimal | None = None
    difference: Decimal | None = None
    spans: tuple[Span, ...] = ()
    suspects: tuple[tuple[str, Decimal], ...] = ()
