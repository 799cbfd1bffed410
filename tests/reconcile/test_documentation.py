"""The pages on findings and confidence name what the code has."""

from __future__ import annotations

import re
from pathlib import Path

from reconcile.testimony import ANNUAL

from extractor.reconcile import confidence, reading
from extractor.values import Witness

ROOT = Path(__file__).parents[2]
FINDINGS = (ROOT / "docs" / "findings.md").read_text("utf-8")
CONFIDENCE = (ROOT / "docs" / "confidence.md").read_text("utf-8")


def in_table(page: str) -> set[str]:
    return set(re.findall(r"^\| `([\w.]+)` \|", page, re.MULTILINE))


def test_every_identity_is_explained() -> None:
    declared = {i.rule for i in ANNUAL.identities if not i.rule.startswith("cumulative.")}
    assert declared - in_table(FINDINGS) == set()


def test_every_rule_of_the_engine_is_explained() -> None:
    code = "".join(p.read_text("utf-8") for p in (ROOT / "extractor" / "reconcile").glob("*.py"))
    named = set(re.findall(r'(?:rule=|Finding\(\s*|_finding\(\s*)"([a-z_.]+)"', code))
    assert "period.order" in named
    assert named - in_table(FINDINGS) == set()


def test_every_doubt_is_explained() -> None:
    assert (reading.DOUBTS | confidence.DOUBT.keys()) - in_table(FINDINGS) == set()


def test_the_figures_of_the_page_are_those_of_the_code() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| ([\d.]+) \|$", CONFIDENCE, re.MULTILINE))
    assert {flag: float(least) for flag, least in rows.items()} == confidence.DOUBT
    errors = " / ".join(str(confidence.ERROR[w]) for w in (Witness.TABLE, Witness.NARRATIVE, Witness.LLM))
    for row in (
        f"| the best witness: table / narrative / llm | {errors} |",
        f"| a label that matched badly adds | {confidence.WEAK_LABEL} × (1 − support) |",
        f"| each further witness that agrees | × {confidence.AGREEMENT} |",
        f"up to {confidence.COUNTED} | × {confidence.IDENTITY} |",
        f"up to {confidence.COUNTED} in all | × {confidence.TRIVIAL} |",
        f"| never less than | {confidence.FLOOR} |",
        f"| any other flag | {confidence.OTHER_DOUBT} |",
    ):
        assert row in CONFIDENCE
