"""The HTTP client under the model's client: what costs time to set up is set up once a process."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl

    from .options import ModelOptions

_TO_CONNECT = 10.0
"""Seconds after which nobody is there; an answer may take far longer."""


def open_client(options: ModelOptions) -> Any:
    """An `openai.AsyncOpenAI` for the endpoint, which tries nothing again by itself."""
    import httpx2
    from openai import AsyncOpenAI, DefaultAsyncHttpx2Client

    patience = httpx2.Timeout(options.timeout, connect=min(options.timeout, _TO_CONNECT))
    tls = _no_certificates() if options.base_url.startswith("http:") else _certificates()
    return AsyncOpenAI(
        base_url=options.endpoint,
        api_key=options.api_key or "none",
        timeout=patience,
        max_retries=0,
        http_client=DefaultAsyncHttpx2Client(verify=tls, auth=options.account),
    )


@lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    """The certificates that this machine trusts; reading them takes a tenth of a second."""
    import httpx2

    return httpx2.create_ssl_context()


@lru_cache(maxsize=1)
def _no_certificates() -> ssl.SSLContext:
    """For an address without TLS; if it redirects to one with it, no certificate there will be trusted."""
    import ssl

    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
