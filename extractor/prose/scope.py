"""Who a number is about: the whole body that reports, or a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..declare.prose import ScopeWords
from .sentences import Sentence, end_of_hold

_ENUMERATOR = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))")
_CLAUSE = re.compile(r"[,;:()]")
_CLAUSE_END = re.compile(r"[,;:()。\n]")
_CORE = 4
_SHORTEST = 4
_SEVERAL = ("各", "我", "本")
_OPENING = 120
_BODY = 6000
# What may stand between the beginning of a clause and its subject.
_LEAD = (
    r"(?:[、,;:()和及与]|其中|截[至止]|(?:20[0-9]{2}|今|本|全|当)年(?:度|来|以来|内)?|[0-9]{1,2}月(?:[0-9]{1,2}日|底|末)?"
    r"|目前|由|从|而|在|另外|此外|[一二三四五六七八九十]是|[0-9]{1,2}[.、]|共|同时)*"
)


class Scopes:
    """The subjects that the patterns of a schema tell apart.

    A part that is the issuer itself is the whole; so is a place that the issuer's name holds or, where the
    issuer is not known, the opening of the report. Where no title names the issuer, a report that speaks of
    我局 is that of the 局 of which it speaks.
    """

    def __init__(self, words: ScopeWords, issuer: str | None, text: str) -> None:
        """`text` is the running text of the report."""
        self._issuer = _short(issuer or "")
        self._places = self._issuer or _short(text[:_OPENING])
        self._pattern = _compiled(words)
        self._own = None if issuer else self._own_end(words, text[:_BODY])
        self._known: tuple[Sentence | None, list[tuple[int, int, bool]]] = (None, [])

    def is_whole(self, sentence: Sentence, place: int, headings: Sequence[str]) -> bool:
        """Whether the number at `place` of a sentence under these headings is about the whole body."""
        if self._known[0] is not sentence:
            self._known = (sentence, self._subjects(sentence))
        holding = [whole for start, reach, whole in self._known[1] if start <= place <= reach]
        return holding[-1] if holding else not any(map(self._names_a_part, headings))

    def _names_a_part(self, heading: str) -> bool:
        """Whether a heading begins with a part: `（一）市本级情况`."""
        match = self._pattern.match(_ENUMERATOR.sub("", heading)) if self._pattern else None
        return match is not None and not self._stands_for_all(match)

    def _subjects(self, sentence: Sentence) -> list[tuple[int, int, bool]]:
        """The subjects of the clauses: where each starts, how far it holds, whether it is the whole."""
        if self._pattern is None:
            return []
        text = sentence.text
        starts = {0, *(m.end() for m in _CLAUSE.finditer(text)), *(q.stop for q in sentence.amounts)}
        subjects = []
        done = 0
        for start in sorted(starts):
            match = self._pattern.match(text, start) if start >= done else None
            if match:
                subjects.append((start, end_of_hold(text, start), self._stands_for_all(match)))
                done = match.end()
        return subjects

    def _stands_for_all(self, match: re.Match[str]) -> bool:
        kind = match.lastgroup
        if kind == "whole":
            return True
        name = _short(match[kind or 0])
        if self._own is not None and self._own.search(name):
            return not name.startswith(_SEVERAL)
        if kind == "part" and _abbreviates(name, self._issuer):
            return True
        return name in (self._issuer if kind == "part" else self._places)

    def _own_end(self, words: ScopeWords, text: str) -> re.Pattern[str] | None:
        """How the names of the body that reports end: 局 where it speaks of 我局, or its name where it has no
        other name for itself; None where it speaks of its place, or of several bodies."""
        home = len(re.findall(words.home, text)) if words.home else 0
        spoken = [(len(re.findall(name, text)), end) for name, end in words.own]
        times, end = max(spoken, default=(0, ""))
        if times > home:
            return re.compile(f"(?:{end})$")
        names = [] if home or times else self._parts(text)
        core = min(names, key=len, default="")[-_CORE:]
        return re.compile(f"{re.escape(core)}$") if core and all(n.endswith(core) for n in names) else None

    def _parts(self, text: str) -> list[str]:
        """The names of the parts that are subjects of clauses, none if one subject is the whole."""
        if self._pattern is None:
            return []
        starts = {0, *(m.end() for m in _CLAUSE_END.finditer(text))}
        found = [match for start in sorted(starts) if (match := self._pattern.match(text, start))]
        if any(match.lastgroup != "part" for match in found):
            return []
        return [_short(match["part"]) for match in found]


@cache
def _compiled(words: ScopeWords) -> re.Pattern[str] | None:
    kinds = (("whole", words.whole), ("part", words.part), ("place", words.place))
    named = "|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in kinds if patterns)
    return re.compile(f"{_LEAD}(?:{named})") if named else None


def _short(name: str) -> str:
    return name.replace("人民政府", "政府").replace(" ", "")


def _abbreviates(name: str, issuer: str) -> bool:
    """Whether the name is a shorter one of the issuer: 市发改委 of 宁川市发展和改革委员会."""
    ends = {"委": "委员会", "办": "办公室"}.get(name[-1], name[-1])
    if len(name) < _SHORTEST or not issuer.endswith((name[-1], ends)):
        return False
    characters = iter(issuer)
    return all(character in characters for character in name)
