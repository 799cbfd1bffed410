"""Minutes of a meeting: a schema that the engine has never heard of, which only a model can read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel

from extractor.declare import Heading, Schema, described


class Minutes(BaseModel):
    """Who came, what it cost, and what was decided."""

    present: int | None = described("出席人数", "人")
    absent: int | None = described("缺席人数", "人")
    cost: Decimal | None = described("会议费用", "万元")
    decisions: list[str] | None = described("议定事项")


SCHEMA = Schema(
    name="minutes",
    version="1",
    record=Minutes,
    headings=(Heading("attendance", ("出席情况",)), Heading("decisions", ("议定事项",))),
    prompts=Path(__file__).parent / "prompts",
)
