"""Which inputs there are, and which of them already have a line: on disk, so that memory stays flat.

A private SQLite database that SQLite keeps in memory while it is small, spills to a temporary file
beyond that, and deletes when it is closed. It holds nothing that the output itself does not hold: a
run that was killed rebuilds it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from ..errors import UsageError
from .inputs import Input

_SCHEMA = """
CREATE TABLE input (seq INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, path BLOB NOT NULL, carried TEXT);
CREATE TABLE line
    (id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL);
"""
_PAGE = 256  # inputs fetched at a time, so that lines can be recorded in between


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the output a line stands, in bytes, and its fingerprint."""

    fingerprint: str
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One input with its place in the order of inputs, and its line of an earlier run if there is one."""

    seq: int
    input: Input
    line: Place | None


class Ledger:
    """Inputs and lines of one run."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript("PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; PRAGMA cache_size=-8000;")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Forget everything."""
        self._db.close()

    def add_inputs(self, inputs: Iterable[Input]) -> int:
        """Record the inputs in order; how many there are.

        A file that is named twice without columns of its own is one input. A manifest may list one
        path in several rows: the id of a later one gets `#2`, `#3`, … An id that the manifest itself
        gives twice is a UsageError.
        """
        total = 0
        for entry in inputs:
            total += self._add(entry, total)
        return total

    def _add(self, entry: Input, seq: int) -> bool:
        names = (f"{entry.id}#{n}" if n > 1 else entry.id for n in count(1))
        path, carried = os.fsencode(entry.path), json.dumps(entry.carried)
        for name in names:
            row = (seq, name, path, carried)
            if self._db.execute("INSERT OR IGNORE INTO input VALUES (?, ?, ?, ?)", row).rowcount:
                return True
            same = self._db.execute("SELECT path, carried FROM input WHERE id = ?", (name,)).fetchone()
            if entry.given:
                raise UsageError(
                    f"the id {name!r} is given to two inputs: {os.fsdecode(same[0])}, {entry.path}"
                )
            if same == (path, carried):
                return False
        raise AssertionError("unreachable: names never end")

    def record(self, id: str, place: Place) -> None:
        """The line of an id now stands there; an earlier one is superseded."""
        self._db.execute(
            "INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?)",
            (id, place.fingerprint, place.start, place.size),
        )

    def entries(self) -> Iterator[Entry]:
        """Every input in order with its line as recorded when the entry is reached (within a page)."""
        query = """SELECT seq, input.id, path, carried, fingerprint, start, size
                   FROM input LEFT JOIN line ON input.id = line.id WHERE seq >= ? ORDER BY seq LIMIT ?"""
        following = 0
        while rows := self._db.execute(query, (following, _PAGE)).fetchall():
            for row in rows:
                yield _entry(row)
            following = rows[-1][0] + 1

    def places(self, *, ordered: bool) -> Iterator[Place]:
        """The lines of all inputs, in the order of the inputs or in that of the output."""
        order = "seq" if ordered else "start"
        query = f"SELECT fingerprint, start, size FROM input JOIN line ON input.id = line.id ORDER BY {order}"
        for row in self._db.execute(query):
            yield Place(*row)

    def strangers(self) -> Iterator[Place]:
        """Lines in the output that belong to none of the inputs."""
        query = (
            "SELECT fingerprint, start, size FROM line WHERE id NOT IN (SELECT id FROM input) ORDER BY start"
        )
        for row in self._db.execute(query):
            yield Place(*row)


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, id, path, carried, fingerprint, start, size = row
    line = None if fingerprint is None else Place(fingerprint, start, size)
    return Entry(seq, Input(id, os.fsdecode(path), json.loads(carried)), line)
