"""What a schema has the model asked: the texts of the prompts, and the questions with their words.

A schema's folder of prompts holds `system.txt`, `figures.txt`, `rows.txt`, `lists.txt`, `again.txt`
and `questions.toml`. Questions come from there and from the official forms.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Any

from ..declare import Form, Row, Schema, Table, read_toml
from ..errors import SchemaError
from ..views import compact_view, reading_view

TEXTS = ("system", "figures", "rows", "lists", "again")
_QUESTIONS = "questions.toml"
_SHORTEST_LABEL = 4


class Kind(StrEnum):
    """What an answer looks like: one number, the numbers of a table row, or verbatim passages."""

    FIGURE = "figures"
    ROW = "rows"
    LIST = "lists"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    `asked` says it in Chinese, with the unit. `roles` are the sections it may stand in, empty for all.
    A number answers the question only if one of `labels` stands by it, or a word of the first group of
    `words` does and one of each other group comes before it in the sentence, and none of `never`. Its
    measure word, where it has one, must be among `units`; any will do if there are none. What
    stands before it in the sentence must match `fits`, if its words and no label make it the answer. A
    passage belongs to a list only if the pattern `fits` is found in it and `unfit` is not.
    `part` marks a figure that reports give behind 其中. A row's `columns` are its field paths, in
    official order; an `optional` row is mostly not printed, or a heading without figures.
    """

    path: str
    kind: Kind
    asked: str
    unit: str = ""
    roles: frozenset[str] = frozenset()
    labels: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    never: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    fits: str = ""
    unfit: str = ""
    part: bool = False
    signed: bool = False
    columns: tuple[str, ...] = ()
    group: str = ""
    optional: bool = False


@dataclass(frozen=True)
class Questionnaire:
    """The questions of a schema by kind, the texts around them, and the hash of all that wording.

    `year` is the path of the field that holds the report's year, so that figures of other years are
    told apart; None where a schema has none.
    """

    figures: tuple[Question, ...]
    lists: tuple[Question, ...]
    rows: Mapping[str, tuple[Question, ...]]
    texts: Mapping[str, str]
    version: str
    year: str | None = None


def load_questionnaire(schema: Schema) -> Questionnaire:
    """The questionnaire of a schema. Raises SchemaError when it has none, or names an unknown field."""
    folder = schema.prompts
    if folder is None:
        raise SchemaError(f"schema {schema.name} has no prompts, so no model can be asked")
    data = read_toml(folder / _QUESTIONS)
    texts = {name: _read(folder / f"{name}.txt") for name in TEXTS}
    digest = hashlib.sha256()
    for part in (*texts.values(), _read(folder / _QUESTIONS)):
        digest.update(part.encode("utf-8") + b"\0")
    declared = {e["path"]: e for e in data.get("figure", ())}
    lists = {e["path"]: e for e in data.get("list", ())}
    entries = (*declared.values(), *lists.values())
    for pattern in (e[key] for e in entries for key in ("fits", "unfit") if key in e):
        try:
            re.compile(pattern)
        except re.error as error:
            raise SchemaError(
                f"{folder / _QUESTIONS}: not a regular expression: {pattern}: {error}"
            ) from error
    unknown = sorted((declared.keys() | lists.keys()) - schema.fields.keys())
    if unknown:
        raise SchemaError(f"schema {schema.name}: {_QUESTIONS} asks for no such field: {', '.join(unknown)}")
    return Questionnaire(
        figures=tuple(_figures(schema, declared)),
        lists=tuple(_question(schema, path, Kind.LIST, e) for path, e in lists.items()),
        rows={form.name: tuple(_rows(form)) for form in schema.forms},
        texts=texts,
        version=digest.hexdigest()[:16],
        year=data.get("year"),
    )


def _plain(label: str) -> str:
    """A label as it reads in compact text."""
    return compact_view(reading_view(label)).text


def _read(file: Traversable) -> str:
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise SchemaError(f"{file}: {error.strerror or error}") from error


def _figures(schema: Schema, declared: Mapping[str, Mapping[str, Any]]) -> Iterator[Question]:
    """The declared figures with the labels that one-column forms print for them, and what else those hold.

    A label that stands for several fields (被依法纠错数) tells none of them.
    """
    labels: dict[str, list[str]] = {}
    roles: dict[str, set[str]] = {}
    bearers: dict[str, set[str]] = {}
    for form in schema.forms:
        for table in form.tables:
            for path, row in _single_cells(table):
                roles.setdefault(path, set()).add(table.role)
                for label in map(_plain, row.labels):
                    bearers.setdefault(label, set()).add(path)
                    if label not in labels.setdefault(path, []):
                        labels[path].append(label)
    for path, spec in schema.fields.items():
        if not spec.numeric:
            continue
        own = [label for label in labels.get(path, ()) if bearers[label] == {path}]
        if path in declared or own:
            yield _question(schema, path, Kind.FIGURE, declared.get(path, {}), own, roles.get(path, set()))


def _single_cells(table: Table) -> Iterator[tuple[str, Row]]:
    """Paths of a table that has one column of its own, and their rows."""
    plain = [column for column in table.columns if not column.cumulative]
    if len(plain) != 1:
        return
    for row in table.rows:
        path = table.path(row, plain[0])
        if path is not None and row.labels:
            yield path, row


def _question(
    schema: Schema,
    path: str,
    kind: Kind,
    entry: Mapping[str, Any],
    labels: Sequence[str] = (),
    roles: Set[str] = frozenset(),
) -> Question:
    spec = schema.fields[path]
    return Question(
        path=path,
        kind=kind,
        asked=entry.get("ask", spec.label),
        unit=spec.unit,
        roles=frozenset(entry.get("roles", () if entry else roles)),
        labels=tuple(label for label in labels if len(label) >= _SHORTEST_LABEL),
        words=tuple(tuple(group) for group in entry.get("words", ())),
        never=tuple(entry.get("never", ())),
        units=schema.prose.units(path),
        fits=entry.get("fits", ""),
        unfit=entry.get("unfit", ""),
        part=entry.get("part", False),
        signed=spec.signed,
    )


def _rows(form: Form) -> Iterator[Question]:
    """The rows of the tables that have several columns."""
    for table in form.tables:
        columns = [column for column in table.columns if not column.cumulative]
        if len(columns) < 2:
            continue
        for row in table.rows:
            if row.path is None:
                continue
            cells = tuple(path for c in columns if (path := table.path(row, c)) is not None)
            heads = ", ".join(" ".join((*c.group[-1:], c.labels[0])) for c in columns)
            yield Question(
                path=row.path or table.name,
                kind=Kind.ROW,
                asked=f"{next(iter((*row.labels, *table.captions)), table.name)} ({len(cells)}: {heads})",
                roles=frozenset((table.role,)),
                labels=tuple(map(_plain, row.labels)),
                columns=cells,
                words=() if row.labels else (tuple(map(_plain, table.captions)),),
                group=f"{table.name}/{'/'.join(row.under)}",
                optional=row.optional,
            )
