"""The engine knows no schema by name."""

from __future__ import annotations

from pathlib import Path

import extractor


def test_no_module_of_the_engine_names_a_schema() -> None:
    root = Path(extractor.__file__).parent
    modules = [m for m in root.rglob("*.py") if m.relative_to(root).parts[0] not in ("schemas", "prompts")]
    code = {m.relative_to(root).as_posix(): m.read_text("utf-8").splitlines() for m in modules}
    named = [
        f"{name}:{number}"
        for name, lines in code.items()
        for number, line in enumerate(lines, 1)
        if ("import" in line and "schemas" in line.split()) or "extractor.schemas" in line
    ]
    assert named == []
