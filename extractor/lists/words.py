"""What the words around an enumeration, and in its entries, say about the list it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..declare import Enumeration, Enumerations

_FIRST_SENTENCE = re.compile(r"[^。;:]*")
_HEADING = re.compile(r"[^。;:,\s]{2,30}")
LEAD = 200
"""How many characters before an enumeration say what it lists."""

OVERRULED = 0.6
"""By how much more of the entries must read like another list than the lead-in says."""


@dataclass(frozen=True)
class ListWords:
    """The compiled words of one list."""

    path: str
    roles: tuple[str, ...]
    cue: re.Pattern[str]
    opener: re.Pattern[str]
    sign: re.Pattern[str]
    series: re.Pattern[str] | None
    leads: re.Pattern[str] | None
    sole: re.Pattern[str] | None
    purpose: re.Pattern[str] | None
    turn: re.Pattern[str]
    nouns: re.Pattern[str]
    heading: re.Pattern[str]


@lru_cache(maxsize=8)
def compiled(lists: Enumerations) -> tuple[ListWords, ...]:
    """The words of all lists of a schema."""
    return tuple(_compile(each, lists.heading_words) for each in lists.lists)


def of_heading(text: str, lists: Sequence[ListWords]) -> list[ListWords]:
    """The lists that `text` is a mere heading of: 存在的主要问题 is, 公开意识不足 is not."""
    found = _HEADING.match(text)
    line = found.group() if found else ""
    return [words for words in lists if words.heading.fullmatch(line) and words.nouns.search(line)]


def of_run(lead: str, entries: Sequence[str], lists: Sequence[ListWords]) -> ListWords | None:
    """The list that an enumeration is, by the last cue in the text before it and by its entries.

    None when there is no cue and the entries read like none of the lists, or like several.
    """
    shares = [_share(words, entries) for words in lists]
    cues = [_last(words.cue, lead[-LEAD:]) for words in lists]
    likeliest = max(range(len(lists)), key=shares.__getitem__, default=None)
    if likeliest is None:
        return None
    if not any(cues):
        clear = shares[likeliest] >= 0.5 and shares.count(shares[likeliest]) == 1
        return lists[likeliest] if clear else None
    latest = max(range(len(lists)), key=lambda i: cues[i] or (-1, 0))
    if cues[likeliest] and shares[likeliest] >= shares[latest] + OVERRULED:
        return lists[likeliest]
    return lists[latest]


def _last(cue: re.Pattern[str], text: str) -> tuple[int, int] | None:
    """End and (negated) beginning of the last cue, so that of two that end together the longer is greater."""
    return max(((found.end(), -found.start()) for found in cue.finditer(text)), default=None)


def _share(words: ListWords, entries: Sequence[str]) -> float:
    """How many of the entries have a sign of the list in their first sentence."""
    firsts = (_FIRST_SENTENCE.match(re.sub(r"\s+", "", entry)) for entry in entries)
    return sum(bool(first and words.sign.search(first.group())) for first in firsts) / max(len(entries), 1)


def _compile(each: Enumeration, heading_words: tuple[str, ...]) -> ListWords:
    leads = "|".join(_escaped(each.series))
    nouns = "|".join(_escaped(each.heading_nouns))
    return ListWords(
        path=each.path,
        roles=each.roles,
        cue=re.compile("|".join(each.cues)),
        opener=re.compile(rf"(?<=[。;!?\n])\s*({'|'.join(each.openers)})"),
        sign=re.compile("|".join(each.signs)),
        series=re.compile(rf"(?<=[。;,:\s一-鿿])(?:{leads})[:,]?([^。;:\n]{{8,400}})") if leads else None,
        leads=_led(each.leads, "[^。\\n]{8,600}"),
        sole=_led(each.sole, "[^。;:\\n]{4,120}"),
        purpose=re.compile(rf"\s*(?:{'|'.join(each.purposes)})") if each.purposes else None,
        turn=re.compile(rf",\s*(?:{'|'.join(each.openers)})"),
        nouns=re.compile(nouns),
        heading=re.compile(rf"(?:{'|'.join(_escaped((*heading_words, *each.heading_nouns)))}|20\d\d年度?)+"),
    )


def _led(leads: Sequence[str], entries: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{'|'.join(leads)})({entries})") if leads else None


def _escaped(words: Iterable[str]) -> list[str]:
    """The words as regular expressions, the longest first."""
    return sorted(map(re.escape, words), key=len, reverse=True)
