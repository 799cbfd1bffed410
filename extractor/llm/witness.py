"""The model as a witness: asks what the rules left open, and testifies to what the text bears out."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from ..declare import Schema
from ..errors import ModelError
from ..result import Usage
from ..values import Document, Field, Observation, Span, Testimony
from ..views import View
from .ask import Answered, Desk, ask
from .cache import AnswerCache
from .client import Endpoint
from .faults import DEAD
from .gate import BudgetGate, Gate
from .grounding import Discarded, Grounds
from .modes import ModeChoice
from .options import ModelOptions
from .plan import Occasion, Request, plan
from .questionnaire import Questionnaire, load_questionnaire
from .reading import Reading
from .report import discarded_finding, unavailable_finding, unread_finding
from .usage import Meter

_ENDPOINT_FAULTS = frozenset({"timeout", "dropped", "unreachable", "server_error", "rate_limited", "garbled"})


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model has to say of one document, and what that cost."""

    testimony: Testimony
    usage: Usage


class ModelWitness:
    """One model for all documents of a run: they share its mode, its gate and the limit of requests at once.

    `gate` lets requests through; by default it knows the budget of the options alone.
    """

    def __init__(self, options: ModelOptions, gate: Gate | None = None) -> None:
        self.options = options
        self._modes = ModeChoice(options)
        self._gate = gate or BudgetGate(options.budget_tokens)
        self._questionnaires: dict[str, Questionnaire] = {}
        self._contacted = False
        self._places: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()

    @classmethod
    def of(cls, model: ModelOptions | ModelWitness) -> ModelWitness:
        """The witness itself, or a new one with these options."""
        return model if isinstance(model, ModelWitness) else cls(model)

    def read(self, document: Document, view: View, schema: Schema, fields: Mapping[str, Field]) -> Heard:
        """Ask the model about what `fields`, the record of the rules, leaves open.

        Works inside a running event loop as well. Raises ModelError when the endpoint cannot be
        reached or used, unless the options say that the model is optional.
        """
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return asyncio.run(self.read_async(document, view, schema, fields))
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, self.read_async(document, view, schema, fields)).result()

    async def read_async(
        self, document: Document, view: View, schema: Schema, fields: Mapping[str, Field]
    ) -> Heard:
        """The same, for callers that have an event loop of their own."""
        occasion = self.occasion(document, view, schema, fields)
        requests = plan(occasion, self.options.chunk)
        meter = Meter()
        try:
            exchanges = await self._ask_all(occasion, requests, meter)
        except ModelError as error:
            if not self.options.optional:
                raise
            meter.unread = len(requests)
            return Heard(Testimony(findings=(unavailable_finding(str(error)),)), meter.usage())
        testimony = testify(occasion, exchanges, meter)
        return Heard(testimony, meter.usage())

    def occasion(
        self, document: Document, view: View, schema: Schema, fields: Mapping[str, Field]
    ) -> Occasion:
        """The document with what is known of it, as the plan needs it."""
        if schema.name not in self._questionnaires:
            self._questionnaires[schema.name] = load_questionnaire(schema)
        return Occasion(Reading(document, view), schema, fields, self._questionnaires[schema.name])

    async def _ask_all(
        self, occasion: Occasion, requests: Sequence[Request], meter: Meter
    ) -> list[tuple[Request, Answered]]:
        """All requests, so many at once as the options allow, with their answers in order."""
        places = self._places.setdefault(
            asyncio.get_running_loop(), asyncio.Semaphore(self.options.concurrency)
        )
        with closing(AnswerCache(self.options.cache_dir)) as cache:
            desk = Desk(self.options, self._modes, cache, meter)
            async with Endpoint(self.options, self._modes, self._gate, meter, self._contacted) as endpoint:

                async def one(request: Request) -> Answered:
                    async with places:
                        return await ask(
                            desk, endpoint, occasion.reading, occasion.schema, occasion.questionnaire, request
                        )

                answered = await _together([one(request) for request in requests])
                self._contacted |= endpoint.contacted
        self._insist_on_an_answer(answered, meter)
        return list(zip(requests, answered, strict=True))

    def _insist_on_an_answer(self, answered: Sequence[Answered], meter: Meter) -> None:
        """An endpoint that answered nothing at all is not reached, and that is no matter of one section.

        Neither is one that has answered before and is gone now.
        """
        faults = [a for a in answered if a.unread in _ENDPOINT_FAULTS]
        gone = bool(faults) and all(a.unread == "unreachable" for a in answered)
        if gone or (faults and not self._contacted):
            raise ModelError(
                f"{faults[0].detail}; no request of {len(faults)} was answered after "
                f"{meter.retries} retries: {DEAD}, or try later"
            )


async def _together(tasks: Sequence[Coroutine[Any, Any, Answered]]) -> list[Answered]:
    """The results in order; the first error ends the others and is raised as itself."""
    try:
        async with asyncio.TaskGroup() as group:
            running = [group.create_task(task) for task in tasks]
    except ExceptionGroup as errors:
        raise _first(errors) from None
    return [task.result() for task in running]


def _first(errors: ExceptionGroup[Exception]) -> Exception:
    inner = errors.exceptions[0]
    return _first(inner) if isinstance(inner, ExceptionGroup) else inner


def testify(occasion: Occasion, exchanges: Sequence[tuple[Request, Answered]], meter: Meter) -> Testimony:
    """The observations that hold against the text, and findings about the rest."""
    said: dict[str, list[Observation]] = {}
    discarded: list[Discarded] = []
    findings = []
    for request, answered in exchanges:
        grounds = Grounds(occasion.reading, occasion.schema, request.span, occasion.year)
        for question in request.questions:
            for outcome in grounds.check(question, answered.answers.get(question.path)):
                if isinstance(outcome, Discarded):
                    discarded.append(outcome)
                else:
                    said.setdefault(outcome.path, []).append(outcome)
        if answered.unread is not None:
            meter.unread += 1
            findings.append(unread_finding(request, answered))
    lists = {question.path for question in occasion.questionnaire.lists}
    observations = []
    for path, several in said.items():
        agreed = _listed(several, occasion) if path in lists else _agreed(several)
        if agreed is None:
            discarded.append(Discarded(path, "contradictory"))
        else:
            observations.append(agreed)
    meter.discarded.update(d.reason for d in discarded)
    if discarded:
        findings.append(discarded_finding(discarded))
    return Testimony(tuple(observations), tuple(findings))


def _agreed(several: Sequence[Observation]) -> Observation | None:
    """The one reading of a number, None where the model reads it differently in different places."""
    return several[0] if len({o.value for o in several}) == 1 else None


def _listed(several: Sequence[Observation], occasion: Occasion) -> Observation:
    """The passages of all pieces of a section as one list, those in the overlap once."""
    first = several[0]
    spans: list[Span] = []
    for span in sorted({span for o in several for span in o.spans}):
        if not spans or not spans[-1].overlaps(span):
            spans.append(span)
    value = tuple(span.of(occasion.reading.document.text) for span in spans)
    return Observation(
        first.path, value, first.status, tuple(spans), first.witness, first.support, first.flags
    )
