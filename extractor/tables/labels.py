"""The printed labels of the sheets, and how a text is compared with them.

A label is compared by its key: Chinese characters and digits only, so that spaces, punctuation and
glosses in Latin letters do not matter, with years as `Y`. An enumerator before the label and a remark
in parentheses are left out if the label is not known with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from .sheets import Sheet

CUT_LABEL = 3
"""A label that was cut has at least so many characters left."""

LONGEST = 80
"""No printed label is longer than this, in characters."""

_DROPPED = re.compile(r"[^\u3400-\u9fff〇0-9]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKET = re.compile(r"[(\[【]")
_REMARK = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)|【[^【】]*(?:】|$)")
_ENUMERATOR = re.compile(r"(?:其中)?[0-9一二三四五六七八九十]{0,3}")


class Part(IntEnum):
    """Which part of a sheet a label names; UNKNOWN is a column of a report that the form does not have."""

    CAPTION = 0
    GROUP = 1
    COLUMN = 2
    ROW = 3
    UNKNOWN = 4


class Entry(NamedTuple):
    """What a label stands for: the row, column, header group or caption `at` of a sheet."""

    sheet: int
    part: Part
    at: int


@lru_cache(maxsize=1 << 14)
def key_of(text: str) -> str:
    """The characters of `text` that count when labels are compared.

    >>> key_of("本年收费金额（单位：万元）"), key_of("2018 年"), key_of("结果纠正 jiūzhèng")
    ('本年收费金额单位万元', 'Y年', '结果纠正')
    """
    return _YEAR.sub("Y", _DROPPED.sub("", text))


def without_remarks(text: str) -> str:
    """`text` without what stands in parentheses, closed or not. Parentheses are half width."""
    return _REMARK.sub("", text)


def without_enumerator(key: str) -> str:
    """A key without the number before the label: `1属于国家秘密`, `其中1当面申请数`, `三本年度办理结果`."""
    match = _ENUMERATOR.match(key)
    return key[match.end() :] if match else key


class Lexicon:
    """Every label of a list of sheets by its key."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.entries: dict[str, tuple[Entry, ...]] = {}
        for label, entry in _printed(sheets):
            for key in {key_of(label), key_of(without_remarks(label))} - {""}:
                known = self.entries.get(key, ())
                if entry not in known:
                    self.entries[key] = (*known, entry)
        self.prefixes = frozenset(key[:n] for key in self.entries for n in range(len(key) + 1))
        self._keys = tuple(self.entries)
        self._memo: dict[str, tuple[Entry, ...]] = {}
        self._first: dict[str, bool] = {}

    def exact(self, text: str) -> tuple[Entry, ...]:
        """What the whole of `text` names, word for word; empty if it is no label."""
        known = self._memo.get(text)
        if known is None:
            known = self._memo[text] = self._exact(text)
            if len(self._memo) > 20_000:
                self._memo.clear()
        return known

    def may_begin(self, text: str) -> bool:
        """Whether `text` may be the beginning of a label, or begin with one or with a cut one."""
        known = self._first.get(text)
        if known is None:
            if len(self._first) >= 20_000:
                self._first.clear()
            key = key_of(text)
            least = 2 if _BRACKET.search(text) else CUT_LABEL
            known = self._opens(key, least) or self._opens(without_enumerator(key), least)
            self._first[text] = known
        return known

    def _opens(self, key: str, least: int) -> bool:
        """Whether a label begins with `key`, or `key` with one or with at least so many characters of one."""
        length = 0
        while length < len(key) and key[: length + 1] in self.prefixes:
            length += 1
            if key[:length] in self.entries:
                return True
        return length == len(key) or length >= least

    def _exact(self, text: str) -> tuple[Entry, ...]:
        full = key_of(text)
        for key in (full, without_enumerator(full)):
            if key in self.entries:
                return self.entries[key]
        if "(" not in text and "[" not in text and "【" not in text:
            return ()
        bare = key_of(without_remarks(text))
        return self.entries.get(bare) or self.entries.get(without_enumerator(bare), ())

    def beginning(self, key: str) -> tuple[Entry, ...]:
        """What the labels that begin with `key` name: the readings of a label that was cut."""
        if key not in self.prefixes:
            return ()
        found = (entry for label in self._keys if label.startswith(key) for entry in self.entries[label])
        return tuple(dict.fromkeys(found))

    def similar(self, key: str, least: float) -> Iterator[tuple[Entry, float]]:
        """Entries whose label is at least `least` (0 to 1) like `key`, each with its likeness."""
        best: dict[Entry, float] = {}
        hits = process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=100 * least, limit=6)
        for label, score, _ in hits:
            for entry in self.entries[label]:
                best[entry] = max(best.get(entry, 0.0), score / 100)
        return iter(best.items())


def _printed(sheets: Sequence[Sheet]) -> Iterator[tuple[str, Entry]]:
    for at, sheet in enumerate(sheets):
        table = sheet.table
        for i, group in enumerate(sheet.groups):
            yield group, Entry(at, Part.GROUP, i)
        for i, caption in enumerate(table.captions):
            if caption not in sheet.groups:
                yield caption, Entry(at, Part.CAPTION, i)
        for i, column in enumerate(table.columns):
            for label in column.labels:
                yield label.replace("{year}", "2000"), Entry(at, Part.COLUMN, i)
        for i, row in enumerate(table.rows):
            for label in row.labels:
                yield label, Entry(at, Part.ROW, i)
