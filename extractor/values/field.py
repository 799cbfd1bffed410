"""A field of the record after all witnesses have been weighed."""

from __future__ import annotations

from typing import NamedTuple

from .observation import Status, Value, Witness
from .span import Span


class Field(NamedTuple):
    """The value that stands in the record, and why.

    `value` is None when `status` is BLANK or NOT_APPLICABLE. `witnesses` are those that agree on the
    value, empty for a derived one. `confidence` in [0, 1] is the estimated probability that the value
    (or the blank) is right. `spans` are the evidence, the best first.
    """

    path: str
    value: Value | None
    status: Status
    confidence: float
    witnesses: tuple[Witness, ...] = ()
    spans: tuple[Span, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        """`table`, `narrative`, `llm`, several joined by `+`, or `derived`."""
        return "+".join(sorted(set(self.witnesses))) or "derived"
