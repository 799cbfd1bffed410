"""What the tests of the model witness share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractor import extract, load_schema
from extractor.declare import Schema
from extractor.llm import ModelOptions
from extractor.result import Result

MINUTES = Path(__file__).parent / "minutes"
REPORT = "会议纪要\n本次会议出席 25 人，缺席 3 人。会议费用 1.2 万元。\n会议议定：一要修路，二要架桥。\n"

Read = Callable[..., Result]


@pytest.fixture(scope="session")
def minutes() -> Schema:
    return load_schema(MINUTES)


@pytest.fixture
def read(minutes: Schema) -> Read:
    """Reads a text through the whole pipeline with a model at the given address."""

    def run(url: str, text: str = REPORT, **options: Any) -> Result:
        chosen = ModelOptions(model="test", base_url=url, api_key="sk-secret", timeout=5.0, pause=0.01)
        return extract(text.encode(), minutes, replace(chosen, **options))

    return run
