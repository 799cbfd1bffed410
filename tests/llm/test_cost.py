"""What is sent a second time, and what the budget allows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from extractor import UsageError, extract
from extractor.declare import Schema
from extractor.llm import ModelOptions, ModelWitness
from extractor.llm.budget import Budget, estimate_tokens

from .conftest import Read
from .server import answering, failing, serving, then

TEXT = "本次会议出席 25 人。"
GOOD = {"present": {"quote": "出席 25 人", "value": "25"}}


def test_a_second_run_sends_nothing_and_reads_the_same(read: Read, tmp_path: Path) -> None:
    with serving(answering(GOOD)) as endpoint:
        first = read(endpoint.url, TEXT, cache_dir=tmp_path)
        second = read(endpoint.url, TEXT, cache_dir=tmp_path)
    assert endpoint.calls == 1
    assert first.fields == second.fields
    assert (second.usage.llm_calls, second.usage.prompt_tokens, second.usage.cache_hits) == (0, 0, 1)


@pytest.mark.parametrize(
    "other",
    [{"model": "other"}, {"parameters": {"top_p": 0.5}}, {"chunk": 1600, "model": "test2"}],
)
def test_another_model_or_parameter_is_asked_anew(
    read: Read, tmp_path: Path, other: dict[str, object]
) -> None:
    with serving(answering(GOOD)) as endpoint:
        read(endpoint.url, TEXT, cache_dir=tmp_path)
        read(endpoint.url, TEXT, cache_dir=tmp_path, **other)
    assert endpoint.calls == 2


def test_the_key_is_no_part_of_what_is_kept(read: Read, tmp_path: Path) -> None:
    with serving(answering(GOOD)) as endpoint:
        read(endpoint.url, TEXT, cache_dir=tmp_path, api_key="sk-first")
        read(endpoint.url, TEXT, cache_dir=tmp_path, api_key="sk-second")
    assert endpoint.calls == 1
    assert not any(b"sk-" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_what_was_asked_again_is_kept_whole(read: Read, tmp_path: Path) -> None:
    with serving(then(answering("?"), answering(GOOD))) as endpoint:
        read(endpoint.url, TEXT, cache_dir=tmp_path)
        read(endpoint.url, TEXT, cache_dir=tmp_path)
    assert endpoint.calls == 2


def test_what_stayed_unread_is_asked_in_the_next_run(read: Read, tmp_path: Path) -> None:
    with serving(then(answering("?"), answering("?"), answering(GOOD))) as endpoint:
        assert read(endpoint.url, TEXT, cache_dir=tmp_path).fields == {}
        assert read(endpoint.url, TEXT, cache_dir=tmp_path).fields["present"].value == 25


def test_a_folder_that_cannot_hold_a_cache_is_an_error(read: Read, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with serving(answering(GOOD)) as endpoint, pytest.raises(UsageError, match="--cache-dir"):
        read(endpoint.url, TEXT, cache_dir=file / "below")


def test_a_damaged_cache_is_an_error_that_names_the_setting(read: Read, tmp_path: Path) -> None:
    (tmp_path / "cache.db").write_bytes(b"no database" * 1000)
    with serving(answering(GOOD)) as endpoint, pytest.raises(UsageError, match="--no-cache"):
        read(endpoint.url, TEXT, cache_dir=tmp_path)


def test_a_cache_that_cannot_be_written_is_an_error_that_names_the_setting(
    read: Read, tmp_path: Path
) -> None:
    with serving(answering(GOOD)) as endpoint:
        read(endpoint.url, TEXT, cache_dir=tmp_path)
        with closing(sqlite3.connect(tmp_path / "cache.db")) as database:
            database.execute(
                "CREATE TRIGGER full BEFORE INSERT ON Cache BEGIN SELECT RAISE(FAIL, 'disk full'); END"
            )
        with pytest.raises(UsageError, match="disk full"):
            read(endpoint.url, "下次会议出席 26 人。", cache_dir=tmp_path)


def test_what_the_cache_holds_is_checked_again_against_the_text(read: Read, tmp_path: Path) -> None:
    wrong = {"present": {"quote": "出席 99 人", "value": "99"}}
    with serving(answering(wrong)) as endpoint:
        read(endpoint.url, TEXT, cache_dir=tmp_path)
        second = read(endpoint.url, TEXT, cache_dir=tmp_path)
    assert second.usage.cache_hits == 1
    assert second.usage.discarded_answers == {"quote_not_found": 1}


def test_over_the_budget_nothing_is_sent_and_it_is_said(read: Read) -> None:
    with serving(answering(GOOD)) as endpoint:
        result = read(endpoint.url, TEXT, budget_tokens=10)
    assert endpoint.calls == 0
    assert [(f.rule, f.paths) for f in result.findings] == [("llm.unread", ["present"])]
    assert "budget" in result.findings[0].message


def test_documents_of_one_run_share_the_budget(minutes: Schema) -> None:
    with serving(answering(GOOD)) as endpoint:
        options = ModelOptions(model="test", base_url=endpoint.url, budget_tokens=600)
        witness = ModelWitness(options)
        usages = [extract(TEXT.encode(), minutes, witness).usage for _ in range(6)]
    assert 1 <= endpoint.calls < 6
    assert usages[-1].unread_sections == 1


def test_requests_under_way_cannot_overspend_together() -> None:
    budget = Budget(100)
    assert [budget.reserve(60), budget.reserve(60)] == [True, False]
    budget.settle(60, 20)
    assert budget.reserve(60)


def test_a_failing_endpoint_spends_nothing(read: Read) -> None:
    with serving(then(failing(500), answering(GOOD))) as endpoint:
        usage = read(endpoint.url, TEXT).usage
    assert (usage.prompt_tokens, usage.completion_tokens) == (100, 10)


@pytest.mark.parametrize(
    ("text", "at_least", "at_most"),
    [
        ("全年共收到政府信息公开申请九十九件，均已按时答复。", 12, 26),
        ("information disclosure annual report", 4, 14),
        ("", 0, 4),
    ],
)
def test_the_estimate_is_near_what_vocabularies_need(text: str, at_least: int, at_most: int) -> None:
    assert at_least <= estimate_tokens(text) <= at_most
