"""The model read by callers that have an event loop of their own."""

from __future__ import annotations

import asyncio

from extractor import extract, extract_async
from extractor.declare import Schema
from extractor.llm import ModelOptions, ModelWitness
from extractor.result import Result

from .server import answering, counting, serving

TEXT = "本次会议出席 25 人。".encode()
GOOD = {"present": {"quote": "出席 25 人", "value": "25"}}


def test_both_ways_read_the_same(minutes: Schema) -> None:
    with serving(answering(GOOD)) as endpoint:
        options = ModelOptions(model="test", base_url=endpoint.url)
        awaited = asyncio.run(extract_async(TEXT, minutes, options))
        assert awaited == extract(TEXT, minutes, options)
    assert awaited.fields["present"].value == 25


def test_a_running_loop_does_not_hinder_the_plain_call(minutes: Schema) -> None:
    async def caller(options: ModelOptions) -> Result:
        return extract(TEXT, minutes, options)

    with serving(answering(GOOD)) as endpoint:
        result = asyncio.run(caller(ModelOptions(model="test", base_url=endpoint.url)))
    assert result.fields["present"].value == 25


def test_documents_that_are_read_at_once_share_the_limit_of_requests(minutes: Schema) -> None:
    under_way: list[int] = []

    async def read_all(witness: ModelWitness) -> None:
        texts = [f"第{n}次会议出席 {n} 人。".encode() for n in range(2, 10)]
        await asyncio.gather(*(extract_async(text, minutes, witness) for text in texts))

    with serving(counting(under_way, answering({"present": None}))) as endpoint:
        asyncio.run(read_all(ModelWitness(ModelOptions(model="test", base_url=endpoint.url, concurrency=3))))
    assert len(under_way) == 8
    assert max(under_way) == 3
