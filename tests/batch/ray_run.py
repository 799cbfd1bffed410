"""Batches on a Ray of two workers, in a process of its own: FOLDER LOCAL.jsonl RAY.jsonl PARTS."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

POISON = str(Path(__file__).with_name("poison_schema.py"))


def main(folder: str, local: str, by_ray: str, parts: str) -> None:
    import ray

    from extractor.batch import EngineName, Limits, Options, run_batch
    from extractor.batch.remote import run_remote
    from extractor.errors import UsageError

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    options = Options(workers=2, limits=Limits(seconds=5), engine=EngineName.RAY)
    for output, engine in ((local, EngineName.LOCAL), (by_ray, EngineName.RAY)):
        chosen = Options(workers=2, limits=Limits(seconds=5), engine=engine)
        summary = run_batch([folder], POISON, Path(output), options=chosen)
        print(engine, summary.done, summary.kept, dict(summary.errors))
    summary = run_batch([folder], POISON, Path(by_ray), options=options)
    print("again", summary.done, summary.kept)
    for _ in range(2):
        try:
            remote = run_remote([Path(folder).as_uri()], Path(parts).as_uri(), POISON, options=options)
            print("parts", remote.done, dict(remote.errors))
        except UsageError as error:
            print(error)


if __name__ == "__main__":
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    main(*sys.argv[1:])
