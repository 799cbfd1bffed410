"""The whole suite runs offline: a connection to anything but this machine is an error."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long an example takes depends on the machine, and on what was imported before it.
settings.register_profile("gouji", deadline=None)
settings.load_profile("gouji")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--generated N`: how many generated reports the acceptance reads."""
    parser.addoption("--generated", type=int, default=200, metavar="N", help="generated reports to read")


class NetworkUsedError(AssertionError):
    """A test tried to reach the network."""


def is_local(address: object) -> bool:
    """Whether a socket address is on this machine: a Unix path, or a loopback host."""
    if isinstance(address, str | bytes):
        return True
    host = address[0] if isinstance(address, tuple) else None
    if host in ("localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def offline() -> Iterator[None]:
    """Closes the ways out of this machine: connecting, sending datagrams, resolving names."""
    real_connect, real_connect_ex = socket.socket.connect, socket.socket.connect_ex
    real_resolve = socket.getaddrinfo

    def connect(self: socket.socket, address: object) -> None:
        _refuse(address)
        real_connect(self, address)  # type: ignore[arg-type]

    def connect_ex(self: socket.socket, address: object) -> int:
        _refuse(address)
        return real_connect_ex(self, address)  # type: ignore[arg-type]

    def resolve(host: object, *rest: object, **options: object) -> object:
        if host is not None:
            _refuse((host,))
        return real_resolve(host, *rest, **options)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        patch.setattr(socket, "getaddrinfo", resolve)
        yield


def _refuse(address: object) -> None:
    if not is_local(address):
        raise NetworkUsedError(f"a test tried to reach {address!r}; the suite runs offline")
