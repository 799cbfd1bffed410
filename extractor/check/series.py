"""The check over the years: every relation between the records of one issuer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from ..declare import Schema, Series, SeriesRelation, Term
from ..errors import UsageError
from ..values import Severity
from . import wording
from .finding import SeriesFinding
from .growth import check_growth
from .issuers import group
from .records import Record, numbers_of
from .wording import Read


def check_series(
    records: Iterable[Record], schema: Schema, *, one_issuer: bool = False
) -> Iterator[SeriesFinding]:
    """What does not add up between the records, issuer by issuer and year by year.

    `one_issuer` takes all records for those of one body, whatever it calls itself; else bodies are told
    apart by name and place code. Raises UsageError when the schema declares nothing over the years.
    """
    if schema.series is None:
        raise UsageError(f"the schema {schema.name} declares no relations over the years")
    placed: list[Record] = []
    for record in records:
        if record.year is None or (record.issuer is None and record.own is None and not one_issuer):
            yield _unplaced(record)
        else:
            placed.append(record)
    groups = [placed] if one_issuer and placed else group(placed, schema.series)
    for of_one in groups:
        yield from _Check(of_one, schema, schema.series).findings()


@dataclass(frozen=True)
class _Check:
    """The records of one issuer."""

    records: list[Record]
    schema: Schema
    series: Series

    def findings(self) -> Iterator[SeriesFinding]:
        by_year: dict[int, list[Record]] = defaultdict(list)
        for record in self.records:
            by_year[record.year or 0].append(record)
        years = sorted(by_year)
        for year in years:
            yield from self._twins(year, by_year[year])
        for before, after in pairwise(years):
            if after - before > 1:
                yield self._gap(by_year[before][0], by_year[after][0])
        for year in years:
            for relation in self.series.relations:
                yield from self._broken(relation, year, by_year)
            for record in by_year[year]:
                yield from check_growth(record, by_year, self.schema)

    def _broken(
        self, relation: SeriesRelation, year: int, by_year: dict[int, list[Record]]
    ) -> Iterator[SeriesFinding]:
        """The relation for one year, if it fails with every choice among reports of the same year."""
        backs = sorted({term.back for term in relation.terms})
        choices = [by_year.get(year - back, []) for back in backs]
        failures: list[SeriesFinding] = []
        for chosen in product(*choices):
            by_back = dict(zip(backs, chosen, strict=True))
            left, right = _read(relation.left, by_back, year), _read(relation.right, by_back, year)
            if left is None or right is None:
                continue
            if wording.total(left) == wording.total(right):
                return
            failures.append(self._failure(relation, left, right, by_back))
        yield from failures[:1]

    def _failure(
        self, relation: SeriesRelation, left: list[Read], right: list[Read], by_back: dict[int, Record]
    ) -> SeriesFinding:
        doubted = any(term.path in by_back[term.back].doubted for term in relation.terms)
        reports = [by_back[back] for back in sorted(by_back, reverse=True)]
        return SeriesFinding(
            rule=relation.rule,
            severity=Severity.WARNING if doubted else relation.severity,
            message=wording.broken(relation, left, right, self.schema.fields, doubted=doubted),
            issuer=_issuer(reports[-1]),
            years=tuple(record.year or 0 for record in reports),
            reports=tuple(record.name for record in reports),
            paths=tuple(dict.fromkeys(term.path for term in relation.terms)),
            left=wording.total(left),
            right=wording.total(right),
        )

    def _twins(self, year: int, records: Sequence[Record]) -> Iterator[SeriesFinding]:
        """Every report of a year after the first, against the first."""
        for other in records[1:]:
            first = records[0]
            paths: list[str] = []
            only_one = 0
            if first.digest != other.digest:
                ours, theirs = numbers_of(first.load(), self.schema), numbers_of(other.load(), self.schema)
                paths = [path for path in ours if path in theirs and ours[path] != theirs[path]]
                only_one = len(ours.keys() ^ theirs.keys())
            if paths:
                left, right = [ours[path] for path in paths], [theirs[path] for path in paths]
                message = wording.differing(year, paths, left, right, self.schema.fields)
            else:
                message = wording.repeated(year, only_one)
            yield SeriesFinding(
                rule="series.differs" if paths else "series.repeated",
                severity=Severity.ERROR if paths else Severity.INFO,
                message=message,
                issuer=_issuer(first),
                years=(year,),
                reports=(first.name, other.name),
                paths=tuple(paths),
            )

    def _gap(self, before: Record, after: Record) -> SeriesFinding:
        years = tuple(range((before.year or 0) + 1, after.year or 0))
        return SeriesFinding(
            rule="series.missing_year",
            severity=Severity.WARNING,
            message=wording.missing(years),
            issuer=_issuer(after),
            years=years,
            reports=(before.name, after.name),
        )


def _read(terms: tuple[Term, ...], by_back: dict[int, Record], year: int) -> list[Read] | None:
    """The values of the terms, None if one of them has none."""
    reads: list[Read] = []
    for term in terms:
        value = by_back[term.back].values.get(term.path)
        if value is None:
            return None
        reads.append((term, year - term.back, value))
    return reads


def _unplaced(record: Record) -> SeriesFinding:
    what = ("年度", "year") if record.year is None else ("编制机关", "issuer")
    return SeriesFinding(
        rule="series.unplaced",
        severity=Severity.WARNING,
        message=wording.unplaced(*what),
        issuer=_issuer(record),
        years=() if record.year is None else (record.year,),
        reports=(record.name,),
    )


def _issuer(record: Record) -> str | None:
    return record.issuer or record.own
