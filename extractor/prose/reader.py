"""Reads sentences by the rules of a schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ..declare import Schema
from ..declare.prose import ProseRules
from ..numbers import Quantity
from ..values import Document
from ..views import View
from .context import Context, Triggers
from .hints import Hints
from .lists import names_alike, names_in_order
from .match import Matcher, Wording
from .negation import Denials, Denied
from .period import Period, Periods
from .reading import CUMULATIVE, Reading, in_unit
from .scope import Scopes
from .sentences import Label, Sentence

_BREAKDOWN = "其中"
_SUMMED = re.compile(r"共|总|合计")
_ALL_YEARS = re.compile(r"(?:截[至止].*)?(?:历年来?|历史|.*以来|.*至今)")
_NEEDED_WITHIN = 200
_OPENING = 120
_BEHIND = 40


class Reader:
    """Reads the sentences of one document."""

    def __init__(self, schema: Schema, document: Document, running: View, hints: Hints) -> None:
        self._schema = schema
        self._year = hints.year
        self._matcher, self._denials, triggers = _compiled(schema.prose, hints.forms)
        self._groups = {topic.name: topic.group for topic in schema.prose.topics}
        self._context = Context(running.text, triggers, document, running)
        self._scopes = Scopes(schema.prose.scope, hints.issuer, running.text[:_OPENING])
        self._intention = re.compile("|".join(schema.prose.intentions) or r"(?!)")

    def read(self, sentences: Sequence[Sentence]) -> Iterator[Reading]:
        """The readings of all sentences, in order."""
        before: list[Reading] = []
        for sentence in sentences:
            periods = Periods(sentence, self._year)
            readings = self._numbers(sentence, periods, before) if sentence.amounts else []
            readings += self._negations(sentence, periods)
            yield from readings
            before = readings or before

    def _numbers(self, sentence: Sentence, periods: Periods, before: list[Reading]) -> list[Reading]:
        readings: list[Reading] = []
        in_order = names_in_order(sentence)
        for index, quantity in enumerate(sentence.amounts):
            if not _usable(sentence, quantity):
                continue
            label = sentence.labels[index]
            if _ALL_YEARS.fullmatch(label.text) and periods.at(quantity.start) is Period.CUMULATIVE:
                readings += self._sum_of_years(sentence, quantity, label, readings)
                continue
            names = (in_order[index],) if index in in_order else names_alike(sentence, index, label.raw)
            if "分别" in label.raw and not names:
                continue
            given = frozenset(r.path for r in (*before, *readings))
            for forms in names or ((label.text,),):
                found = self._first(sentence, quantity, label, forms, periods, given)
                readings += [r for r in found if _is_new(r, sentence, quantity, label, readings, before)]
        return _without_rivals(readings)

    def _first(
        self,
        sentence: Sentence,
        quantity: Quantity,
        label: Label,
        forms: Sequence[str],
        periods: Periods,
        given: frozenset[str],
    ) -> list[Reading]:
        """The readings by the first of the label's forms that has any."""
        for form in forms:
            named = label if form == label.text else replace(label, text=form)
            found = list(self._by_rules(sentence, quantity, named, periods, given))
            if found:
                return found
        return []

    def _by_rules(
        self, sentence: Sentence, quantity: Quantity, label: Label, periods: Periods, given: frozenset[str]
    ) -> Iterator[Reading]:
        at = sentence.start + quantity.start
        topics = self._context.topics(at + len(label.tail)) | given
        best: list[Wording] = []
        longest = 0
        for wording, words in self._matcher.matches(label.text, label.tail, quantity.unit, topics):
            if len(words) < longest and not wording.rule.also:
                continue
            if not self._fits(wording, sentence, quantity, label):
                continue
            if wording.rule.also:
                yield from self._read(wording, sentence, quantity, label, periods)
            elif len(words) > longest:
                best, longest = [wording], len(words)
            else:
                best.append(wording)
        for wording in best:
            found = list(self._read(wording, sentence, quantity, label, periods))
            if found:
                yield from found
                return

    def _fits(self, wording: Wording, sentence: Sentence, quantity: Quantity, label: Label) -> bool:
        """Whether what stands around the label and the number agrees with the rule."""
        rule, text = wording.rule, sentence.text
        before = text[max(0, label.start - _NEEDED_WITHIN) : quantity.start]
        if wording.needs and not wording.needs.search(before):
            return False
        if wording.against and wording.against.search(before):
            return False
        if wording.unless and wording.unless.search(f"{label.text}#{label.tail}"):
            return False
        behind = text[quantity.stop : quantity.stop + _BEHIND]
        if wording.then and not wording.then.match(behind):
            return False
        if wording.then_not and wording.then_not.match(behind):
            return False
        return self._is_about(rule.topics, rule.latest, sentence.start + quantity.start)

    def _is_about(self, topics: frozenset[str], latest: str | None, at: int) -> bool:
        if topics:
            named = self._context.latest(at, "domain")
            if named is not None and named.foreign:
                return False
        if latest is not None:
            named = self._context.latest(at, self._groups[latest])
            return named is not None and named.name == latest
        return True

    def _read(
        self, wording: Wording, sentence: Sentence, quantity: Quantity, label: Label, periods: Periods
    ) -> Iterator[Reading]:
        """The reading by this rule, if period, scope and unit allow it."""
        rule = wording.rule
        if _BREAKDOWN in label.raw and not rule.part:
            return
        path = self._path(rule.path, rule.period, periods.at(quantity.start))
        if path is None or not self._scopes.is_whole(sentence, quantity.start):
            return
        if self._intention.search(sentence.text, _segment(sentence, label.start), quantity.start):
            return
        value = in_unit(quantity, self._schema.fields[path].unit)
        if value is not None:
            yield Reading(
                path=path,
                value=value,
                start=sentence.start + label.start,
                stop=sentence.start + quantity.stop,
                support=rule.support if quantity.unit else rule.support * 0.8,
                sentence=sentence.start,
                quantity=quantity,
                summed=_SUMMED.search(label.raw) is not None,
                run_up="累计" in label.raw,
            )

    def _path(self, path: str, expected: str, period: Period) -> str | None:
        """The path for a number of that period, None where it is of no use."""
        if expected == "this":
            if period is Period.CUMULATIVE:
                total = CUMULATIVE + path
                return total if total in self._schema.fields else None
            return path if period is Period.THIS else None
        return path if period in (Period.THIS, Period[expected.upper()]) else None

    def _sum_of_years(
        self, sentence: Sentence, quantity: Quantity, label: Label, readings: Sequence[Reading]
    ) -> list[Reading]:
        """`历年累计20080条` behind a number of this year: the same indicator, over all years.

        Behind a semicolon it belongs to the first number of the sentence, else to the one before.
        """
        own = [r for r in readings if not r.path.startswith(CUMULATIVE) and r.quantity]
        if not own:
            return []
        of = own[0] if ";" in label.raw else own[-1]
        path = CUMULATIVE + of.path
        if path not in self._schema.fields or of.quantity is None or of.quantity.unit != quantity.unit:
            return []
        value = in_unit(quantity, self._schema.fields[path].unit)
        if value is None:
            return []
        start, stop = sentence.start + label.start, sentence.start + quantity.stop
        return [Reading(path, value, start, stop, of.support, sentence.start, quantity)]

    def _negations(self, sentence: Sentence, periods: Periods) -> list[Reading]:
        readings: list[Reading] = []
        for denied in self._denials.find(sentence):
            reading = self._denial(denied, sentence, periods)
            if reading is not None and all(reading.path != r.path for r in readings):
                readings.append(reading)
        return readings

    def _denial(self, denied: Denied, sentence: Sentence, periods: Periods) -> Reading | None:
        rule = denied.wording.rule
        at = sentence.start + denied.start
        stop = sentence.start + denied.stop
        if rule.topics and not rule.topics & self._context.topics(stop):
            return None
        if not self._is_about(rule.topics, None, at):
            return None
        path = self._path(rule.path, rule.period, periods.at(denied.at))
        if path is None or not self._scopes.is_whole(sentence, denied.at):
            return None
        return Reading(path, Decimal(0), at, stop, rule.support, sentence.start)


@cache
def _compiled(rules: ProseRules, forms: frozenset[str]) -> tuple[Matcher, Denials, Triggers]:
    matcher = Matcher(rules.indicators, forms)
    return matcher, Denials(matcher.wordings, rules.denial), Triggers(rules.topics)


def _usable(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the number is a count in running text, not one of a row of cells or a broken one."""
    if not quantity.is_count:
        return False
    around = (
        sentence.text[quantity.start - 1 : quantity.start] + sentence.text[quantity.stop : quantity.stop + 1]
    )
    return " " not in around


def _segment(sentence: Sentence, place: int) -> int:
    """Where the part of the sentence between semicolons that holds `place` begins."""
    return sentence.text.rfind(";", 0, place) + 1


def _is_new(
    reading: Reading,
    sentence: Sentence,
    quantity: Quantity,
    label: Label,
    readings: Sequence[Reading],
    before: Sequence[Reading],
) -> bool:
    """Whether a reading is not merely a part (其中) of what was read for the same path."""
    said = [r for r in readings if r.path == reading.path and r.quantity]
    if any(_BREAKDOWN in sentence.text[r.quantity.stop : quantity.start] for r in said if r.quantity):
        return False
    return not (sentence.text.startswith(_BREAKDOWN) and any(r.path == reading.path for r in before))


def _without_rivals(readings: list[Reading]) -> list[Reading]:
    """One value for each path: of several in one sentence the sum (共) that comes first, else none.

    Two values for one path in one sentence are mostly those of two bodies. One that is run up (累计)
    behind another is mostly the sum of several years.
    """
    kept = []
    for reading in readings:
        rivals = [r for r in readings if r.path == reading.path and r.value != reading.value]
        behind = all(r.at > reading.at for r in rivals)
        if not rivals or (behind and (reading.summed or all(r.run_up for r in rivals))):
            kept.append(reading)
    return kept
