"""A wheel holds every package and data file of the source, and nothing else at its top."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOMES = {"extractor": "extractor", "schemas": "extractor/schemas", "prompts": "extractor/prompts"}
"""Where each folder of the source travels in the wheel."""


def source_files() -> set[str]:
    """The files a wheel must hold, by their places in it."""
    found = set()
    for folder, home in HOMES.items():
        for file in (ROOT / folder).rglob("*"):
            inside = file.relative_to(ROOT / folder)
            if file.is_file() and "__pycache__" not in inside.parts and not inside.name.startswith("."):
                if folder == "extractor" and inside.parts[0] in ("schemas", "prompts"):
                    continue
                found.add(f"{home}/{inside.as_posix()}")
    return found


def test_every_package_of_the_source_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = set(project["tool"]["setuptools"]["packages"])
    packages = (file.removesuffix("/__init__.py") for file in source_files() if file.endswith("/__init__.py"))
    present = {package.replace("/", ".") for package in packages}
    assert declared == present


def test_a_wheel_holds_every_file_and_one_top_package(tmp_path: Path) -> None:
    pytest.importorskip("setuptools", minversion="80", reason="builds the wheel without a network")
    code = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    copy = tmp_path / "source"
    _copy_source(copy)
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=copy, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    wheel = next(tmp_path.glob("*.whl"))
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert source_files() - names == set()
    assert {name.split("/")[0] for name in names} == {"extractor"}


def _copy_source(target: Path) -> None:
    """The parts of the project that a build reads."""
    target.mkdir()
    for folder in HOMES:
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, target / name)
