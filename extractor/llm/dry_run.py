"""What would be sent, and about what it would cost, without sending anything."""

from __future__ import annotations

from typing import Any

from .answer_model import answer_shape
from .budget import estimate_tokens
from .options import Mode, ModelOptions
from .plan import Occasion, plan
from .prompt import answer_tokens, messages


def dry_run(occasion: Occasion, options: ModelOptions) -> dict[str, Any]:
    """The requests with their messages, and estimates of their tokens, as plain data."""
    requests = []
    for request in plan(occasion, options.chunk):
        said = messages(occasion.reading, request, occasion.questionnaire)
        requests.append(
            {
                "kind": str(request.kind),
                "heading": request.heading,
                "start": request.span.start,
                "end": request.span.end,
                "fields": [question.path for question in request.questions],
                "messages": said,
                "schema": answer_shape(request.questions).model_json_schema(),
                "prompt_tokens": estimate_tokens(*(message["content"] for message in said)),
                "max_tokens": answer_tokens(occasion.reading, request, request.questions),
            }
        )
    return {
        "model": options.model,
        "endpoint": options.endpoint,
        "mode": str(options.mode or Mode.JSON_SCHEMA),
        "prompt": occasion.questionnaire.version,
        "requests": requests,
        "prompt_tokens": sum(int(str(request["prompt_tokens"])) for request in requests),
    }
