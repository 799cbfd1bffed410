"""The suite and the offline path use no network and load no model client."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "2023年政府信息公开工作年度报告\n一、总体情况\n全年共收到政府信息公开申请12件。\n"
HEAVY = {"openai", "instructor", "httpx", "tenacity", "diskcache"}


def test_the_network_is_out_of_reach() -> None:
    with socket.socket() as client, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        client.connect(("192.0.2.1", 80))


def test_names_are_not_resolved() -> None:
    with pytest.raises(AssertionError, match=r"example\.org"):
        socket.create_connection(("example.org", 443), timeout=1)


def test_this_machine_is_within_reach() -> None:
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())
        assert client.getpeername() == server.getsockname()


def modules_after(code: str, *arguments: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after running `code`."""
    shown = (
        "\nimport sys as _s; print('\\n'.join(sorted({m.split('.')[0] for m in _s.modules})), file=_s.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code + shown, *arguments], capture_output=True, text=True, check=True
    )
    return set(run.stderr.split())


def test_the_offline_path_loads_no_model_client(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    loaded = modules_after(
        "import sys, extractor; extractor.extract(sys.argv[1], 'annual_report')", str(report)
    )
    assert "extractor" in loaded
    assert loaded & HEAVY == set()


def test_help_loads_neither_model_client_nor_readers() -> None:
    code = (
        "import sys; from extractor.cli import main; sys.argv = ['extract', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    loaded = modules_after(code)
    assert "typer" in loaded
    assert loaded & (HEAVY | {"lxml", "opencc", "rapidfuzz"}) == set()
