"""Characters in traditional script → simplified ones, one for one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FEW = 60  # up to here one pass for each character is faster than one pass with a table

_TRADITIONAL_SHARE = 0.02
"""Texts in traditional script have 0.3 and more; names and quotations in simplified ones hardly 0.001."""


def replace_characters(text: str, table: Mapping[str, str]) -> str:
    """The text with each key of `table` replaced by its value, both single characters."""
    if len(table) > _FEW:
        return text.translate({ord(old): new for old, new in table.items()})
    for old, new in table.items():
        text = text.replace(old, new)
    return text


def simplified(text: str, characters: frozenset[str]) -> tuple[str, bool]:
    """The text in simplified characters, of the same length, and whether it is in traditional script.

    `characters` are those that occur in the text.
    In a text in simplified script only the characters that do not belong to it are replaced, so that
    乾县 stays what it is.
    """
    foreign = _outside_gb2312(characters)
    if not foreign:
        return text, False
    table = {c: new for c in foreign if (new := _character(c)) != c}
    if not table:
        return text, False
    found = sum(text.count(c) for c in table)
    if found >= _TRADITIONAL_SHARE * len(_IDEOGRAPH.findall(text)):
        return _converted(text), True
    return replace_characters(text, table), False


def _outside_gb2312(characters: frozenset[str]) -> str:
    """The ideographs that the character set of simplified Chinese lacks; most texts have none."""
    ideographs = "".join(_IDEOGRAPH.findall("".join(characters)))
    inside = ideographs.encode("gb2312", "ignore").decode("gb2312")
    return "" if len(inside) == len(ideographs) else "".join(set(ideographs) - set(inside))


@cache
def _character(character: str) -> str:
    new = _converter().convert(character)
    return new if len(new) == 1 else character


def _converted(text: str) -> str:
    """The text by whole words where that keeps its length, line by line or character by character."""
    new = _converter().convert(text)
    if len(new) == len(text):
        return new
    return "".join(_converted_line(line) for line in text.splitlines(keepends=True))


def _converted_line(line: str) -> str:
    new = _converter().convert(line)
    return new if len(new) == len(line) else "".join(map(_character, line))


class _Converter:
    """The one method of OpenCC that is used; it ships no types."""

    def convert(self, text: str) -> str:
        raise NotImplementedError


@cache
def _converter() -> _Converter:
    from opencc import OpenCC  # imported here: most texts are simplified and need no dictionary

    made: _Converter = OpenCC("t2s")
    return made
