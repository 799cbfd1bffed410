"""The key goes into the header of a request, and nowhere else."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

import pytest

from extractor import ModelError
from extractor.llm import ModelOptions, ModelWitness

from .conftest import Read
from .server import answering, failing, serving, then

KEY = "sk-very-secret-0123456789"
TEXT = "本次会议出席 25 人。"
GOOD = {"present": {"quote": "出席 25 人", "value": "25"}}


def test_no_repr_shows_the_key() -> None:
    options = ModelOptions(model="m", api_key=KEY, base_url="https://me:pw@example.org/v1")
    assert KEY not in repr(options)
    assert KEY not in repr(vars(ModelWitness(options)))
    assert options.endpoint == "https://example.org/v1"


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
def test_an_endpoint_that_repeats_the_key_does_not_get_it_into_the_error(
    read: Read, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(failing(status, f"Incorrect API key provided: {KEY}")) as endpoint:
        with pytest.raises(ModelError) as raised:
            read(endpoint.url, TEXT, api_key=KEY, tries=1)
        assert KEY not in "".join(traceback.format_exception(raised.value))
    assert KEY not in caplog.text


def test_no_log_shows_the_key(read: Read, caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(then(failing(503), answering("?"), answering(GOOD))) as endpoint:
        result = read(endpoint.url, TEXT, api_key=KEY, cache_dir=tmp_path)
    assert endpoint.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in result.to_json()
    assert not any(KEY.encode() in f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())
    assert KEY not in caplog.text
