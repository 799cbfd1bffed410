"""Recorded exchanges with a real model: readable files, without keys and machine details.

A cassette is JSON. Bodies stand in it parsed, Chinese as Chinese. What is left out is left out by this
code while recording; nobody edits a cassette.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import vcr
from vcr.cassette import Cassette
from vcr.request import Request

FOLDER = Path(__file__).parents[2] / "cassettes"
ENDPOINT = FOLDER / "endpoint.json"
_MACHINE = ("timings", "system_fingerprint", "__verbose")


def names() -> list[str]:
    """The cassettes there are, as `examples/2012-prose-only`."""
    files = (file.relative_to(FOLDER).with_suffix("") for file in FOLDER.rglob("*.json") if file != ENDPOINT)
    return sorted(file.as_posix() for file in files)


@dataclass
class Library:
    """The cassettes that were opened, with the number of their exchanges that were not used."""

    unused: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def play(self, name: str) -> Iterator[Cassette]:
        """Answer requests from this cassette alone; one that it does not hold is an error."""
        with _vcr("none").use_cassette(str(FOLDER / f"{name}.json")) as cassette:
            yield cassette
        left = len(cassette) - cassette.play_count
        self.unused[name] = min(left, self.unused.get(name, left))


@contextmanager
def recording(name: str) -> Iterator[Cassette]:
    """Send requests to the real endpoint and write them down, in place of what was there."""
    file = FOLDER / f"{name}.json"
    file.unlink(missing_ok=True)
    with _vcr("all").use_cassette(str(file)) as cassette:
        yield cassette


def _vcr(record_mode: str) -> Any:
    recorder = vcr.VCR(
        record_mode=record_mode,
        serializer="readable",
        match_on=("method", "path", "parsed_body"),
        before_record_request=_plain_request,
        before_record_response=_plain_response,
        decode_compressed_response=True,
    )
    recorder.register_serializer("readable", Readable)
    recorder.register_matcher("parsed_body", _same_body)
    return recorder


def _plain_request(request: Request) -> Request:
    """The request with its content type as only header, and without the name of the machine."""
    request.headers = {"content-type": "application/json"}
    request.uri = f"http://endpoint{urlsplit(request.uri).path}"
    return request


def _plain_response(response: dict[str, Any]) -> dict[str, Any]:
    """The response with its content type as only header, and without timings and fingerprints."""
    data = json.loads(response["body"]["string"])
    kept = {key: value for key, value in data.items() if key not in _MACHINE}
    body = json.dumps(kept, ensure_ascii=False).encode()
    return {
        "status": response["status"],
        "headers": {"content-type": ["application/json"]},
        "body": {"string": body},
    }


def _same_body(first: Request, second: Request) -> None:
    assert json.loads(first.body) == json.loads(second.body), "another request body"


class Readable:
    """The form of a cassette file."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        """The file of a cassette."""
        exchanges = [
            {
                "request": {
                    "method": exchange["request"]["method"],
                    "path": urlsplit(exchange["request"]["uri"]).path,
                    "body": json.loads(exchange["request"]["body"]),
                },
                "response": {
                    "status": exchange["response"]["status"],
                    "body": json.loads(exchange["response"]["body"]["string"]),
                },
            }
            for exchange in cassette["interactions"]
        ]
        return json.dumps(exchanges, ensure_ascii=False, indent=1) + "\n"

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        """The cassette in a file."""
        headers = {"content-type": ["application/json"]}
        return {
            "version": 1,
            "interactions": [
                {
                    "request": {
                        "method": exchange["request"]["method"],
                        "uri": f"http://endpoint{exchange['request']['path']}",
                        "body": json.dumps(exchange["request"]["body"]),
                        "headers": headers,
                    },
                    "response": {
                        "status": exchange["response"]["status"],
                        "headers": headers,
                        "body": {"string": json.dumps(exchange["response"]["body"])},
                    },
                }
                for exchange in json.loads(text)
            ],
        }
