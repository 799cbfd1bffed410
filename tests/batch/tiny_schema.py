"""A schema of one field, kept in one file."""

from __future__ import annotations

from pydantic import BaseModel

from extractor.declare import Schema, described


class Tiny(BaseModel):
    total: int | None = described("总数", "件")


SCHEMA = Schema(name="tiny", version="1.0", record=Tiny)
