"""How often values are right, by the confidence that was given them: `python benchmarks/calibration.py`.

Reads generated reports, whose values are known, and compares for each band of confidence the mean of the
confidences with the share of the values that are right. A value that the report does not state is wrong.
Exit code 1 when in a band with enough values fewer are right than the confidence says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from generator.case import Case, generate
from generator.scoring import same

from extractor import Result, extract_document, load_schema
from extractor.documents import read_bytes

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.93, 0.96, 0.98, 0.99, 1.01)
ENOUGH = 200
"""A band with fewer values says nothing."""

FIRST_SEED = 50_000
"""Beyond the seeds of the acceptance."""


@dataclass
class Band:
    """The values whose confidence lies in one band."""

    values: int = 0
    right: int = 0
    confidence: float = 0.0

    def add(self, confidence: float, right: bool) -> None:
        """Count one value."""
        self.values += 1
        self.right += right
        self.confidence += confidence


def main() -> int:
    """Read the reports, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=600, help="how many reports (default 600)")
    count = parser.parse_args().count
    bands = [Band() for _ in BANDS[1:]]
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        for confidence, right in _judged(generate(seed)):
            bands[next(i for i, end in enumerate(BANDS[1:]) if confidence < end)].add(confidence, right)
    print(f"{'confidence':>12}{'values':>10}{'mean':>9}{'right':>9}")
    over = False
    for (start, end), band in zip(pairwise(BANDS), bands, strict=True):
        if not band.values:
            continue
        mean, share = band.confidence / band.values, band.right / band.values
        boasts = band.values >= ENOUGH and share < mean
        over = over or boasts
        mark = "  too sure" if boasts else ""
        print(f"{start:>5.2f} – {min(end, 1):.2f}{band.values:>9}{mean:>9.3f}{share:>9.4f}{mark}")
    return 1 if over else 0


def _judged(case: Case) -> Iterator[tuple[float, bool]]:
    """The confidence of every number of a report whose truth is known, and whether it is right."""
    gold = case.gold
    truth = {**gold.optional, **gold.values}
    for path, entry in _read(case).fields.items():
        if entry.value is None or isinstance(entry.value, list):
            continue
        if path in truth:
            accepted = [truth[path], *gold.accept.get(path, [])]
            yield entry.confidence, any(same(entry.value, value) for value in accepted)
        elif path in gold.must_be_null:
            yield entry.confidence, False


def _read(case: Case) -> Result:
    document = read_bytes(case.data, f"{case.plan.seed}{case.suffix}")
    return extract_document(document, load_schema("annual_report"))


if __name__ == "__main__":
    sys.exit(main())
