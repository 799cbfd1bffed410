"""Whatever is sent passes the gate, so that limits hold for every try."""

from __future__ import annotations

import pytest

from extractor import extract
from extractor.declare import Schema
from extractor.llm import ModelOptions, ModelWitness
from extractor.result import Result

from .server import Behaviour, answering, failing, serving, then

TEXT = "本次会议出席 18 人，缺席 2 人。"
ANSWER = answering(
    {"present": {"quote": "出席 18 人", "value": "18"}, "absent": {"quote": "缺席 2 人", "value": "2"}}
)


class Turnstile:
    """A gate that counts: who came in, who left, and what they say it cost. It lets in so many."""

    def __init__(self, places: int) -> None:
        self.places = places
        self.spent: list[int] = []
        self.inside = 0

    async def enter(self, tokens: int) -> bool:
        if self.places == 0:
            return False
        self.places -= 1
        self.inside += 1
        return True

    async def leave(self, tokens: int, spent: int) -> None:
        self.inside -= 1
        self.spent.append(spent)


def read(url: str, schema: Schema, gate: Turnstile) -> Result:
    options = ModelOptions(model="test", base_url=url, api_key="sk-secret", timeout=5.0, pause=0.01)
    return extract(TEXT.encode(), schema, ModelWitness(options, gate))


@pytest.mark.parametrize("fault", [failing(429), failing(503)])
def test_a_second_try_passes_the_gate_as_well(minutes: Schema, fault: Behaviour) -> None:
    gate = Turnstile(places=5)
    with serving(then(fault, ANSWER)) as endpoint:
        result = read(endpoint.url, minutes, gate)
    assert result.fields["present"].value == 18
    assert (endpoint.calls, len(gate.spent), gate.inside) == (2, 2, 0)


def test_a_try_that_failed_has_cost_nothing(minutes: Schema) -> None:
    gate = Turnstile(places=5)
    with serving(then(failing(503), ANSWER)) as endpoint:
        usage = read(endpoint.url, minutes, gate).usage
    assert gate.spent == [0, usage.prompt_tokens + usage.completion_tokens]


def test_a_second_try_that_is_not_let_in_leaves_the_section_unread(minutes: Schema) -> None:
    gate = Turnstile(places=1)
    with serving(failing(429)) as endpoint:
        result = read(endpoint.url, minutes, gate)
    assert (endpoint.calls, result.usage.unread_sections) == (1, 1)
    assert [finding.rule for finding in result.findings if finding.rule.startswith("llm")] == ["llm.unread"]
