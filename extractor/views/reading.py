"""The view that every reader starts from: half width, simplified characters, mainland vocabulary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from .residue import MARKED, glosses, lost_spaces
from .script import replace_characters, simplified
from .view import View

# Marks of direction and joining: they change how a text looks and nothing of what it says.
_UNSEEN = frozenset(
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063"
    "\u2064\u2066\u2067\u2068\u2069\ufe00\ufe01\ufe0e\ufe0f\ufeff"
)
_UNSEEN_RUN = re.compile(f"[{''.join(_UNSEEN)}]+")

# Enumerators that are one character: ㈠ ⑴ ⒈. Circled ones stay, or ①2023 would become 12023.
_ENUMERATORS = frozenset(map(chr, (*range(0x2474, 0x249C), *range(0x3220, 0x322A))))
_ENUMERATOR = re.compile(f"[{''.join(_ENUMERATORS)}]")

# Radicals that fonts of some programs give for the characters of the same shape; Unicode folds no others.
_RADICALS = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰",
        "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙",
        strict=True,
    )
)

# Digits that are no digits of a number (superscript, circled) and Roman numerals stay what they are.
_UNFOLDED = ("No", "Nl", "Lm")


def reading_view(text: str, vocabulary: Mapping[str, str] | None = None) -> View:
    """`text` with full-width forms folded, characters simplified, and converted words replaced.

    White space and line breaks stay; control characters become spaces, marks that cannot be seen and
    what copying added to the text are left out. The words of `vocabulary` (its keys in simplified
    characters) are replaced in texts in traditional script only; one that maps to itself protects what it
    covers.
    """
    characters = frozenset(text)
    folding = {c: new for c in characters if not c.isascii() or c < " " if (new := _folded(c)) != c}
    folded = replace_characters(text, folding)
    characters = characters - folding.keys() | frozenset(folding.values())
    simple, is_traditional = simplified(folded, characters)
    view = View.of(simple)
    if not characters.isdisjoint(_UNSEEN):
        view = view.replaced((m.start(), m.end(), "") for m in _UNSEEN_RUN.finditer(view.text))
    if not characters.isdisjoint(_ENUMERATORS):
        found = _ENUMERATOR.finditer(view.text)
        view = view.replaced((m.start(), m.end(), unicodedata.normalize("NFKC", m[0])) for m in found)
    if not characters.isdisjoint(MARKED):
        view = view.replaced(glosses(view.text))
    if "?" in characters:
        view = view.replaced(lost_spaces(view.text))
    if is_traditional and vocabulary:
        words = _words(tuple(vocabulary)).finditer(view.text)
        view = view.replaced(
            (m.start(), m.end(), vocabulary[m[0]]) for m in words if vocabulary[m[0]] != m[0]
        )
    return view


@cache
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Matches any of the words, the longest that fits."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


@cache
def _folded(character: str) -> str:
    """The character to read instead of this one, always exactly one."""
    if character in "\x0b\x0c\u2028\u2029":
        return "\n"
    category = unicodedata.category(character)
    if category == "Cc":
        return character if character in "\t\n\r\x85" else " "
    new = _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
    return new if len(new) == 1 and category not in _UNFOLDED else character
