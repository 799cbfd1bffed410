"""Forms, headings and identities from TOML files, so that a schema's data stays data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from itertools import product
from typing import Any

from ..errors import SchemaError
from ..values import Severity
from .form import Column, Form, Row, Table
from .heading import Heading
from .identity import Identity, Period, Relation


def read_toml(file: Traversable) -> dict[str, Any]:
    """The content of a TOML file; SchemaError names the file and place of a mistake."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(f"{file}: {error}") from error


def load_form(file: Traversable, shared: Mapping[str, Table] | None = None) -> Form:
    """A form from TOML: `name`, `years = [first, last]`, and `[[table]]` entries.

    A table entry `use = "NAME"` takes a table of `shared` (tables that several forms have in common).
    """
    data = read_toml(file)
    tables = tuple(_table(entry, shared or {}, str(file)) for entry in data["table"])
    first, last = data["years"]
    return Form(data["name"], (first, last), tables)


def load_tables(file: Traversable) -> dict[str, Table]:
    """Tables by name from a TOML file that holds no form of its own."""
    return {entry["name"]: _table(entry, {}, str(file)) for entry in read_toml(file)["table"]}


def load_headings(file: Traversable) -> tuple[Heading, ...]:
    """Headings from `[[heading]]` entries with `role`, `titles` and `cues`, either of which may lack."""
    return tuple(
        Heading(e.get("role"), tuple(e.get("titles", ())), tuple(e.get("cues", ())))
        for e in read_toml(file)["heading"]
    )


def load_vocabulary(file: Traversable) -> dict[str, str]:
    """Converted words to mainland words from `[words]`; those of `keep.words` map to themselves."""
    data = read_toml(file)
    return {**data["words"], **{word: word for word in data.get("keep", {}).get("words", ())}}


def load_identities(file: Traversable) -> tuple[Identity, ...]:
    """Identities from `[[identity]]` entries.

    `{name}` in a rule's terms is replaced by each member of the list `name` of `[lists]`, one identity
    for each; a term `{name*}` stands for all members at once. Each identity is repeated for every
    prefix in `prefixes`, its own or else the file's, which goes before all its paths (`cumulative.`).
    """
    data = read_toml(file)
    lists = {name: tuple(members) for name, members in data.get("lists", {}).items()}
    prefixes = data.get("prefixes", [""])
    try:
        return tuple(
            identity
            for entry in data.get("identity", ())
            for prefix in entry.get("prefixes", prefixes)
            for identity in _identities(entry, lists, prefix)
        )
    except (KeyError, ValueError) as error:
        raise SchemaError(
            f"{file}: an identity needs rule, left and right; wrong or missing: {error}"
        ) from error


def load_period(file: Traversable) -> Period | None:
    """The `[period]` entry of a file of identities (`year`, `start`, `end`, `first_year`), if it has one."""
    entry = read_toml(file).get("period")
    if entry is None:
        return None
    return Period(entry["year"], entry["start"], entry["end"], entry["first_year"])


def _table(entry: Mapping[str, Any], shared: Mapping[str, Table], where: str) -> Table:
    if "use" in entry:
        if entry["use"] not in shared:
            raise SchemaError(f"{where}: no shared table named {entry['use']!r}")
        return shared[entry["use"]]
    return Table(
        name=entry["name"],
        role=entry["role"],
        rows=tuple(_row(row) for row in entry["row"]),
        columns=tuple(_column(column) for column in entry["column"]),
        captions=tuple(entry.get("captions", ())),
    )


def _row(entry: Mapping[str, Any]) -> Row:
    return Row(
        path=entry.get("path"),
        labels=tuple(entry["labels"]),
        number=entry.get("number"),
        under=tuple(entry.get("under", ())),
        unit=entry.get("unit"),
        optional=entry.get("optional", False),
    )


def _column(entry: Mapping[str, Any]) -> Column:
    return Column(
        key=entry["key"],
        labels=tuple(entry["labels"]),
        group=tuple(entry.get("group", ())),
        cumulative=entry.get("cumulative", False),
        unit=entry.get("unit"),
    )


def _identities(
    entry: Mapping[str, Any], lists: Mapping[str, tuple[str, ...]], prefix: str
) -> Iterable[Identity]:
    terms = [*entry["left"], *entry["right"]]
    free = sorted(name for name in lists if any(f"{{{name}}}" in term for term in terms))
    for chosen in product(*(lists[name] for name in free)):
        bound = dict(zip(free, chosen, strict=True))

        def paths(key: str, bound: Mapping[str, str] = bound) -> tuple[str, ...]:
            return tuple(prefix + path for path in _expand(entry.get(key, ()), bound, lists))

        remainder = _expand([entry["remainder"]], bound, lists)[0] if "remainder" in entry else None
        yield Identity(
            rule=prefix + _expand([entry["rule"]], bound, lists)[0],
            left=paths("left"),
            right=paths("right"),
            relation=Relation(entry.get("relation", "=")),
            forms=frozenset(entry.get("forms", ())),
            absent_is_zero=frozenset(paths("absent_is_zero")),
            remainder=None if remainder is None else prefix + remainder,
            other_wholes=paths("other_wholes"),
            closed=entry.get("closed", False),
            direct=entry.get("direct", False),
            working=frozenset(paths("working")),
            computes=entry.get("computes", True),
            severity=Severity(entry.get("severity", "error")),
            message_zh=entry.get("zh", ""),
            message_en=entry.get("en", ""),
        )


def _expand(
    terms: Iterable[str], bound: Mapping[str, str], lists: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    expanded: list[str] = []
    for term in terms:
        for name, value in bound.items():
            term = term.replace(f"{{{name}}}", value)
        stars = [name for name in lists if f"{{{name}*}}" in term]
        copies = [term]
        for name in stars:
            copies = [c.replace(f"{{{name}*}}", member) for c in copies for member in lists[name]]
        expanded.extend(copies)
    return tuple(expanded)
