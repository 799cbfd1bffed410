"""Reads sentences by the rules of a schema, number by number and denial by denial."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise

from ..declare import Schema
from ..declare.prose import ProseRules
from ..numbers import Quantity
from ..values import Document
from .context import Context, Triggers
from .hints import Hints
from .judge import Judge
from .lists import names_alike, names_in_order, names_joined
from .match import Matcher
from .mention import Mention
from .negation import Denials
from .period import Period, Periods
from .reading import CUMULATIVE, Reading
from .scope import Scopes
from .sentences import BREAKDOWN, Label, Sentence
from .text import Running

_NOTHING = re.compile(r"无[。;.]?")
_HEADED = re.compile(r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)")
_HEADING = 60
_RUN_UP = "累计"
_OF_THE_YEAR = re.compile(r"20[0-9]{2}年|今年|本年|当年|全年|年内|新增")
_ALL_YEARS = re.compile(r"(?:截[至止].*)?(?:历年来?|历史|.*以来|.*至今)")


class Reader:
    """Reads the sentences of one document."""

    def __init__(self, schema: Schema, document: Document, running: Running, hints: Hints) -> None:
        matcher, self._denials, triggers = _compiled(schema.prose, hints.forms)
        self._year = hints.year
        self._text = running.text
        self._judge = Judge(
            schema,
            matcher,
            Context(running, triggers, document),
            Scopes(schema.prose.scope, hints.issuer, running.text),
        )

    def read(self, sentences: Iterable[Sentence]) -> Iterator[Reading]:
        """The readings of all sentences, in order."""
        before: list[Reading] = []
        period = Period.THIS
        end = 0  # of the sentence before, if it states an amount up to a day of no one's year
        for sentence, following in pairwise(chain(sentences, [None])):
            assert sentence is not None
            if sentence.is_table:
                before = []
                continue
            goes_on = sentence.text.startswith(BREAKDOWN)
            of_parts = period if sentence.start == end else None
            parts = following.text if following and following.text.startswith(BREAKDOWN) else ""
            periods = Periods(sentence, self._year, period if goes_on else Period.THIS, of_parts, parts)
            readings = self._numbers(sentence, periods, before) if sentence.amounts else []
            readings += self._negations(sentence, periods)
            readings += self._nothing_below(sentence)
            yield from readings
            before = readings or before
            if sentence.amounts:
                period = periods.at(sentence.amounts[0].start)
            end = sentence.start + len(sentence.text) if period is Period.OTHER else 0

    def _numbers(self, sentence: Sentence, periods: Periods, before: Sequence[Reading]) -> list[Reading]:
        readings: list[Reading] = []
        in_order = names_in_order(sentence)
        for index, quantity in enumerate(sentence.amounts):
            if not _is_in_text(sentence, quantity):
                continue
            label = sentence.labels[index]
            given = frozenset(r.path for r in (*before, *readings))
            mention = Mention(sentence, quantity, label, periods, given)
            if _ALL_YEARS.fullmatch(label.text) and mention.period() is Period.CUMULATIVE:
                readings += self._over_all_years(mention, readings)
                continue
            names = (in_order[index],) if index in in_order else names_alike(sentence, index, label.raw)
            if "分别" in label.raw and not names:
                continue
            found = self._of_names(mention, names)
            if not found and not quantity.value:
                found = self._of_all(mention, names_joined(sentence, index))
            found += [of_all for r in found if (of_all := self._run_up(r, mention, readings))]
            readings += [r for r in found if not _is_part(r, mention, readings, before)]
        return _without_rivals(readings)

    def _of_names(self, mention: Mention, names: Sequence[Sequence[str]]) -> list[Reading]:
        """The readings by each of the names, or by the label of the mention if there are none."""
        readings: list[Reading] = []
        for labels in _possible_labels(mention.label, names, mention.quantity):
            given = mention.given.union(reading.path for reading in readings)
            readings += self._first(mention._replace(given=given), labels)
        return readings

    def _of_all(self, mention: Mention, names: Sequence[Sequence[str]]) -> list[Reading]:
        """`行政复议、行政诉讼0件`: nothing of all of them, if it is the last one that is counted."""
        found = self._of_names(mention, names)
        given = mention.given.union(reading.path for reading in found)
        return found if found and self._of_names(mention._replace(given=given), names[-1:]) else []

    def _run_up(self, reading: Reading, mention: Mention, readings: Sequence[Reading]) -> Reading | None:
        """`全年公开300条,累计公开5000条`: the larger number, over all years, behind that of the year."""
        if not mention.label.text.startswith(_RUN_UP):
            return None
        own = [r for r in readings if r.path == reading.path and r.quantity and not r.run_up]
        if len(own) != 1 or own[0].value >= reading.value or not self._names_the_year(mention, own[0]):
            return None
        return self._judge.over_all_years(mention, own[0])

    @staticmethod
    def _names_the_year(mention: Mention, reading: Reading) -> bool:
        """Whether a number of the sentence is told to be that of the year."""
        assert reading.quantity is not None
        return _OF_THE_YEAR.search(mention.sentence.text, 0, reading.quantity.start) is not None

    def _first(self, mention: Mention, labels: Sequence[Label]) -> list[Reading]:
        """The readings by the first of the labels that has any."""
        for label in labels:
            found = self._judge.readings(mention if label is mention.label else mention._replace(label=label))
            if found:
                return found
        return []

    def _over_all_years(self, mention: Mention, readings: Sequence[Reading]) -> list[Reading]:
        """`历年累计20080条`: of the first number of the sentence behind a semicolon, else of the last."""
        own = [r for r in readings if r.quantity and not r.path.startswith(CUMULATIVE)]
        if not own:
            return []
        reading = self._judge.over_all_years(mention, own[0] if ";" in mention.label.raw else own[-1])
        return [reading] if reading else []

    def _negations(self, sentence: Sentence, periods: Periods) -> list[Reading]:
        readings: dict[str, Reading] = {}
        found = list(self._denials.find(sentence))
        given = frozenset(denied.wording.rule.path for denied in found)
        for denied in found:
            reading = self._judge.denial(denied, sentence, periods, given - {denied.wording.rule.path})
            if reading is not None:
                readings.setdefault(reading.path, reading)
        return list(readings.values())

    def _nothing_below(self, sentence: Sentence) -> list[Reading]:
        """The zeros that a lone 无 states on the line behind a heading: 四、收费及减免情况."""
        if not _NOTHING.fullmatch(sentence.text):
            return []
        start = self._text.rfind("\n", 0, max(0, sentence.start - 1)) + 1
        heading = self._text[start : max(0, sentence.start - 1)]
        if len(heading) > _HEADING or not _HEADED.match(heading):
            return []
        found = list(self._denials.below(heading, start))
        given = frozenset(denied.wording.rule.path for _, denied in found)
        readings = (
            self._judge.denial(denied, whole, Periods(whole, self._year), given - {denied.wording.rule.path})
            for whole, denied in found
        )
        return list({reading.path: reading for reading in readings if reading is not None}.values())


@cache
def _compiled(rules: ProseRules, forms: frozenset[str]) -> tuple[Matcher, Denials, Triggers]:
    matcher = Matcher(rules.indicators, forms)
    return matcher, Denials(matcher.wordings, rules.denial), Triggers(rules.topics)


def _possible_labels(label: Label, names: Sequence[Sequence[str]], quantity: Quantity) -> list[list[Label]]:
    """The labels of a number, each in its possible forms: from lists, from before it, from behind it."""
    if names:
        return [[label._replace(text=form) for form in forms] for forms in names]
    if label.text:
        return [[label]]
    return [[label, label.from_behind(quantity.start)]]


def _is_in_text(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the number is a count in running text: not one of a row of cells, nor broken in two."""
    text = sentence.text
    around = text[quantity.start - 1 : quantity.start] + text[quantity.stop : quantity.stop + 1]
    return quantity.is_count and " " not in around


def _is_part(
    reading: Reading, mention: Mention, readings: Sequence[Reading], before: Sequence[Reading]
) -> bool:
    """Whether a reading is merely a part (其中) of what was read for the same path."""
    text = mention.sentence.text
    said = [r.quantity.stop for r in readings if r.path == reading.path and r.quantity]
    if any(BREAKDOWN in text[stop : mention.quantity.start] for stop in said):
        return True
    return text.startswith(BREAKDOWN) and any(r.path == reading.path for r in before)


def _without_rivals(readings: Sequence[Reading]) -> list[Reading]:
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
