"""A request in words: what stands in the prompt files, with the passage fenced off as data."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from string import Template

from .plan import Request
from .questionnaire import Kind, Question, Questionnaire
from .reading import Reading

Message = dict[str, str]

_TOKENS = {Kind.FIGURE: (60, 110), Kind.ROW: (60, 140), Kind.LIST: (200, 0)}
_DEFANGED = str.maketrans({"<": "＜", ">": "＞"})

REASONS = {
    "invalid_json": "不是完整的 JSON",
    "wrong_type": "类型不对",
    "refused": "没有作答",
    "truncated": "太长，被截断",
    "empty": "是空的",
    "thinking": "只有思考，没有回答",
}


def passage(reading: Reading, request: Request) -> str:
    """The text that is sent: the document's own, with white space run together.

    Angle brackets become full width, so that no marker of a chat template can stand in it; quotes are
    found again regardless of width and spacing.
    """
    lines = request.span.of(reading.document.text).splitlines()
    text = "\n".join(" ".join(line.split()) for line in lines if line.strip())
    return text.translate(_DEFANGED)


def messages(
    reading: Reading,
    request: Request,
    questionnaire: Questionnaire,
    questions: Sequence[Question] | None = None,
    again: str | None = None,
) -> list[Message]:
    """The messages of a request; with `questions` and `again`, those of the re-ask for what failed."""
    text = passage(reading, request)
    values = {
        "heading": request.heading or "（无标题）",
        "fence": fence(text),
        "text": text,
        "fields": "\n".join(_line(question) for question in questions or request.questions),
    }
    body = Template(questionnaire.texts[request.kind]).substitute(values)
    if again is not None:
        reason = REASONS.get(again, again)
        body += "\n" + Template(questionnaire.texts["again"]).substitute(reason=reason)
    return [
        {"role": "system", "content": questionnaire.texts["system"].strip()},
        {"role": "user", "content": body.strip()},
    ]


def fence(text: str) -> str:
    """A mark that does not stand in `text`, and that nobody who wrote it could have foreseen.

    It is a hash of the text itself, so that the same passage gives the same request each time.
    """
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    while mark in text:
        mark = hashlib.sha256(mark.encode("ascii")).hexdigest()[:16]
    return f"=={mark}=="


def answer_tokens(reading: Reading, request: Request, questions: Sequence[Question]) -> int:
    """How long an answer may get: so much for each question, or as long as the passage itself."""
    base, each = _TOKENS[request.kind]
    if request.kind is Kind.LIST:
        return base + (request.span.end - request.span.start)
    return base + each * len(questions)


def _line(question: Question) -> str:
    unit = f"（{question.unit}）" if question.unit else ""
    return f"{question.path}：{question.asked}{unit}"
