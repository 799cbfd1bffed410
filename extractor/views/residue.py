"""What copying left in a text: readings in pinyin (`數(shù)據`), question marks in place of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

MARKED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ")
"""Vowels (and syllabic nasals) with a tone: no Chinese text has them but in a reading."""

_TONE = f"[{''.join(sorted(MARKED))}]"
_GLOSS = re.compile(rf"(?<=[㐀-鿿])\([a-zü]{{0,5}}{_TONE}[a-zü]{{0,4}}\)")


def glosses(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that leave out each reading of one syllable behind a character."""
    return ((match.start(), match.end(), "") for match in _GLOSS.finditer(text))


_LOST_SPACE = re.compile(r"(?m)^[ \t]*\?+|(?<=\|)[ \t]*\?+|(?<!\?)\?++(?=[ \t\r]*(?:$|\|))")
_LINE = re.compile(r"(?m)^.*\S.*$")

# So many lines, and such a share of all, begin or end in question marks where no one asks anything.
_LOST = 6
_LOST_SHARE = 0.2


def lost_spaces(text: str) -> Iterator[tuple[int, int, str]]:
    """The edits that leave out question marks at the edges of lines and cells.

    Spaces that an encoding lacks become question marks: `规章?`, `??一、总体情况`. Few are left alone.
    """
    found = list(_LOST_SPACE.finditer(text))
    if len(found) >= _LOST and len(found) >= _LOST_SHARE * len(_LINE.findall(text)):
        yield from ((match.start(), match.end(), "") for match in found)
