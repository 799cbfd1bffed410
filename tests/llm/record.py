"""Records the cassettes anew with any endpoint, from the root of the project:

    OPENAI_BASE_URL=… OPENAI_API_KEY=… EXTRACT_MODEL=… python -m tests.llm.record [NAME…]

NAME limits it to the scenarios whose name begins so. PARAMETERS, a JSON object, goes into each request.
"""

from __future__ import annotations

import json
import os
import sys
import time
from urllib.parse import urlsplit

from extractor.llm import ModelOptions

from .cassettes import ENDPOINT, recording
from .scenarios import SCENARIOS


def main(wanted: list[str]) -> None:
    """Record the scenarios one after the other, and how they were recorded."""
    options = ModelOptions(
        model=os.environ["EXTRACT_MODEL"],
        base_url=os.environ["OPENAI_BASE_URL"],
        api_key=os.environ.get("OPENAI_API_KEY", ""),
        concurrency=1,
        timeout=600,
        parameters=json.loads(os.environ.get("PARAMETERS", "{}")),
    )
    endpoint = {
        "model": options.model,
        "path": urlsplit(options.base_url).path,
        "parameters": dict(options.parameters),
    }
    ENDPOINT.parent.mkdir(exist_ok=True)
    ENDPOINT.write_text(json.dumps(endpoint, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for name, scenario in SCENARIOS.items():
        if not wanted or any(name.startswith(prefix) for prefix in wanted):
            begun = time.monotonic()
            with recording(name) as cassette:
                result = scenario(options)
            print(f"{name}: {len(cassette)} exchanges, {time.monotonic() - begun:.0f} s", flush=True)
            print(f"    {result.usage}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
