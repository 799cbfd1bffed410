"""Sentences that state indicators, as data.

A rule tells how an indicator is worded around its number. Its patterns are regular expressions over
the *label*: the words before the number within its clause, without quotation marks, white space,
bracketed remarks and filler (`共`, `数量`, `为`, …). They must reach the label's end:

    says = ["收到{request}"]          收到政府信息公开申请 共 99 件

A pattern with `#` spans the number, which stands where the `#` is:

    says = ["收到#{request}"]         收到 99 件政府信息公开申请

`{request}` is replaced by the word of that name, so that the vocabulary is written once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from ..errors import SchemaError
from .load import read_toml


@dataclass(frozen=True, slots=True)
class Indicator:
    """How the prose states one field.

    `says`: patterns as above. `nothing`: patterns of what is denied (`未收到{request}` states 0), without
    the negation and its verb; `concerns`: that a text is not concerned with them (`不涉及`) states 0 too;
    `nothing_not`: what must not stand among the denied words (`因`: what only is why another thing did not
    happen). `units`: measure words the number may have ("" for none). `topics`: the text around must be
    about one of these; none needed if empty. The path of another field stands for a text that has just
    given it. `latest`: of the topics in its group, the one named last before the number must be this (which
    of two remedies a result belongs to).
    `needs`, `against`: what must, or must not, stand in the sentence before the number. `unless`: what must
    not stand in the clause around it. `then`, `then_not`: what must, or must not, follow the number.
    `under_not`: what must not stand in a heading above it, or in the first words of its line.
    `forms`: only in reports on these forms.
    `part`: may stand in a breakdown (其中). `period`: the period a pattern names itself (`previous`, `next`,
    relative to the report's year), else `this`. `also`: does not compete with other rules for the number.
    `support` in [0, 1]: how explicit the wording is.
    """

    path: str
    says: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    nothing_not: str | None = None
    units: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    latest: str | None = None
    needs: str | None = None
    against: str | None = None
    unless: str | None = None
    then: str | None = None
    then_not: str | None = None
    under_not: str | None = None
    forms: frozenset[str] = frozenset()
    part: bool = False
    period: str = "this"
    also: bool = False
    concerns: bool = False
    support: float = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """Words that show what the text is about.

    Topics of one `group` follow one another: the last one named holds. A `foreign` topic is what the
    schema has no field for, and what its fields are easily confused with. `roles` are the sections that
    are about the topic as a whole. `not_behind` and `not_before` are what shows that a word only tells the
    kind of something else (涉及行政审批, 行政审批类信息).
    """

    name: str
    words: tuple[str, ...]
    group: str = "domain"
    foreign: bool = False
    roles: tuple[str, ...] = ()
    not_behind: str | None = None
    not_before: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ScopeWords:
    """Patterns of who a number is about, as the subject of a clause.

    `whole`: the body that reports; `part`: an organ of it, unless it is the issuer itself; `place`: a place
    by name, which is the whole only where the opening of the report names it. `title` finds the issuer
    (the group that matched) in the title of a report. `own` are pairs: how a body speaks of itself (我局),
    and how the names of such bodies end (局); `home` is how one speaks that governs a place (我县).
    """

    whole: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    title: str | None = None
    own: tuple[tuple[str, str], ...] = ()
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Denial:
    """How a text says that there was none: patterns of what may stand around the thing that is denied.

    `filler` may be repeated between the negation and the thing (`未 收到 公民提出的 申请`), `followed`
    behind it. Longer alternatives come before those they begin with.
    """

    filler: str = ""
    followed: str = ""


@dataclass(frozen=True, slots=True)
class FormWords:
    """Words that only reports on one of the `forms` have, for reports that do not tell their year."""

    forms: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ProseRules:
    """What the prose witness looks for. Compared by identity, so that it is compiled once."""

    indicators: tuple[Indicator, ...] = ()
    topics: tuple[Topic, ...] = ()
    scope: ScopeWords = ScopeWords()
    denial: Denial = Denial()
    forms: tuple[FormWords, ...] = ()
    intentions: tuple[str, ...] = ()

    def paths(self) -> tuple[str, ...]:
        """Every path that a rule can speak of."""
        return tuple(dict.fromkeys(indicator.path for indicator in self.indicators))

    def units(self, path: str) -> frozenset[str]:
        """The measure words that some rule allows for a field, none where no rule speaks of it."""
        return frozenset().union(*(i.units for i in self.indicators if i.path == path))


def load_prose(folder: Traversable) -> ProseRules:
    """The rules from the TOML files of a folder.

    `words.toml` holds `[words]`, `[units]`, `[[topic]]`, `[scope]`, `[denial]`, `[[form]]` and `intentions`;
    every other file has `[[indicator]]` entries, with `[defaults]` for what they share. `units` names a
    list of `[units]`. Raises SchemaError for a word, unit or topic that is not declared, or a broken pattern.
    """
    shared = read_toml(folder / "words.toml")
    words = _Words(shared.get("words", {}), str(folder / "words.toml"))
    topics = tuple(_topic(entry, words) for entry in shared.get("topic", ()))
    rules: list[Indicator] = []
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml") and file.name != "words.toml":
            data = read_toml(file)
            defaults = data.get("defaults", {})
            rules.extend(
                _indicator({**defaults, **entry}, words, shared.get("units", {}), topics, str(file))
                for entry in data.get("indicator", ())
            )
    scope = shared.get("scope", {})
    return ProseRules(
        indicators=tuple(rules),
        topics=topics,
        scope=ScopeWords(
            whole=words.all(scope.get("whole", ())),
            part=words.all(scope.get("part", ())),
            place=words.all(scope.get("place", ())),
            title=words(scope["title"]) if "title" in scope else None,
            own=tuple((words(name), words(end)) for name, end in scope.get("own", ())),
            home=words(scope["home"]) if "home" in scope else None,
        ),
        denial=Denial(*(words(shared.get("denial", {}).get(key, "")) for key in ("filler", "followed"))),
        forms=tuple(FormWords(tuple(e["forms"]), tuple(e["words"])) for e in shared.get("form", ())),
        intentions=tuple(shared.get("intentions", ())),
    )


class _Words:
    """The vocabulary, with `{name}` replaced by the word of that name."""

    _NAME = re.compile(r"\{([a-z_]+)\}")

    def __init__(self, words: Mapping[str, str], where: str) -> None:
        self._words = words
        self._where = where

    def __call__(self, pattern: str, depth: int = 0) -> str:
        """The pattern with its words filled in, checked to be a regular expression."""
        if depth > 8:
            raise SchemaError(f"{self._where}: words refer to one another in a circle: {pattern}")
        filled = self._NAME.sub(lambda m: f"(?:{self(self._word(m[1]), depth + 1)})", pattern)
        try:
            re.compile(filled)
        except re.error as error:
            raise SchemaError(f"{self._where}: not a regular expression: {pattern}: {error}") from error
        return filled

    def all(self, patterns: Iterable[str]) -> tuple[str, ...]:
        return tuple(self(pattern) for pattern in patterns)

    def _word(self, name: str) -> str:
        if name not in self._words:
            raise SchemaError(f"{self._where}: no word named {name!r}")
        return self._words[name]


def _topic(entry: Mapping[str, Any], words: _Words) -> Topic:
    return Topic(
        name=entry["name"],
        words=tuple(entry["words"]),
        group=entry.get("group", "domain"),
        foreign=entry.get("foreign", False),
        roles=tuple(entry.get("roles", ())),
        not_behind=words(entry["not_behind"]) if "not_behind" in entry else None,
        not_before=words(entry["not_before"]) if "not_before" in entry else None,
    )


def _indicator(
    entry: Mapping[str, Any],
    words: _Words,
    units: Mapping[str, list[str]],
    topics: tuple[Topic, ...],
    where: str,
) -> Indicator:
    known = {topic.name for topic in topics} | {name for name in entry.get("topics", ()) if "." in name}
    named = {*entry.get("topics", ()), *filter(None, (entry.get("latest"),))}
    if not named <= known:
        raise SchemaError(f"{where}: {entry['path']}: no such topic: {', '.join(sorted(named - known))}")
    unit = entry.get("units", "")
    if unit not in units:
        raise SchemaError(f"{where}: {entry['path']}: no units named {unit!r}")

    def one(key: str) -> str | None:
        return words(entry[key]) if key in entry else None

    return Indicator(
        path=entry["path"],
        says=words.all(entry.get("says", ())),
        nothing=words.all(entry.get("nothing", ())),
        nothing_not=one("nothing_not"),
        units=frozenset(units[unit]),
        topics=frozenset(entry.get("topics", ())),
        latest=entry.get("latest"),
        needs=one("needs"),
        against=one("against"),
        unless=one("unless"),
        then=one("then"),
        then_not=one("then_not"),
        under_not=one("under_not"),
        forms=frozenset(entry.get("forms", ())),
        part=entry.get("part", False),
        period=entry.get("period", "this"),
        also=entry.get("also", False),
        concerns=entry.get("concerns", False),
        support=entry.get("support", 0.9),
    )
