"""The result of one report, as the contract prints it: Pydantic at the border."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from .values import Status


def plain(value: object) -> object:
    """The value as JSON has it: a Decimal as a number, an integer where it is whole; a date in ISO 8601."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


Number = Annotated[Decimal, PlainSerializer(plain, when_used="json")]
FieldValue = Annotated[
    int | Decimal | date | str | list[str] | None, PlainSerializer(plain, when_used="json")
]


def _where_known() -> Any:
    """A field that is printed only where it holds something."""
    return Field(default=None, exclude_if=lambda value: value is None)


class Evidence(BaseModel):
    """Characters of the document's text; `page` and `bbox`, or `sheet` and `cell`, where there are any."""

    start: int
    end: int
    text: str
    page: int | None = _where_known()
    bbox: list[float] | None = _where_known()
    sheet: str | None = _where_known()
    cell: str | None = _where_known()


class FieldResult(BaseModel):
    """One field of the record with what supports it."""

    value: FieldValue
    status: Status
    confidence: float
    method: str
    evidence: list[Evidence] = []
    flags: list[str] = []


class Suspect(BaseModel):
    """A cell that is likely to be wrong, and the value that would mend the sums."""

    path: str
    value: Number


class FindingResult(BaseModel):
    """One thing that does not add up."""

    rule: str
    severity: str
    message: str
    paths: list[str] = []
    left: Number | None = None
    right: Number | None = None
    difference: Number | None = None
    evidence: list[Evidence] = []
    suspects: list[Suspect] = []


class SourceResult(BaseModel):
    """The document that was read."""

    path: str
    sha256: str
    media_type: str
    encoding: str | None
    characters: int
    attachments: list[str] = []


class Usage(BaseModel):
    """What the model cost; all zero for rules alone.

    `llm_calls` counts requests that were answered, `retries` those sent again after a fault, `re_asks`
    those that repeat a question whose answer could not be used. `discarded_answers` counts, by reason,
    answers that the text does not bear out; `unread_sections` requests that were left without an answer.
    """

    llm_calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cache_hits: int = 0
    re_asks: int = 0
    retries: int = 0
    unread_sections: int = 0
    discarded_answers: dict[str, int] = {}


class Result(BaseModel):
    """One report: the record, its fields with evidence, the findings, and what it cost."""

    model_config = ConfigDict(populate_by_name=True)

    schema_: str = Field(alias="schema")
    schema_version: str
    source: SourceResult
    record: dict[str, Any]
    fields: dict[str, FieldResult]
    findings: list[FindingResult]
    usage: Usage = Usage()

    def to_json(self, indent: int | None = None) -> str:
        """The JSON object of the contract; Chinese stays Chinese."""
        return self.model_dump_json(by_alias=True, indent=indent, exclude_defaults=False)
