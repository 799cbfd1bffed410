"""Decides what a number, or a denial, states: which rules hold, for which path, with which value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..declare import Schema
from .context import Context
from .match import Matcher, Wording
from .mention import Mention
from .negation import Denied
from .period import Period, Periods
from .reading import CUMULATIVE, Reading, in_unit
from .scope import Scopes
from .sentences import BREAKDOWN, Sentence

# 累计公开5000条,其中2018年新增300条: the part is the year's whole.
_OF_THIS_YEAR = re.compile(r"其中[,:]?(?:20[0-9]{2}年度?|今年|本年度?|当年)(?:共)?新")
# 2024年度及历年均未收取费用: what was never is also the year's.
_AND_EVER = re.compile(r"年度?(?:以?及|和|与|、)历年来?")
_SUMMED = re.compile(r"共|总|合计")
_WITHOUT_UNIT = 0.8


class Judge:
    """The rules of a schema, applied to one document."""

    def __init__(self, schema: Schema, matcher: Matcher, context: Context, scopes: Scopes) -> None:
        self._fields = schema.fields
        self._matcher = matcher
        self._context = context
        self._scopes = scopes
        self._groups = {topic.name: topic.group for topic in schema.prose.topics}
        self._intention = re.compile("|".join(schema.prose.intentions) or r"(?!)")

    def readings(self, mention: Mention) -> list[Reading]:
        """What the number states: by the rule with the longest words, and by those that do not compete."""
        label = mention.label
        topics = self._context.topics(mention.at + len(label.tail)) | mention.given
        found: list[Reading] = []
        best: list[tuple[Wording, str]] = []
        longest = 0
        for wording, words in self._matcher.matches(label.text, label.tail, mention.quantity.unit, topics):
            if len(words) < longest and not wording.rule.also:
                continue
            if (mention.is_named_behind and words != label.text) or not self._fits(wording, mention):
                continue
            if wording.rule.also:
                found += self._read(wording, words, mention)
            elif len(words) > longest:
                best, longest = [(wording, words)], len(words)
            else:
                best.append((wording, words))
        found += next((read for rule in best if (read := list(self._read(*rule, mention)))), [])
        return found

    def denial(
        self, denied: Denied, sentence: Sentence, periods: Periods, given: frozenset[str]
    ) -> Reading | None:
        """The zero that a denial states beside those of the paths `given`, None if of another thing."""
        rule, needs = denied.wording.rule, denied.wording.needs
        start, stop = sentence.start + denied.start, sentence.start + denied.stop
        if rule.topics and rule.topics.isdisjoint(self._context.topics(stop) | given):
            return None
        if needs and not needs.search(sentence.text, denied.start, denied.stop):
            return None
        if not self._is_about(rule.topics, None, start):
            return None
        ever = _AND_EVER.search(sentence.text, denied.start, denied.at)
        path = self._path(rule.path, rule.period, periods.at(ever.start() if ever else denied.at))
        if path is None or not self._is_whole(sentence, denied.at):
            return None
        return Reading(path, Decimal(0), start, stop, rule.support, sentence.start)

    def over_all_years(self, mention: Mention, of: Reading) -> Reading | None:
        """The same indicator as `of` over all years: `历年累计20080条` behind the number of the year."""
        path = CUMULATIVE + of.path
        if path not in self._fields or of.quantity is None or of.quantity.unit != mention.quantity.unit:
            return None
        value = in_unit(mention.quantity, self._fields[path].unit)
        return None if value is None else self._reading(mention, path, value, of.support)

    def _fits(self, wording: Wording, mention: Mention) -> bool:
        """Whether what stands around the label and the number agrees with the rule."""
        if wording.needs and not wording.needs.search(f"{mention.before}{mention.label.text}"):
            return False
        if wording.against and wording.against.search(mention.before):
            return False
        if wording.unless and wording.unless.search(mention.clause):
            return False
        if wording.then and not wording.then.match(mention.behind):
            return False
        if wording.then_not and wording.then_not.match(mention.behind):
            return False
        if wording.under_not and any(
            map(wording.under_not.search, self._context.above(mention.sentence.start))
        ):
            return False
        return self._is_about(wording.rule.topics, wording.rule.latest, mention.at)

    def _is_whole(self, sentence: Sentence, place: int) -> bool:
        return self._scopes.is_whole(sentence, place, self._context.headings(sentence.start + place))

    def _is_about(self, topics: frozenset[str], latest: str | None, at: int) -> bool:
        """Whether the topic named last is not a foreign one and, of its group, the one that is asked for."""
        if topics:
            named = self._context.latest(at, "domain")
            if named is not None and named.foreign:
                return False
        if latest is not None:
            named = self._context.latest(at, self._groups[latest])
            return named is not None and named.name == latest
        return True

    def _read(self, wording: Wording, words: str, mention: Mention) -> Iterator[Reading]:
        """The reading by this rule, if period, scope and unit allow it."""
        rule, label = wording.rule, mention.label
        if BREAKDOWN in label.raw and not rule.part and not _OF_THIS_YEAR.search(label.raw):
            return
        path = self._path(rule.path, rule.period, mention.period(part=rule.part))
        if path is None or not self._is_whole(mention.sentence, mention.quantity.start):
            return
        if self._intention.search(mention.segment):
            return
        value = in_unit(mention.quantity, self._fields[path].unit)
        if value is not None:
            support = rule.support if mention.quantity.unit else rule.support * _WITHOUT_UNIT
            yield self._reading(mention, path, value, support, _reach(wording, words, mention))

    def _reading(
        self, mention: Mention, path: str, value: Decimal, support: float, reach: int = 0
    ) -> Reading:
        sentence, label = mention.sentence, mention.label
        return Reading(
            path=path,
            value=value,
            start=sentence.start + label.start,
            stop=sentence.start + max(mention.quantity.stop, reach),
            support=support,
            sentence=sentence.start,
            quantity=mention.quantity,
            summed=_SUMMED.search(label.raw) is not None,
            run_up="累计" in label.raw,
        )

    def _path(self, path: str, expected: str, period: Period) -> str | None:
        """The path for a number of that period, None where it is of no use."""
        if expected == "this":
            if period is Period.CUMULATIVE:
                total = CUMULATIVE + path
                return total if total in self._fields else None
            return path if period is Period.THIS else None
        return path if period in (Period.THIS, Period[expected.upper()]) else None


def _reach(wording: Wording, words: str, mention: Mention) -> int:
    """Where in the sentence the words end that name the indicator, also behind the number."""
    then = wording.then.match(mention.behind) if wording.then else None
    reach = mention.quantity.stop + (then.end() if then else 0)
    return max(reach, mention.label.tail_stop) if "#" in words or mention.is_named_behind else reach
