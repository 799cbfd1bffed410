"""An OpenAI-compatible endpoint, asked through instructor for answers in the shape of a Pydantic model."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..errors import ModelError
from .answer_text import usable_text
from .budget import estimate_tokens
from .connection import open_client
from .faults import FaultError, ModeRejectedError, WrongAnswerError, translate, with_retries
from .gate import Gate, OverBudgetError
from .modes import ModeChoice
from .options import Mode, ModelOptions
from .usage import Meter

ShapeT = TypeVar("ShapeT", bound=BaseModel)

_DEFAULTS: dict[str, Any] = {"temperature": 0, "seed": 0}


class Endpoint:
    """The door to the model; use it as an asynchronous context manager, within one event loop.

    `modes` outlives it, so that the mode is found once for all documents of a run. Whatever is sent
    passes the `gate`, a second try as well.
    """

    def __init__(
        self, options: ModelOptions, modes: ModeChoice, gate: Gate, meter: Meter, contacted: bool = False
    ) -> None:
        self._options = options
        self._modes = modes
        self._gate = gate
        self._meter = meter
        self._client: Any = None
        self.contacted = contacted

    async def __aenter__(self) -> Endpoint:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._client is not None:
            await self._client.close()

    def _open(self) -> Any:
        """The client, made when the first request is sent: a run that the cache answers needs none."""
        if self._client is None:
            # instructor reports each failure to its logger; without a handler Python prints that
            logging.getLogger("instructor").addHandler(logging.NullHandler())
            self._client = open_client(self._options)
        return self._client

    async def answer(
        self, messages: Sequence[Mapping[str, str]], shape: type[ShapeT], max_tokens: int
    ) -> ShapeT:
        """One answer in the shape asked for.

        Raises WrongAnswerError when one came that does not have it, FaultError when none came after
        all tries, OverBudgetError when the gate stays shut, ModelError when no request to this endpoint
        can succeed.
        """
        while True:
            mode = self._modes.current
            try:
                return await self._answer(messages, shape, max_tokens, mode)
            except ModeRejectedError as rejected:
                self._modes.refuse(mode, str(rejected))

    async def _answer(
        self, messages: Sequence[Mapping[str, str]], shape: type[ShapeT], max_tokens: int, mode: Mode
    ) -> ShapeT:
        import instructor
        from instructor.core.exceptions import InstructorRetryException

        received: list[str] = []
        expected = estimate_tokens(*(message["content"] for message in messages)) + max_tokens

        async def create(**request: Any) -> Any:
            completion = await self._send(request, expected)
            received.append(usable_text(completion, mode, self._options))
            return completion

        ask: Any = instructor.patch(create=create, mode=_instructor_mode(mode))
        try:
            answer: ShapeT = await ask(
                response_model=_schema_of(shape),
                max_retries=0,
                model=self._options.model,
                messages=[dict(message) for message in messages],
                extra_body=request_parameters(self._options, max_tokens),
            )
            return answer
        except InstructorRetryException as error:
            raise _cause(error, received) from None

    async def _send(self, request: dict[str, Any], expected: int) -> Any:
        """The completion that the endpoint sends, tried again where that may help.

        Each try passes the gate as a request of `expected` tokens; one that failed has cost none.
        """

        async def once() -> Any:
            if not await self._gate.enter(expected):
                raise OverBudgetError
            spent = 0
            try:
                completion = await self._complete(request)
                spent = self._count(request, completion)
            finally:
                await self._gate.leave(expected, spent)
            return completion

        return await with_retries(once, self._options, self._count_retry)

    async def _complete(self, request: dict[str, Any]) -> Any:
        """The completion of one try. Raises what `translate` makes of the client library's errors."""
        try:
            completion = await self._open().chat.completions.create(**request)
        except Exception as error:
            raise translate(error, self._options, self.contacted) from None
        if not getattr(completion, "choices", None):
            raise ModelError(
                f"{self._options.endpoint} answers, but not with chat completions; "
                "check --base-url or OPENAI_BASE_URL (it mostly ends in /v1)"
            )
        self.contacted = True
        return completion

    def _count_retry(self) -> None:
        self._meter.retries += 1

    def _count(self, request: dict[str, Any], completion: Any) -> int:
        """Add the cost of an exchange in tokens; where the endpoint does not tell it, an estimate."""
        usage = completion.usage
        if usage is not None:
            sent, received = usage.prompt_tokens, usage.completion_tokens
        else:
            sent = estimate_tokens(*(message["content"] for message in request["messages"]))
            received = estimate_tokens(completion.choices[0].message.content or "")
        self._meter.calls += 1
        self._meter.prompt_tokens += sent
        self._meter.completion_tokens += received
        return int(sent + received)


def request_parameters(options: ModelOptions, max_tokens: int) -> dict[str, Any]:
    """The parameters of every request: ours, then those of the options; None leaves one out."""
    merged = {**_DEFAULTS, "max_tokens": max_tokens, **options.parameters}
    return {name: value for name, value in merged.items() if value is not None}


def _cause(error: Exception, received: list[str]) -> Exception:
    """What really happened, out of instructor's wrapping."""
    cause = error.__cause__
    if isinstance(cause, WrongAnswerError | FaultError | ModelError | ModeRejectedError | OverBudgetError):
        return cause
    text = received[-1] if received else ""
    if isinstance(cause, ValidationError):
        broken = any(detail["type"] == "json_invalid" for detail in cause.errors())
        return WrongAnswerError("invalid_json" if broken else "wrong_type", text)
    return WrongAnswerError("invalid_json", text)


@lru_cache(maxsize=256)
def _schema_of(shape: type[BaseModel]) -> Any:
    """The shape as instructor wraps it; left to itself it makes a new class for every request."""
    import instructor

    return instructor.openai_schema(shape)


def _instructor_mode(mode: Mode) -> Any:
    import instructor

    return {
        Mode.JSON_SCHEMA: instructor.Mode.JSON_SCHEMA,
        Mode.TOOLS: instructor.Mode.TOOLS,
        Mode.JSON: instructor.Mode.JSON,
    }[mode]
