"""Readings in pinyin that some copies set behind characters: `數(shù)據`."""

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
