"""The text of an answer as it came, freed of what models put around it; or why there is none to parse."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import from_json

from .faults import WrongAnswerError
from .options import Mode, ModelOptions

# Some chat templates open the thoughts in the prompt, so that only their end is in the answer.
_THOUGHTS = re.compile(r"\A.*</(think|thinking|thought)>", re.S | re.I)
_THINKING = re.compile(r"\A\s*<(think|thinking|thought)>", re.I)
_REFUSAL = re.compile(
    r"\A\W*(?:非常|十分|很|我很)?(?:抱歉|对不起|不好意思|我(?:无法|不能)|无法(?:提供|回答|协助)|"
    r"(?:I'm|I am) (?:very )?sorry|sorry|I (?:can(?:no|')t|am (?:not able|unable)|won't|will not))",
    re.I,
)
_SHORTEST_SECRET = 8


def usable_text(completion: Any, mode: Mode, options: ModelOptions) -> str:
    """What is to be parsed of a completion, put in the place of its content; a key in it is struck out.

    Raises WrongAnswerError when that is nothing: refused, truncated, only thoughts, or empty.
    """
    choice = completion.choices[0]
    message = choice.message
    if getattr(message, "refusal", None) or choice.finish_reason == "content_filter":
        raise WrongAnswerError("refused")
    if mode is Mode.TOOLS:
        called = message.tool_calls[0].function if message.tool_calls else None
        text = options.without_secrets(str(called.arguments), _SHORTEST_SECRET) if called else ""
        if called:
            called.arguments = text
    else:
        text = options.without_secrets(message.content or "", _SHORTEST_SECRET)
        message.content = text = _without_thoughts(text)
    if choice.finish_reason == "length":
        raise WrongAnswerError("truncated", text)
    if not text.strip():
        raise WrongAnswerError("empty")
    return text


def _without_thoughts(content: str) -> str:
    """The answer behind the thoughts, and of that the JSON object where there is one."""
    text = _THOUGHTS.sub("", content)
    if (content.strip() and not text.strip()) or _THINKING.match(text):
        raise WrongAnswerError("thinking")
    text = _object(text)
    if "{" not in text and _REFUSAL.match(text):
        raise WrongAnswerError("refused")
    return text


def _object(text: str) -> str:
    """The JSON object that stands between fences or words; the text itself where that is no whole one."""
    inner = text[text.find("{") : text.rfind("}") + 1]
    try:
        return inner if isinstance(from_json(inner), dict) else text
    except ValueError:
        return text
