"""Scores the extractor on generated reports: `python -m tests.generator --count 2000`.

Prints a table of layout × form with the share of recoverable cells that were read, then the totals,
then the seeds that failed. Exit code 1 when a property of the acceptance is broken.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from .campaign import FATAL, Campaign, run
from .case import generate
from .plan import FORMS, LAYOUTS, PAPER_LAYOUTS


def main() -> int:
    """Run the campaign that the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="how many reports (default 200)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed (default 0)")
    parser.add_argument("--form", choices=FORMS, help="only this form")
    parser.add_argument("--layout", choices=(*LAYOUTS, *PAPER_LAYOUTS), help="only this layout")
    parser.add_argument("--misses", type=int, default=0, help="list the misses of so many failing reports")
    parser.add_argument("--kinds", default=",".join(FATAL), help="the kinds of miss to list")
    parser.add_argument("--write", type=Path, help="write the report of --seed into this folder and stop")
    options = parser.parse_args()
    if options.write is not None:
        case = generate(options.seed, options.form, options.layout)
        target = options.write / f"{options.seed}{case.suffix}"
        target.write_bytes(case.data)
        print(f"{target}: {case.plan}")
        return 0
    seeds = range(options.seed, options.seed + options.count)
    campaign = run(seeds, options.form, options.layout)
    _print_table(campaign)
    _print_failures(campaign, options.misses, set(options.kinds.split(",")))
    return 1 if campaign.broken() else 0


def _print_table(campaign: Campaign) -> None:
    print(f"{'cells read':12}" + "".join(f"{form:>20}" for form in (*FORMS, "all")))
    for layout in (*LAYOUTS, *PAPER_LAYOUTS):
        cells = [campaign.recall(layout, form) for form in (*FORMS, None)]
        print(f"{layout:12}" + "".join(f"{cell:>20}" for cell in cells))
    totals = campaign.totals
    print("   ".join(f"{kind} {totals[kind]}" for kind in sorted(totals)))
    count = len(campaign.outcomes)
    print(f"{count} reports, {campaign.seconds / max(1, count) * 1000:.0f} ms each")


def _print_failures(campaign: Campaign, most: int, kinds: set[str]) -> None:
    for line in campaign.broken():
        print("broken:", line)
    failed = [o for o in campaign.outcomes if any(o.score.counts[kind] for kind in kinds) or o.error]
    if failed:
        print("seeds:", " ".join(str(o.case.plan.seed) for o in failed[:100]))
    for outcome in failed[:most]:
        print(outcome.case.plan, outcome.error or "")
        listed: Counter[str] = Counter()
        for kind, path, got, want in outcome.score.misses:
            if kind in kinds and listed[kind] < 6:
                listed[kind] += 1
                print(f"    {kind:10} {path}  got {got!r}, is {want!r}")


if __name__ == "__main__":
    sys.exit(main())
