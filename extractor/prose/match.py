"""Which rules of the schema the words around a number satisfy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..declare.prose import Indicator

# A label right behind one of these is one of several that share the number.
_COORDINATED = re.compile(r"(?:[、和与或]|(?<![涉普危提])及|或者)$")


@dataclass(frozen=True, slots=True)
class Wording:
    """A rule with its patterns ready to use."""

    rule: Indicator
    before: re.Pattern[str] | None
    around: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    against: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    nothing_not: re.Pattern[str] | None
    then: re.Pattern[str] | None
    then_not: re.Pattern[str] | None
    under_not: re.Pattern[str] | None

    @classmethod
    def of(cls, rule: Indicator) -> Wording:
        """The rule compiled."""
        before = [p for p in rule.says if "#" not in p]
        around = [p for p in rule.says if "#" in p]
        return cls(
            rule=rule,
            before=re.compile(f"(?:{'|'.join(before)})$") if before else None,
            around=re.compile("|".join(around)) if around else None,
            needs=_compiled(rule.needs),
            against=_compiled(rule.against),
            unless=_compiled(rule.unless),
            nothing_not=_compiled(rule.nothing_not),
            then=_compiled(rule.then),
            then_not=_compiled(rule.then_not),
            under_not=_compiled(rule.under_not),
        )

    def match(self, label: str, tail: str) -> str | None:
        """The words of `label`, or of `label#tail`, that name the indicator; None if none do."""
        found = self.before.search(label) if self.before else None
        if found is None and self.around:
            found = self.around.search(f"{label}#{tail}")
        if found is None or _COORDINATED.search(label, 0, min(found.start(), len(label))):
            return None
        return found.group()


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


class Matcher:
    """The rules that hold in reports on one of `forms`, by the number's unit and the topics they need."""

    def __init__(self, indicators: Sequence[Indicator], forms: frozenset[str]) -> None:
        self.wordings = tuple(Wording.of(r) for r in indicators if not r.forms or r.forms & forms)
        self._by_unit: dict[str, dict[frozenset[str], list[Wording]]] = {}
        for wording in self.wordings:
            for unit in wording.rule.units:
                by_topics = self._by_unit.setdefault(unit, {})
                by_topics.setdefault(wording.rule.topics, []).append(wording)

    def matches(
        self, label: str, tail: str, unit: str, topics: frozenset[str]
    ) -> Iterator[tuple[Wording, str]]:
        """The rules whose unit and topics fit and whose words are there, each with those words."""
        for needed, wordings in self._by_unit.get(unit, {}).items():
            if needed and needed.isdisjoint(topics):
                continue
            for wording in wordings:
                words = wording.match(label, tail)
                if words is not None:
                    yield wording, words
