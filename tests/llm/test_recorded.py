"""What a real model said, replayed: recorded with `python -m tests.llm.record`, never edited."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from extractor import Result, extract
from extractor.documents import read_file
from extractor.llm import ModelOptions

from .cassettes import ENDPOINT, FOLDER, Library, names
from .scenarios import EXAMPLES, SCENARIOS, Example

Replay = Callable[[str], Result]

ABOUT = json.loads(ENDPOINT.read_text("utf-8"))
OPTIONS = ModelOptions(
    model=ABOUT["model"],
    base_url=f"http://127.0.0.1:1{ABOUT['path']}",
    parameters=ABOUT["parameters"],
    concurrency=1,
    tries=1,
)
RECORDED = {name: s.name for name, s in SCENARIOS.items() if isinstance(s, Example)}


@pytest.fixture(scope="session")
def library() -> Iterator[Library]:
    """The cassettes; an exchange that no test used fails the run."""
    opened = Library()
    yield opened
    assert {name: left for name, left in opened.unused.items() if left} == {}


@pytest.fixture
def replay(library: Library) -> Replay:
    """Runs a scenario against its cassette; nothing else answers."""

    def run(name: str) -> Result:
        with library.play(name):
            return SCENARIOS[name](OPTIONS)

    return run


@cache
def by_rules(name: str) -> Result:
    """An example as the rules alone read it."""
    return extract(EXAMPLES / RECORDED[name], "annual_report")


def test_every_cassette_is_replayed() -> None:
    assert names() == sorted(SCENARIOS)


@pytest.mark.parametrize("name", RECORDED)
def test_a_second_witness_changes_no_value_and_raises_confidence(replay: Replay, name: str) -> None:
    result, alone = replay(name), by_rules(name).fields
    assert result.usage.llm_calls >= 1
    assert result.usage.unread_sections == 0
    values = {path: field.value for path, field in result.fields.items()}
    assert {path: values.get(path) for path in alone} == {path: f.value for path, f in alone.items()}
    heard = {path: field for path, field in result.fields.items() if "llm" in field.method}
    text = read_file(EXAMPLES / RECORDED[name]).text
    assert [p for p, f in heard.items() for e in f.evidence if text[e.start : e.end] != e.text] == []
    agreed = {path: f.confidence for path, f in heard.items() if f.method != "llm"}
    assert [path for path, confidence in agreed.items() if confidence < alone[path].confidence] == []
    assert [p for p, f in heard.items() if f.method == "llm" and "model_only" not in f.flags] == []


def test_a_cut_answer_is_kept_as_far_as_it_goes_and_the_rest_asked_for_again(replay: Replay) -> None:
    result = replay("minutes/truncated")
    assert (result.fields["present"].value, result.fields["absent"].value) == (25, 3)
    assert result.usage.re_asks == 1


@pytest.mark.parametrize("kind", ["invalid_json", "wrong_type", "empty"])
def test_an_answer_that_cannot_be_used_is_asked_for_once_more(replay: Replay, kind: str) -> None:
    result = replay(f"minutes/{kind}")
    assert (result.usage.llm_calls, result.usage.re_asks) == (2, 1)
    assert result.fields == {}


def test_thoughts_without_an_answer_are_asked_for_again_and_thoughts_before_one_left_out(
    replay: Replay,
) -> None:
    result = replay("minutes/thinking")
    assert {path: field.value for path, field in result.fields.items()} == {
        "present": 25,
        "absent": 3,
        "cost": Decimal("1.2"),
    }
    assert (result.usage.llm_calls, result.usage.re_asks) == (2, 1)


def test_a_model_that_refuses_is_asked_once_more_and_then_the_section_is_unread(replay: Replay) -> None:
    result = replay("minutes/refused")
    assert (result.usage.llm_calls, result.usage.re_asks, result.usage.unread_sections) == (2, 1, 1)
    assert result.fields == {}
    assert [f.paths for f in result.findings if f.rule == "llm.unread"] == [["present", "absent", "cost"]]


def test_what_the_model_makes_up_is_not_in_the_record(replay: Replay) -> None:
    result = replay("minutes/whole")
    assert result.fields["decisions"].value == ["修路通车", "架桥过河"]
    assert "present" not in result.fields
    assert result.usage.discarded_answers == {"quote_not_found": 2}


def test_no_cassette_holds_a_key_a_machine_or_escaped_chinese() -> None:
    files = [file for file in Path(FOLDER).rglob("*.json") if file != ENDPOINT]
    text = "".join(file.read_text("utf-8") for file in files).lower()
    assert "\\u" not in text
    assert [word for word in ("authorization", "bearer", "127.0.0.1", "user-agent") if word in text] == []
