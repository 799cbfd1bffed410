"""One request with all that may go wrong: cache, budget, a re-ask for what failed, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..declare import Schema
from .answer_model import ANSWER_TYPES, Answer, answer_shape, answers_of, salvage
from .cache import AnswerCache, cache_key
from .client import Endpoint, request_parameters
from .faults import FaultError, WrongAnswerError
from .gate import OverBudgetError
from .modes import ModeChoice
from .options import ModelOptions
from .plan import Request
from .prompt import Message, answer_tokens, messages
from .questionnaire import Question, Questionnaire
from .reading import Reading
from .usage import Meter


@dataclass(frozen=True)
class Answered:
    """What came of a request: answers by path, and why some fields have none.

    `unread` is the short name of a fault (`timeout`, `invalid_json`, `budget`, …), None when all is read;
    `missing` are the questions without an answer, `detail` what a reader should be told.
    """

    answers: Mapping[str, Answer]
    unread: str | None = None
    missing: tuple[Question, ...] = ()
    detail: str = ""


@dataclass(frozen=True)
class Desk:
    """All that the requests of a run share."""

    options: ModelOptions
    modes: ModeChoice
    cache: AnswerCache
    meter: Meter

    def key(self, schema: Schema, questionnaire: Questionnaire, said: list[Message], limit: int) -> str:
        """The key of a request in the cache: everything that decides the answer, never the API key."""
        return cache_key(
            endpoint=self.options.endpoint,
            model=self.options.model,
            mode=self.options.mode,
            parameters=request_parameters(self.options, limit),
            prompt=questionnaire.version,
            schema=[schema.name, schema.version],
            messages=said,
        )


async def ask(
    desk: Desk, endpoint: Endpoint, reading: Reading, schema: Schema, asked: Questionnaire, request: Request
) -> Answered:
    """The answers to a request, from the cache or the endpoint.

    A wrong answer is followed by one smaller request for the fields that are missing. Raises ModelError
    when no request to the endpoint can succeed.
    """
    said = messages(reading, request, asked)
    limit = answer_tokens(reading, request, request.questions)
    key = desk.key(schema, asked, said, limit)
    kept = _restore(desk.cache.get(key), request.questions)
    if kept is not None:
        desk.meter.cache_hits += 1
        return Answered(kept)
    try:
        answer = await endpoint.answer(said, answer_shape(request.questions), limit)
        answers = answers_of(answer, request.questions)
    except WrongAnswerError as wrong:
        answers = salvage(wrong.text, request.questions)
        missing = tuple(q for q in request.questions if q.path not in answers)
        if missing:
            return await _ask_again(desk, endpoint, reading, asked, request, answers, missing, wrong, key)
    except FaultError as fault:
        return Answered({}, fault.reason, request.questions, str(fault))
    except OverBudgetError:
        return Answered({}, "budget", request.questions)
    desk.cache.put(key, _store(answers))
    return Answered(answers)


async def _ask_again(
    desk: Desk,
    endpoint: Endpoint,
    reading: Reading,
    asked: Questionnaire,
    request: Request,
    answers: dict[str, Answer],
    missing: tuple[Question, ...],
    wrong: WrongAnswerError,
    key: str,
) -> Answered:
    """Ask once more, for the missing fields alone; what is still missing then stays unread."""
    said = messages(reading, request, asked, missing, wrong.reason)
    limit = answer_tokens(reading, request, missing)
    try:
        desk.meter.re_asks += 1
        answers |= answers_of(await endpoint.answer(said, answer_shape(missing), limit), missing)
    except WrongAnswerError as again:
        answers |= salvage(again.text, missing)
        missing = tuple(q for q in missing if q.path not in answers)
        if missing:
            return Answered(answers, again.reason, missing)
    except FaultError as fault:
        return Answered(answers, fault.reason, missing, str(fault))
    except OverBudgetError:
        return Answered(answers, "budget", missing)
    desk.cache.put(key, _store(answers))
    return Answered(answers)


def _store(answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {
        path: answer.model_dump() if isinstance(answer, BaseModel) else answer
        for path, answer in answers.items()
    }


def _restore(kept: Mapping[str, Any] | None, questions: Sequence[Question]) -> dict[str, Answer] | None:
    """The answers as they were stored, None where they do not fit the questions."""
    if kept is None or any(question.path not in kept for question in questions):
        return None
    try:
        return {q.path: TypeAdapter(ANSWER_TYPES[q.kind]).validate_python(kept[q.path]) for q in questions}
    except ValidationError:
        return None
