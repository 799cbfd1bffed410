"""Brings together what the cover states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..declare import Cover, Fact, Schema
from ..places import Address, Level, find_addresses, gazetteer
from ..values import Document, Finding, Observation, Severity, Span, Status, Testimony, Value, Witness
from ..views import View
from .announced import announced_title
from .author import announced_name, author
from .dates import Period
from .flat import OPENING, Flat
from .home import Home, find_home, mention_of
from .issuer import Issuer, find_issuer
from .title import LATEST, Title, find_title
from .year import (
    Reading,
    announced_year,
    body_year,
    find_period,
    lone_year,
    mentioned_year,
    period_year,
    stated_year,
    title_year,
)

LIMIT = 40_000
"""How many characters of a document are read; a report's opening and its talk of its own place lie within."""

_ANNOUNCED_WITHIN = 500
"""A title that a sentence announces stands before the first section, or among so many characters."""

NOW = 9999
"""Stands for the year of a report that does not tell it: names are those in force."""

_LEVELS = {Level.PROVINCE: Fact.PROVINCE, Level.CITY: Fact.CITY, Level.COUNTY: Fact.COUNTY}


def read(document: Document, view: View, schema: Schema) -> Testimony:
    """What the cover states of `schema.cover`'s fields; `view` is the reading view of the document's text.

    A field that the text leaves open has no observation. The wider places of a printed name are
    observed with the flag `implied` where the text does not print them.
    """
    if not schema.cover.fields:
        return Testimony()
    return _Cover(document, Flat.of(view, LIMIT), schema.cover).testimony()


class _Cover:
    """One reading of one document."""

    def __init__(self, document: Document, flat: Flat, cover: Cover) -> None:
        self.document = document
        self.flat = flat
        self.cover = cover
        self.period = find_period(flat, cover, self._opening())
        told = period_year(flat, self.period) or body_year(flat, None)
        self.told = told.year if told else None
        self.title = find_title(flat, cover, self.told) or self._announced()
        opening = min(max(self._opening(), _ANNOUNCED_WITHIN), LATEST)
        self.announced = announced_name(flat, cover, opening)
        self.author = author(flat, cover, opening)
        stated = title_year(flat, self.title)
        # A sentence that announces the report copies its title, and is no other witness where there is one.
        announced = None if self.title else stated_year(flat, cover, opening)
        readings = (period_year(flat, self.period), body_year(flat, stated), stated, announced)
        self.readings = [r for r in readings if r]
        if not self.readings:
            other = announced_year(flat, cover) or mentioned_year(flat) or lone_year(flat)
            self.readings = [other] if other else []

    def testimony(self) -> Testimony:
        chosen = _chosen(self.readings)
        year = chosen.year if chosen else NOW
        addresses = find_addresses(self.flat.text)
        titled = self.title.name if self.title else None
        names = [name for name in (titled or self.announced, self.author) if name]
        home = find_home(self.flat, self.cover, addresses, names, year, self._section())
        observations = [
            *self._titled(self.title),
            *self._issued(),
            *(self._placed(home, addresses, year) if home else ()),
            *(self._timed(chosen) if chosen else ()),
        ]
        doubted = [self._contradiction(chosen, r) for r in self.readings if chosen and r.year != chosen.year]
        return Testimony(tuple(observations), tuple(doubted))

    def _announced(self) -> Title | None:
        """The title that the opening announces, unless its year is not that of the figures."""
        title = announced_title(self.flat, self.cover, max(self._opening(), _ANNOUNCED_WITHIN))
        year = title_year(self.flat, title)
        return title if year and self.told in (None, year.year) else None

    def _opening(self) -> int:
        """Where the first section begins, or how far an opening reaches without one."""
        return self._section() or OPENING

    def _section(self) -> int | None:
        """Where the first section of a known role begins."""
        heads = [s.heading.start for s in self.document.sections if s.role is not None]
        return self.flat.offset(self.flat.view.offset(min(heads))) if heads else None

    def _span(self, part: Reading | Period | Home | Title | Issuer) -> Span:
        return self.flat.span(part.start, part.end)

    def _seen(
        self,
        fact: Fact,
        value: Value,
        spans: list[Span],
        support: float = 1.0,
        flags: frozenset[str] = frozenset(),
    ) -> Iterator[Observation]:
        """The observation of a fact, if the schema has a field for it."""
        if path := self.cover.fields.get(fact):
            yield Observation(path, value, Status.STATED, tuple(spans), Witness.NARRATIVE, support, flags)

    def _titled(self, title: Title | None) -> Iterator[Observation]:
        if title is None:
            return
        text = self.document.text
        yield from self._seen(
            Fact.TITLE, self.flat.printed(title.start, title.end, text), [self._span(title)]
        )

    def _issued(self) -> Iterator[Observation]:
        """The body whose report it is."""
        issuer = find_issuer(self.flat, self.cover, self.title, self.announced, self.author)
        if issuer is not None:
            name = self.flat.printed(issuer.start, issuer.end, self.document.text)
            yield from self._seen(Fact.ISSUER, name, [self._span(issuer)], flags=issuer.flags)

    def _timed(self, chosen: Reading) -> Iterator[Observation]:
        """Year and period; both are doubtful where the readings differ."""
        agreed = [r for r in self.readings if r.year == chosen.year]
        flags = frozenset({"conflict"} if len(agreed) < len(self.readings) else ())
        support = max(r.support for r in agreed)
        yield from self._seen(Fact.YEAR, chosen.year, [self._span(r) for r in agreed], support, flags)
        if self.period is not None:
            place = [self._span(self.period)]
            if self.period.first:
                yield from self._seen(Fact.PERIOD_START, self.period.first, place, flags=flags)
            if self.period.last:
                yield from self._seen(Fact.PERIOD_END, self.period.last, place, flags=flags)

    def _placed(self, home: Home, addresses: Sequence[Address], year: int) -> Iterator[Observation]:
        """The place and the places it lies in; no code where the name leaves several."""
        span = self._span(home)
        if len({p.code for p in home.places}) > 1:
            yield from self._homonym(home, span)
            return
        place = home.places[0]
        for each in reversed((place, *gazetteer().parents(place, year))):
            mention = mention_of(each, addresses)
            printed = [self.flat.span(mention.start, mention.end)] if mention else [span]
            flags = frozenset[str]() if mention or each == place else frozenset({"implied"})
            yield from self._seen(_LEVELS[each.level], each.name, printed, home.support, flags)
        yield from self._seen(Fact.ADCODE, place.code, [span], home.support)

    def _homonym(self, home: Home, span: Span) -> Iterator[Observation]:
        """A name that several places bear, and nothing in the text tells which is meant."""
        first = home.places[0]
        if all(p.level is first.level and p.name == first.name for p in home.places):
            yield from self._seen(_LEVELS[first.level], first.name, [span], home.support)
        if path := self.cover.fields.get(Fact.ADCODE):
            codes: tuple[Value, ...] = tuple(sorted({p.code for p in home.places}))
            yield Observation(
                path, None, Status.AMBIGUOUS, (span,), Witness.NARRATIVE, 0.0, frozenset({"homonym"}), codes
            )

    def _contradiction(self, chosen: Reading, other: Reading) -> Finding:
        """Two years for one report."""
        path = self.cover.fields.get(Fact.YEAR)
        return Finding(
            rule="year",
            severity=Severity.WARNING,
            message=(
                f"报告年度不一致：一处为{chosen.year}年，另一处为{other.year}年"
                f" / the report gives its year as {chosen.year} in one place and {other.year} in another"
            ),
            paths=(path,) if path else (),
            spans=(self._span(chosen), self._span(other)),
        )


def _chosen(readings: list[Reading]) -> Reading | None:
    """The year that two readings share, else that of the first: the period, the text, the title."""
    years = [r.year for r in readings]
    return max(readings, key=lambda r: (years.count(r.year) > 1, -readings.index(r)), default=None)
