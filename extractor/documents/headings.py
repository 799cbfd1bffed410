"""Places where a heading may stand, and what each of them says.

Most headings of a report are enumerated lines that say one of the declared titles; but titles are
mistyped and reworded, body text follows on the same line, and some texts have lost their lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from ..numbers import parse_numeral
from .titles import IGNORED, Titles, squeezed


class Style(IntEnum):
    """How a heading is enumerated, from the outermost to the innermost."""

    PART = 0  # 第一部分
    CHINESE = 1  # 一、
    BRACKETED = 2  # (一)
    DIGIT = 3  # 1.
    BRACKETED_DIGIT = 4  # (1)
    NONE = 5


class Match(IntEnum):
    """How surely the words of a heading were recognised."""

    NONE = 0
    CUE = 1
    TITLE = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place `[start, end)` of the view that may be a heading: enumerator and title.

    `number` is what its enumerator counts, None without one. `inline` candidates stand within a line.
    """

    start: int
    end: int
    style: Style
    number: int | None
    role: str | None
    match: Match
    inline: bool = False


_NUMERAL = "一二三四五六七八九十"
_ENUMERATOR = (
    rf"(?:第(?P<part>[{_NUMERAL}]{{1,3}})(?:部分|章|篇)[、:.,]?"
    rf"|(?P<chinese>[{_NUMERAL}]{{1,3}})(?:[、.,:]|(?=[ \t]))"
    rf"|\((?P<bracketed>[{_NUMERAL}]{{1,3}})\)[、.,]?"
    r"|(?P<digit>\d{1,2})(?:[、,)]|\.(?!\d))"
    r"|\((?P<bracketed_digit>\d{1,2})\)[、.]?)[ \t]*"
)
_STYLES = (
    ("part", Style.PART),
    ("chinese", Style.CHINESE),
    ("bracketed", Style.BRACKETED),
    ("digit", Style.DIGIT),
    ("bracketed_digit", Style.BRACKETED_DIGIT),
)
_LONGEST = 40
"""Characters of the longest heading that is no declared title, counted without spaces."""

_BARE_LENGTH = 4
"""Characters of the shortest heading without an enumerator."""

# A line without enumerator or hashes may be a title if it is neither too short nor too long for one.
_LINE = re.compile(
    rf"^[ \t\xa0|*>_]*+(?P<hashes>#++)?+[ \t*]*+(?P<begin>)"
    rf"(?:{_ENUMERATOR}|(?(hashes)|(?=[^\n]{{{_BARE_LENGTH},{_LONGEST}}}+$)))(?=[^\s|])",
    re.MULTILINE,
)
_INLINE = re.compile(
    rf"(?<=[。;!?)\]|\s”])(?:第(?P<part>[{_NUMERAL}]{{1,3}})部分[、:.,]?|(?P<chinese>[{_NUMERAL}]{{1,3}})、"
    rf"|\((?P<bracketed>[{_NUMERAL}]{{1,3}})\))\s*"
)

_WINDOW = 120
"""Characters behind an enumerator that are looked at."""

_HEAD_END = re.compile(r"[。;:!?|\n\r]|$")
_INLINE_HEAD = re.compile(r"[^\s。;:!?|]{4,25}(?=[。\s])")
_SURE_LENGTH = 4


def find_candidates(text: str, titles: Titles) -> list[Candidate]:
    """The places of a text that may be headings, in order."""
    found = {c.start: c for m in _LINE.finditer(text) if (c := _on_line(text, m, titles)) is not None}
    for match in _INLINE.finditer(text):
        if match.start() not in found and (candidate := _within_line(text, match, titles)) is not None:
            found[candidate.start] = candidate
    return [found[start] for start in sorted(found)]


def _on_line(text: str, match: re.Match[str], titles: Titles) -> Candidate | None:
    """A heading at the beginning of a line."""
    begin, at = match.start("begin"), match.end()
    style, number = _enumeration(match) if at > begin else (Style.NONE, None)
    if style is Style.NONE and not match["hashes"]:
        if not titles.may_begin(text[at]):
            return None
        line_end = _line_end(text, at)
        key = squeezed(text[at:line_end])
        if len(key) < _BARE_LENGTH or key not in titles or titles[key] is None:
            return None
        return Candidate(begin, line_end, style, None, titles[key], Match.TITLE)
    read = _read_title(text, at, titles)
    if read is None:
        return None
    end, role, sureness = read
    return Candidate(begin, end, style, number, role, sureness)


def _read_title(text: str, at: int, titles: Titles) -> tuple[int, str | None, Match] | None:
    """Where the title at the beginning of a line ends, its role, and how sure that is; None if there is none.

    A title is read as a whole, then as the beginning of what stands there, then as a misspelling, and at
    last by its cues. Where words follow a title directly, the line break between them may be lost, or
    they belong to another title: then the cues decide.
    """
    head = text[at : _head_end(text, at)]
    key = squeezed(head)
    if key in titles:
        return None if titles[key] is None else (at + len(head.rstrip()), titles[key], Match.TITLE)
    declared = _declared(text, at, titles)
    if declared is not None and declared.ends_a_word:
        return declared.end, declared.role, Match.TITLE
    if len(key) > _LONGEST:
        if declared is not None and declared.is_long:
            return declared.end, declared.role, Match.TITLE
        head = re.split(r"\s", head, maxsplit=1)[0]
        key = squeezed(head)
    if not 2 <= len(key) <= _LONGEST:
        return None
    similar = titles.similar(key)
    if similar is not None and titles[similar] is None:
        return None
    role = titles.by_cues(key) if similar is None else titles[similar]
    if declared is not None and declared.is_long and role in (None, declared.role):
        return declared.end, declared.role, Match.TITLE
    match = Match.TITLE if similar is not None else Match.CUE if role is not None else Match.NONE
    return at + len(head.rstrip()), role, match


def _within_line(text: str, match: re.Match[str], titles: Titles) -> Candidate | None:
    """A heading inside a line: a declared title, or below the top level a short sentence with a cue."""
    style, number = _enumeration(match)
    begin, at = match.start(), match.end()
    declared = _declared(text, at, titles)
    if declared is not None and (declared.ends_a_word or (declared.is_long and style <= Style.CHINESE)):
        return Candidate(begin, declared.end, style, number, declared.role, Match.TITLE, inline=True)
    head = _INLINE_HEAD.match(text, at)
    if style is not Style.BRACKETED or head is None:
        return None
    role = titles.by_cues(squeezed(head[0]))
    return Candidate(begin, head.end(), style, number, role, Match.CUE if role else Match.NONE, inline=True)


def _enumeration(match: re.Match[str]) -> tuple[Style, int | None]:
    groups = match.groupdict()
    for name, style in _STYLES:
        if digits := groups.get(name):
            value = int(digits) if digits.isdigit() else parse_numeral(digits)
            return style, None if value is None else int(value)
    return Style.NONE, None


@dataclass(frozen=True, slots=True)
class _Declared:
    """A declared title with which a text begins."""

    end: int
    role: str | None
    ends_a_word: bool
    is_long: bool


def _declared(text: str, at: int, titles: Titles) -> _Declared | None:
    """The longest declared title that begins at `at`."""
    title = titles.beginning(squeezed(text[at : at + _WINDOW]))
    if title is None:
        return None
    end = _behind(text, at, len(title))
    return _Declared(end, titles[title], not text[end : end + 1].isalpha(), len(title) >= _SURE_LENGTH)


def _behind(text: str, at: int, count: int) -> int:
    """The offset behind the next `count` characters that are not ignored."""
    while count:
        if ignored := IGNORED.match(text, at):
            at = ignored.end()
        at += 1
        count -= 1
    return at


def _head_end(text: str, at: int) -> int:
    found = _HEAD_END.search(text, at, at + _WINDOW)
    return found.start() if found else min(len(text), at + _WINDOW)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
