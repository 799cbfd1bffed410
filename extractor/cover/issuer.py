"""Whose report it is: the body that the title names, or else one that sentences of the opening name."""

from __future__ import annotations

from dataclasses import dataclass

from ..declare import Cover
from .flat import Flat
from .names import body_in, names_a_place
from .title import Title, issuer_of

PLACE_ONLY = "place_only"
"""Flag: the place alone is named (四川省2018年…报告), and its government is meant."""

_SHORTEST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Issuer:
    """`flat.text[start:end]` names the issuer; `flags` say what is doubtful about it."""

    start: int
    end: int
    flags: frozenset[str] = frozenset()


def find_issuer(
    flat: Flat,
    cover: Cover,
    title: Title | None,
    announced: tuple[int, int] | None,
    author: tuple[int, int] | None,
) -> Issuer | None:
    """The issuer by the title, the name in the sentence that announces the report, or its author's name.

    A title may name a place alone. Then the author is the issuer if it is the government of the place
    (白塔镇2012年…报告, 由白塔镇政府编制) or, in conflict with the title, a department; an office that writes
    for the government leaves the place.
    """
    if title is not None and (body := issuer_of(title, flat, cover)):
        return Issuer(*body)
    named = title.name if title and title.name and names_a_place(flat.text, *title.name) else announced
    if named is None:
        return _by_author(flat, cover, author) if author else None
    if not names_a_place(flat.text, *named):
        return Issuer(*named)
    completed = _completed(flat.text, named, author, cover) if author else None
    if completed is None and announced and _behind(*_words(flat.text, named, announced)) in cover.governments:
        return Issuer(*announced)
    return completed or _place(named)


def _by_author(flat: Flat, cover: Cover, author: tuple[int, int]) -> Issuer:
    """The author that no title confirms; an office of a government may write for the government."""
    name = flat.text[slice(*author)]
    if names_a_place(flat.text, *author):
        return _place(author)
    if name.endswith(cover.author_offices):
        return Issuer(*author, frozenset({"ambiguous"}))
    return Issuer(*author)


def _completed(text: str, place: tuple[int, int], author: tuple[int, int], cover: Cover) -> Issuer | None:
    """The author, if it is more than an office of the place."""
    rest = _behind(*_words(text, place, author))
    if not rest or body_in(text, *author, cover) is None:
        return None
    if rest in cover.governments:
        return Issuer(*author)
    if any(word in rest for word in cover.author_services):
        return None
    return Issuer(*author, frozenset({"conflict"}))


def _words(text: str, first: tuple[int, int], second: tuple[int, int]) -> tuple[str, str]:
    return text[slice(*first)], text[slice(*second)]


def _behind(place: str, author: str) -> str | None:
    """What the author's name adds to the place, whose name it has at least the end of; else None."""
    for start in range(len(place) - _SHORTEST_SHARED + 1):
        at = author.find(place[start:])
        if at >= 0:
            return author[at + len(place) - start :]
    return None


def _place(name: tuple[int, int]) -> Issuer:
    return Issuer(*name, frozenset({PLACE_ONLY}))
