"""Records as the check over the years needs them: issuer, year, and the numbers relations speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b
from typing import IO, Any

from ..declare import Schema
from ..errors import InputError, UsageError
from ..jsonl import Whole, parse_object, read_objects
from ..prose.growth import RULE as GROWTH


@dataclass(frozen=True, slots=True)
class Growth:
    """A change against the year before as the report words it: the path, and the words."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Record:
    """One report in a series.

    `name` is what messages call it (its id, or its path). `values` are the numbers that relations speak
    of, `doubted` the paths among them that are ambiguous or flagged. `digest` is the same for records
    with the same numbers. `load` reads the whole JSON object again. `places` are the names of the places
    around the issuer, widest first; `own` an identity of the issuer that the user has given.
    """

    name: str
    issuer: str | None
    year: int | None
    code: str | None
    places: tuple[str, ...]
    values: dict[str, Decimal]
    doubted: frozenset[str]
    digest: bytes
    load: Callable[[], Whole] = field(compare=False, repr=False)
    growths: tuple[Growth, ...] = ()
    own: str | None = None

    def number(self, path: str) -> Decimal | None:
        """The number of any field, None if the report has none there."""
        if path in self.values:
            return self.values[path]
        value = self.load()["fields"].get(path, {}).get("value")
        return Decimal(value) if isinstance(value, int | Decimal) else None


class SeriesReader:
    """Reads records out of the JSON that `extract` prints, one at a time.

    `by` names a column of a batch (an own id of the publisher, say) that tells issuers apart instead of
    their names. `failed` counts lines of reports that could not be read.
    """

    def __init__(self, schema: Schema, by: str | None = None) -> None:
        if schema.series is None:
            raise UsageError(f"the schema {schema.name} declares no relations over the years")
        self._schema, self._series, self._by = schema, schema.series, by
        self._wanted = frozenset(term.path for r in schema.series.relations for term in r.terms)
        self.failed = 0

    def records(self, file: IO[bytes], name: str) -> Iterator[Record]:
        """The records in a file of JSON, which must stay open as long as they are in use.

        Raises InputError for what is no output of `extract`, UsageError for records of another schema.
        """
        for found in read_objects(file, name):
            yield from self.record(found.whole, found.where, _reload(file, found.start, found.size))

    def record(self, whole: Whole, where: str, load: Callable[[], Whole] | None = None) -> Iterator[Record]:
        """The record of one JSON object, none if its report could not be read."""
        if "error" in whole:
            self.failed += 1
            return
        if not isinstance(whole.get("fields"), dict) or not isinstance(whole.get("record"), dict):
            raise InputError(f"{where}: no record there; expected what `extract` or `extract batch` prints")
        if whole.get("schema") != self._schema.name:
            raise UsageError(
                f"{where}: a record of the schema {whole.get('schema')}, but {self._schema.name} is asked for"
            )
        if self._by is not None and self._by not in whole:
            raise UsageError(f"{where}: no column {self._by!r} in this line (--by)")
        yield self._record(whole, load or (lambda: whole))

    def _record(self, whole: Whole, load: Callable[[], Whole]) -> Record:
        fields: dict[str, dict[str, Any]] = whole["fields"]
        numbers = numbers_of(whole, self._schema)
        doubted = {
            path
            for path in self._wanted & numbers.keys()
            if fields[path]["status"] == "ambiguous" or fields[path]["flags"]
        }
        series = self._series
        growths = tuple(_growths(whole))
        kept = (self._wanted | {growth.path for growth in growths}) & numbers.keys()
        places = (_text(fields, path) for path in series.places)
        year = fields.get(series.year, {}).get("value")
        return Record(
            name=str(whole.get("id") or whole["source"]["path"]),
            issuer=_text(fields, series.issuer),
            year=int(year) if year is not None else None,
            code=_text(fields, series.code) if series.code else None,
            places=tuple(place for place in places if place),
            values={path: numbers[path] for path in sorted(kept)},
            doubted=frozenset(doubted),
            digest=blake2b(repr(sorted(numbers.items())).encode(), digest_size=16).digest(),
            load=load,
            growths=growths,
            own=None if self._by is None else str(whole[self._by]),
        )


def numbers_of(whole: Whole, schema: Schema) -> dict[str, Decimal]:
    """The numbers of a record by path, without its year."""
    year = schema.series.year if schema.series else None
    return {
        path: Decimal(entry["value"])
        for path, entry in whole["fields"].items()
        if path != year
        and (spec := schema.fields.get(path)) is not None
        and spec.numeric
        and entry["value"] is not None
    }


def _growths(whole: Whole) -> Iterator[Growth]:
    for finding in whole["findings"]:
        if finding["rule"] == GROWTH and finding["evidence"]:
            yield Growth(finding["paths"][0], finding["evidence"][0]["text"])


def _text(fields: dict[str, dict[str, Any]], path: str) -> str | None:
    value = fields.get(path, {}).get("value")
    return value if isinstance(value, str) and value else None


def _reload(file: IO[bytes], start: int, size: int) -> Callable[[], Whole]:
    def load() -> Whole:
        at = file.tell()
        file.seek(start)
        whole = parse_object(file.read(size))
        file.seek(at)
        assert whole is not None, "the file was changed while it was read"
        return whole

    return load
