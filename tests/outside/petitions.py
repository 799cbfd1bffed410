"""A small schema that the engine has never heard of: a county's yearly table of petitions (信访)."""

from __future__ import annotations

from pydantic import BaseModel

from extractor.declare import Column, Form, Heading, Identity, Row, Schema, Table, described


class Petitions(BaseModel):
    """Petitions by how they came in."""

    letters: int | None = described("来信", "件", "county")
    visits: int | None = described("来访", "批次", "county")
    online: int | None = described("网上信访", "件", "county")
    total: int | None = described("信访总量", "件批次", "county")


class PetitionReport(BaseModel):
    """One county's petitions of this year and the last."""

    this_year: Petitions = Petitions()
    last_year: Petitions = Petitions()


TABLE = Table(
    name="petitions",
    role="figures",
    captions=("信访事项统计",),
    rows=(Row("this_year", ("本年受理",)), Row("last_year", ("上年受理",))),
    columns=(
        Column("letters", ("来信",)),
        Column("visits", ("来访",)),
        Column("online", ("网上信访", "网信")),
        Column("total", ("信访总量",)),
    ),
)

SCHEMA = Schema(
    name="petitions",
    version="0.1",
    record=PetitionReport,
    forms=(Form.of("county", 2015, 2999, TABLE),),
    headings=(Heading("figures", ("信访受理情况",)),),
    identities=tuple(
        Identity(
            "petitions.total",
            left=(f"{year}.total",),
            right=(f"{year}.letters", f"{year}.visits", f"{year}.online"),
            message_zh="信访总量等于来信、来访、网上信访之和",
            message_en="total = letters + visits + online",
        )
        for year in ("this_year", "last_year")
    ),
)
