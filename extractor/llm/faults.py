"""What can go wrong between us and a model, and what is tried again.

    ModelError       the whole run: dead address, wrong key, no such model, no mode that works
    ModeRejectedError     the endpoint does not know this way of asking; the next one is tried
    FaultError            this request, after all tries: rate limit, server error, timeout, dropped connection
    WrongAnswerError      an answer came, but not one that can be used: asked once more for what is missing

Only what may pass by itself is tried again. A wrong key, an unknown model or a refused parameter
would fail the same way each time.
"""

from __future__ import annotations

import random
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, TypeVar

from ..errors import ModelError

if TYPE_CHECKING:
    from tenacity import RetryCallState

    from .options import ModelOptions

DEAD = "check --base-url or OPENAI_BASE_URL, and that the server is running"
"""What to do about an endpoint where nobody answers."""

ResultT = TypeVar("ResultT")

_MODE_WORDS = re.compile(r"response_format|json_schema|json_object|structured|tool|function", re.I)
_UNSUPPORTED = re.compile(r"support|requires", re.I)
_LONG = re.compile(
    r"context.{0,12}(length|size|window)|too (long|large|many tokens)|maximum.{0,20}tokens", re.I
)
_FILTERED = re.compile(
    r"content.?(?:filter|policy|management|exists.risk)|inspection|inappropriate|sensitive|moderation|safety",
    re.I,
)
_LONGEST_WAIT, _JITTER = 20.0, 0.5


class FaultError(Exception):
    """A request that got no answer; `reason` is a short name of why, the message says more."""

    def __init__(self, reason: str, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.retry_after = retry_after

    @property
    def passing(self) -> bool:
        """Whether the same request may succeed a little later."""
        return self.reason in ("rate_limited", "server_error", "timeout", "dropped", "unreachable", "garbled")


class ModeRejectedError(Exception):
    """The endpoint refuses the request because of the mode it was made in."""


class WrongAnswerError(Exception):
    """An answer that cannot be used as it is; `text` is what there is of it."""

    def __init__(self, reason: str, text: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text


async def with_retries(
    send: Callable[[], Awaitable[ResultT]], options: ModelOptions, on_retry: Callable[[], None]
) -> ResultT:
    """The result of `send`, tried again while its FaultError may pass, within the caps of the options."""
    from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt

    enough_tries = stop_after_attempt(options.tries)

    def stop(state: RetryCallState) -> bool:
        return enough_tries(state) or state.idle_for + state.upcoming_sleep > options.patience

    retrying = AsyncRetrying(
        stop=stop,
        wait=lambda state: _wait(state, options.pause),
        retry=retry_if_exception(lambda error: isinstance(error, FaultError) and error.passing),
        before_sleep=lambda _: on_retry(),
        reraise=True,
    )
    return await retrying(send)


def _wait(state: RetryCallState, pause: float) -> float:
    """As long as the server asks for, else longer each time; never the same for two clients."""
    error = state.outcome.exception() if state.outcome is not None else None
    asked = error.retry_after if isinstance(error, FaultError) else None
    if asked is not None:
        return asked + random.uniform(0, _JITTER * pause)
    return random.uniform(0.5, 1.0) * min(_LONGEST_WAIT, pause * 2.0 ** (state.attempt_number - 1))


def translate(error: Exception, options: ModelOptions, contacted: bool) -> Exception:
    """The error of the client library in our terms; `contacted` when the endpoint has answered before.

    What the server says is shown in one line of at most 200 characters, without secrets.
    """
    import httpx2
    import openai

    said = safe_text(_said(error), options)
    where = options.endpoint
    if isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.UnsupportedProtocol):
        nobody = f"no model answers at {where} ({said})"
        return FaultError("unreachable", nobody) if contacted else ModelError(f"{nobody}; {DEAD}")
    if isinstance(error, openai.APITimeoutError):
        return FaultError("timeout", f"{where} did not answer within {options.timeout:g} s (--model-timeout)")
    if isinstance(error, openai.APIConnectionError):
        return FaultError("dropped", f"the connection to {where} was lost ({said})")
    if isinstance(error, openai.APIStatusError):
        return _translate_status(error, said, options)
    if isinstance(error, openai.OpenAIError | ValueError):
        return FaultError("garbled", f"{where} sent something that is no answer ({said})")
    return error


def _translate_status(error: Exception, said: str, options: ModelOptions) -> Exception:
    status: int = error.status_code  # type: ignore[attr-defined]
    headers = error.response.headers  # type: ignore[attr-defined]
    where = options.endpoint
    if status in (401, 403):
        return ModelError(f"{where} refuses the key (HTTP {status}: {said}); check OPENAI_API_KEY")
    if status == 404 and not _rejects_mode(status, said):
        return ModelError(
            f"{where} knows no model {options.model!r}, or no chat completions at this address "
            f"(HTTP 404: {said}); check --model or EXTRACT_MODEL, and --base-url or OPENAI_BASE_URL"
        )
    if status == 402 or getattr(error, "code", None) == "insufficient_quota":
        return ModelError(
            f"the account at {where} is used up (HTTP {status}: {said}); check its quota, or OPENAI_API_KEY"
        )
    if status == 429:
        return FaultError("rate_limited", f"{where} limits the rate (HTTP 429: {said})", retry_after(headers))
    if _rejects_mode(status, said):
        return ModeRejectedError(said)
    if status >= 500 or status in (408, 409):
        return FaultError("server_error", f"{where} failed (HTTP {status}: {said})", retry_after(headers))
    if status in (400, 422, 451) and _FILTERED.search(f"{getattr(error, 'code', '')} {said}"):
        return FaultError("refused", f"{where} does not let this passage through (HTTP {status}: {said})")
    if status == 413 or _LONG.search(said):
        return FaultError("too_long", f"the section is too long for {options.model} (HTTP {status}: {said})")
    return ModelError(
        f"{where} refuses the request (HTTP {status}: {said}); check --parameter "
        "(NAME=null leaves out a default parameter that this model does not know)"
    )


def _rejects_mode(status: int, said: str) -> bool:
    """Whether the endpoint refuses the way of asking: some say so as if it were their own failure."""
    if _MODE_WORDS.search(said) is None:
        return False
    return status in (400, 415, 422, 501) or (status in (404, 500) and _UNSUPPORTED.search(said) is not None)


def retry_after(headers: object) -> float | None:
    """Seconds to wait, from `Retry-After` as seconds or as a date; None when it is not there."""
    value = str(headers.get("retry-after", "")).strip() if hasattr(headers, "get") else ""
    if not value:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def safe_text(text: str, options: ModelOptions) -> str:
    """Text from outside in one line of at most 200 characters, the secrets struck out."""
    plain = "".join(c if c.isprintable() else " " for c in options.without_secrets(text))
    line = " ".join(plain.split())
    return line if len(line) <= 200 else line[:197] + "..."


def _said(error: Exception) -> str:
    body = getattr(error, "body", None)
    if isinstance(body, dict) and isinstance(body.get("message"), str):
        return str(body["message"])
    cause = error.__cause__
    return str(cause) if cause is not None and str(cause) else str(error)
