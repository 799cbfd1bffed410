"""One set of limits for the model calls of all workers."""

from __future__ import annotations

import asyncio
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
from llm.server import answering, counting, failing, serving

from extractor.batch import CallLimits, Options, Summary, run_batch
from extractor.batch.limits import Gatekeeper, RemoteGate, Window
from extractor.errors import ModelError
from extractor.llm import ModelOptions

MINUTES = Path(__file__).parents[1] / "llm" / "minutes"


def test_a_window_lets_in_so_many_units_and_then_makes_wait_until_the_first_are_old() -> None:
    window = Window(3, seconds=60)
    for at in (0, 10, 20):
        assert window.delay(1, at) == 0
        window.take(1, at)
    assert window.delay(1, 30) == 30
    assert window.delay(2, 30) == 40
    assert window.delay(1, 60) == 0


def test_more_units_than_the_limit_are_let_in_alone() -> None:
    window = Window(100, seconds=60)
    assert window.delay(500, 0) == 0
    window.take(500, 0)
    assert window.delay(1, 10) == 50
    assert window.delay(500, 60) == 0


def test_a_count_that_turns_out_smaller_makes_room() -> None:
    window = Window(100, seconds=60)
    count = window.take(90, 0)
    assert window.delay(50, 1) > 0
    count.units = 10
    assert window.delay(50, 1) == 0


def test_no_limit_is_no_wait() -> None:
    window = Window(None)
    window.take(10**9, 0)
    assert window.delay(10**9, 0) == 0


@pytest.fixture
def invite() -> Any:
    """Gates to a gatekeeper with the given limits."""
    keepers = []

    def make(limits: CallLimits) -> Any:
        keeper = Gatekeeper(limits)
        keepers.append(keeper)
        return lambda: RemoteGate(keeper.invite())

    yield make
    for keeper in keepers:
        keeper.close()


def enters(gate: RemoteGate, tokens: int = 1, within: float = 0.2) -> bool | None:
    """What the gatekeeper says, None if nothing for some time."""
    said: list[bool] = []
    thread = threading.Thread(target=lambda: said.append(asyncio.run(gate.enter(tokens))), daemon=True)
    thread.start()
    thread.join(within)
    return said[0] if said else None


def test_all_workers_together_have_so_many_requests_under_way(invite: Any) -> None:
    gate = invite(CallLimits(concurrency=2))
    first, second, third = gate(), gate(), gate()
    assert enters(first) and enters(second)
    assert enters(third) is None
    asyncio.run(first.leave(1, 1))
    assert enters(gate()) is None  # the third has been let in meanwhile


@pytest.mark.parametrize("limits", [CallLimits(requests=1), CallLimits(tokens=100)])
def test_all_workers_together_keep_to_the_rate(invite: Any, limits: CallLimits) -> None:
    gate = invite(limits)
    first, second = gate(), gate()
    assert enters(first, 90)
    asyncio.run(first.leave(90, 90))
    assert enters(second, 90) is None


def test_requests_of_a_dead_worker_are_over(invite: Any) -> None:
    gate = invite(CallLimits(concurrency=1))
    dying, waiting = gate(), gate()
    assert enters(dying)
    connection: Connection = dying._connection
    connection.close()
    assert enters(waiting, within=2)


def test_beyond_the_budget_nobody_is_let_in(invite: Any) -> None:
    gate = invite(CallLimits(budget=100))
    first, second = gate(), gate()
    assert enters(first, 60) is True
    assert enters(second, 60) is False
    asyncio.run(first.leave(60, 20))
    time.sleep(0.05)
    assert enters(second, 60) is True


def test_who_is_cancelled_while_waiting_takes_no_place(invite: Any) -> None:
    gate = invite(CallLimits(concurrency=1))
    first, second, third = gate(), gate(), gate()
    assert enters(first)

    async def give_up() -> None:
        waiting = asyncio.create_task(second.enter(1))
        await asyncio.sleep(0.05)
        waiting.cancel()
        await first.leave(1, 1)

    asyncio.run(give_up())
    assert enters(third, within=2)


def write_minutes(folder: Path, n: int) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"m{i}.txt" for i in range(n)]
    for i, path in enumerate(paths):
        path.write_text(f"第{i}次会议出席 25 人。", encoding="utf-8")
    return paths


def run(paths: list[Path], out: Path, url: str, workers: int = 1, **options: Any) -> Summary:
    calls = CallLimits(**options)
    model = ModelOptions(model="test", base_url=url, timeout=5.0, pause=0.01, concurrency=calls.concurrency)
    return run_batch(paths, MINUTES, out, model=model, options=Options(workers, calls=calls))


GOOD = answering({"present": {"quote": "出席 25 人", "value": "25"}})


def test_workers_share_the_concurrency_of_a_model(tmp_path: Path) -> None:
    under_way: list[int] = []
    with serving(counting(under_way, GOOD)) as server:
        paths = write_minutes(tmp_path / "r", 12)
        summary = run(paths, tmp_path / "out.jsonl", server.url, workers=2, concurrency=1)
        assert server.calls == summary.usage["llm_calls"] >= 12
    assert summary.failed == 0
    assert max(under_way) == 1


def test_the_budget_is_that_of_the_run(tmp_path: Path) -> None:
    with serving(GOOD) as server:
        summary = run(write_minutes(tmp_path / "r", 6), tmp_path / "out.jsonl", server.url, budget=1)
        assert server.calls == 0
    assert summary.reports == 6
    assert summary.usage["unread_sections"] >= 6


def test_a_dead_model_stops_the_batch_a_living_one_goes_on_and_none_is_another_record(tmp_path: Path) -> None:
    paths, out = write_minutes(tmp_path / "r", 40), tmp_path / "out.jsonl"
    with (
        serving(failing(401, "wrong key")) as server,
        pytest.raises(ModelError, match="the batch is stopped"),
    ):
        run(paths, out, server.url)
    assert len(out.read_text().splitlines()) < 40
    with serving(GOOD) as server:
        assert run(paths, out, server.url).failed == 0
        assert run(paths, out, server.url).kept == 40
    assert len(out.read_text().splitlines()) == 40
    assert run_batch(paths, MINUTES, out).again == {"schema, tool, model or columns have changed": 40}
