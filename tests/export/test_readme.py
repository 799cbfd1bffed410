"""The analysis that the README shows, run as it stands there."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
from pathlib import Path

import duckdb
import pytest

from extractor.cli import main

ROOT = Path(__file__).parents[2]


def block(start: str) -> str:
    """The indented block of the README that begins with these words."""
    match = re.search(
        rf"(?m)^    {re.escape(start)}.*\n(?:(?:    .*)?\n)*", ROOT.joinpath("README.md").read_text("utf-8")
    )
    assert match is not None
    return re.sub(r"(?m)^    ", "", match[0]).strip()


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the commands of the README were run."""
    folder = tmp_path_factory.mktemp("panel")
    folder.joinpath("examples").symlink_to(ROOT / "examples")
    for line in block("extract batch --schema annual_report --glob").splitlines():
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            patch.setattr(sys, "argv", shlex.split(line))
            with pytest.raises(SystemExit) as exit:
                main()
            assert not exit.value.code
    return folder


def test_the_analysis_is_five_lines() -> None:
    assert len(block("import pandas as pd").splitlines()) == 5
    assert len(block("SELECT issuer").splitlines()) == 5


def test_pandas_and_sql_say_the_same(panel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(panel)
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(block("import pandas as pd"), {})
    table = [line.split() for line in shown.getvalue().splitlines()[1:]]
    rows = duckdb.connect().execute(block("SELECT issuer")).fetchall()
    assert len(rows) >= 5
    assert [row[2] for row in rows] == [float(line[2]) for line in table]
    assert {row[1] for row in rows} == {int(line[1]) for line in table}
