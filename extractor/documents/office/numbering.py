"""The numbers that Word prints before paragraphs and keeps outside their text: 一、 （一） 1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from .package import child, local, switched_on, value

_CHINESE_DIGITS = "零一二三四五六七八九"
_CHINESE = ("chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting")
_SIMPLE_CHINESE = ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "taiwaneseCounting")
_PLACE = re.compile("%([1-9])")
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it counts, and the text around its numbers.

    An `arabic` level prints the numbers of all levels in digits.
    """

    start: int
    format: str
    text: str
    arabic: bool


class Numbering:
    """Gives each paragraph its number, in the order of the document."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels = _levels(numbering)
        self._lists = _lists(numbering)
        self._styles = _styles(styles)
        self._counts: dict[str, list[int]] = {}

    def label(self, paragraph: etree._Element) -> str:
        """What is printed before this paragraph, empty for one without a number."""
        properties = child(paragraph, "pPr")
        list_id, depth = self._list_of(properties)
        abstract = self._lists.get(list_id or "0")
        level = self._levels.get((abstract or "", depth))
        if abstract is None or level is None:
            return ""
        counts = self._counts.setdefault(abstract, [])
        while len(counts) <= depth:
            above = self._levels.get((abstract, len(counts)))
            counts.append((above.start if above else 1) - 1)
        del counts[depth + 1 :]
        counts[depth] += 1
        return _PLACE.sub(lambda m: self._number(abstract, counts, int(m[1]) - 1, level.arabic), level.text)

    def _number(self, abstract: str, counts: list[int], depth: int, arabic: bool) -> str:
        level = self._levels.get((abstract, depth))
        if level is None or depth >= len(counts):
            return ""
        return _formatted(max(counts[depth], level.start), "decimal" if arabic else level.format)

    def _list_of(self, properties: etree._Element | None) -> tuple[str | None, int]:
        """The list and the level a paragraph belongs to, by itself or by its style."""
        own = child(properties, "numPr")
        list_id = value(child(own, "numId"))
        depth = value(child(own, "ilvl"))
        style = value(child(properties, "pStyle"))
        for _ in range(_DEEPEST_STYLE):
            if list_id is not None or style is None or style not in self._styles:
                break
            list_id, styled_depth, style = self._styles[style]
            depth = depth or styled_depth
        return list_id, int(depth) if depth is not None and depth.isdigit() else 0


def _levels(numbering: etree._Element | None) -> Mapping[tuple[str, int], _Level]:
    found: dict[tuple[str, int], _Level] = {}
    for abstract in _named(numbering, "abstractNum"):
        for depth, level in enumerate(_named(abstract, "lvl")):
            start = value(child(level, "start")) or "1"
            found[value(abstract, "abstractNumId") or "", depth] = _Level(
                int(start) if start.isdigit() else 1,
                value(child(level, "numFmt")) or "decimal",
                value(child(level, "lvlText")) or "",
                switched_on(child(level, "isLgl")),
            )
    return found


def _lists(numbering: etree._Element | None) -> Mapping[str, str]:
    pairs = ((value(n, "numId"), value(child(n, "abstractNumId"))) for n in _named(numbering, "num"))
    return {number: abstract for number, abstract in pairs if number and abstract is not None}


def _styles(styles: etree._Element | None) -> Mapping[str, tuple[str | None, str | None, str]]:
    """By style: its list, its level, and the style it is based on."""
    found: dict[str, tuple[str | None, str | None, str]] = {}
    for style in _named(styles, "style"):
        numbered = child(style, "pPr", "numPr")
        based_on = value(child(style, "basedOn")) or ""
        found[value(style, "styleId") or ""] = (
            value(child(numbered, "numId")),
            value(child(numbered, "ilvl")),
            based_on,
        )
    return found


def _named(parent: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return (element for element in (parent if parent is not None else ()) if local(element) == name)


def _formatted(number: int, style: str) -> str:
    if style in ("none", "bullet"):
        return ""
    if style in _CHINESE or style in _SIMPLE_CHINESE:
        return chinese(number) if number < 100 else str(number)
    if style in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= number <= 20:
        return chr(0x245F + number)
    if style == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26)
    if style == "upperLetter":
        return chr(ord("A") + (number - 1) % 26)
    return str(number)


def chinese(number: int) -> str:
    """A number below 100 in Chinese numerals: 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _CHINESE_DIGITS[ones]
    return (_CHINESE_DIGITS[tens] if tens > 1 else "") + "十" + (_CHINESE_DIGITS[ones] if ones else "")
