"""A chat completions endpoint on this machine that does exactly what a test tells it, faults included."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]
Behaviour = Callable[[BaseHTTPRequestHandler, Request, int], None]


@dataclass
class Endpoint:
    """The running server: its address, and what it was sent, as headers, bytes and parsed bodies."""

    url: str
    bodies: list[Request] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def calls(self) -> int:
        """How many requests came."""
        return len(self.bodies)

    def said(self, index: int = 0) -> str:
        """What the user message of a request said."""
        return str(self.bodies[index]["messages"][-1]["content"])


class Server(ThreadingHTTPServer):
    """A server that many clients may reach at once."""

    daemon_threads = True
    request_queue_size = 128


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[Endpoint]:
    """An endpoint that treats each request by `behaviour(handler, body, number)`, numbers from 0."""
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # headers and body are sent apart; their delay is not ours to measure

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            body = json.loads(data)
            with lock:
                number = len(endpoint.bodies)
                endpoint.bodies.append(body)
                endpoint.raw.append(data)
                endpoint.headers.append({name.lower(): value for name, value in self.headers.items()})
            behaviour(self, body, number)

        def log_message(self, *_: Any) -> None:
            """Keep the test output quiet."""

    server = Server(("127.0.0.1", 0), Handler)
    endpoint = Endpoint(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()


def send(
    handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, headers: dict[str, str] | None = None
) -> None:
    """One whole HTTP response."""
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def completion(content: str | None, finish: str = "stop", **message: Any) -> bytes:
    """A chat completion that says `content`."""
    return json.dumps(
        {
            "id": "x",
            "object": "chat.completion",
            "created": 0,
            "model": "test",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish,
                    "message": {"role": "assistant", "content": content, **message},
                }
            ],
            "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
        }
    ).encode()


def answering(*contents: Any, finish: str = "stop") -> Behaviour:
    """Say these things one after the other, the last one for ever; what is no text is sent as JSON."""
    texts = [c if isinstance(c, str) else json.dumps(c, ensure_ascii=False) for c in contents]

    def behave(handler: BaseHTTPRequestHandler, _: Request, number: int) -> None:
        send(handler, completion(texts[min(number, len(texts) - 1)], finish))

    return behave


def failing(
    status: int, message: str = "no", headers: dict[str, str] | None = None, **error: Any
) -> Behaviour:
    """An HTTP error as OpenAI words it."""
    body = json.dumps({"error": {"message": message, **error}}).encode()
    return lambda handler, _, __: send(handler, body, status, headers)


def then(*behaviours: Behaviour) -> Behaviour:
    """One behaviour for each request in turn, the last one for ever."""

    def behave(handler: BaseHTTPRequestHandler, body: Request, number: int) -> None:
        behaviours[min(number, len(behaviours) - 1)](handler, body, number)

    return behave


def counting(under_way: list[int], answer: Behaviour) -> Behaviour:
    """Answer a little later; note how many requests are under way at each."""
    lock, now = threading.Lock(), [0]

    def behave(handler: BaseHTTPRequestHandler, body: Request, number: int) -> None:
        with lock:
            now[0] += 1
            under_way.append(now[0])
        time.sleep(0.05)
        with lock:
            now[0] -= 1
        answer(handler, body, number)

    return behave


def asked_fields(body: Request) -> list[str]:
    """The fields that a request asks for, from its response format."""
    return list(body["response_format"]["json_schema"]["schema"]["properties"])
