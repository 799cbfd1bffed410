"""The view that every reader starts from: half width, simplified characters, mainland vocabulary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from .view import View


def reading_view(text: str, vocabulary: Mapping[str, str] | None = None) -> View:
    """`text` with full-width forms folded, characters simplified, and the words of `vocabulary` replaced.

    White space and line breaks stay. Every character is replaced by exactly one, except the words of
    `vocabulary` (whose keys are in simplified characters), so the map stays cheap.
    """
    folded = text.translate(_table(frozenset(text)))
    view = View(folded, (0,), (0,), (len(text),))
    if not vocabulary or folded == text:
        return view
    pattern = _words(tuple(sorted(vocabulary, key=len, reverse=True)))
    return view.replaced((m.start(), m.end(), vocabulary[m.group()]) for m in pattern.finditer(folded))


@cache
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def _table(characters: frozenset[str]) -> dict[int, str]:
    simple = _simplified(characters)
    table: dict[int, str] = {}
    for character, simplified in simple.items():
        folded = unicodedata.normalize("NFKC", simplified)
        new = folded if len(folded) == 1 else simplified
        if new != character:
            table[ord(character)] = new
    return table


def _simplified(characters: frozenset[str]) -> dict[str, str]:
    """Each character with its simplified form, itself where it has none of one character."""
    ordered = [c for c in characters if not c.isspace() and not 0xD800 <= ord(c) <= 0xDFFF]
    converted = _converter().convert("\n".join(ordered)).split("\n") if ordered else []
    if len(converted) != len(ordered):
        return {c: c for c in ordered}
    return {c: new if len(new) == 1 else c for c, new in zip(ordered, converted, strict=True)}


@cache
def _converter() -> _Converter:
    from opencc import OpenCC  # imported here: a third of the start-up time of the offline path

    made: _Converter = OpenCC("t2s")
    return made


class _Converter:
    """The one method of OpenCC that is used; it ships no types."""

    def convert(self, text: str) -> str:
        raise NotImplementedError
