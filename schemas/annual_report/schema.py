"""Puts the parts of the schema together."""

from __future__ import annotations

from importlib.resources import files

from extractor.declare import (
    Schema,
    load_cover,
    load_enumerations,
    load_form,
    load_headings,
    load_identities,
    load_period,
    load_prose,
    load_series,
    load_tables,
    load_vocabulary,
)

from .record import AnnualReport

_HERE = files(__package__)
_SHARED = load_tables(_HERE / "forms" / "common.toml")

SCHEMA = Schema(
    name="annual_report",
    version="1.0",
    record=AnnualReport,
    forms=tuple(load_form(_HERE / "forms" / f"{name}.toml", _SHARED) for name in ("pre2019", "2019", "2021")),
    headings=load_headings(_HERE / "headings.toml"),
    identities=load_identities(_HERE / "identities.toml"),
    vocabulary=load_vocabulary(_HERE / "vocabulary.toml"),
    cover=load_cover(_HERE / "cover.toml"),
    lists=load_enumerations(_HERE / "lists.toml"),
    prose=load_prose(_HERE / "prose"),
    template="template",
    period=load_period(_HERE / "identities.toml"),
    prompts=files("extractor.prompts") / "annual_report",
    series=load_series(_HERE / "series.toml"),
)
