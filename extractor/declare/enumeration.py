"""Lists that a report enumerates in running text, as data: problems, measures."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from .load import read_toml


@dataclass(frozen=True, slots=True)
class Enumeration:
    """One list: the field that holds it, and the words that tell its entries from those of other lists.

    All texts are simplified Chinese, half width. `path` is the field; `roles` the sections it stands in.
    `cues`, `openers` and `signs` are regular expressions: the last cue before an enumeration says which
    list it is; a sentence that begins with an opener ends the list before it; an entry whose first
    sentence has a sign reads like one of this list. `heading_nouns` are the words one of which a
    heading of this list alone must hold (问题 in 存在的主要问题).
    `series` introduce entries that are only joined by 、 (如甲有待提高、乙不够深入等); every one of these
    must have a sign. `leads` (regular expressions) introduce entries that semicolons part, `sole` the one
    entry of a list that has no other (存在的主要问题是内容不够全面). Where there are `purposes`, every other
    clause of a sole entry must begin with one (下一步将充实内容,确保及时): it tells a purpose.
    """

    path: str
    roles: tuple[str, ...]
    cues: tuple[str, ...]
    openers: tuple[str, ...]
    signs: tuple[str, ...]
    heading_nouns: tuple[str, ...]
    series: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    sole: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Enumerations:
    """The lists of a schema; `heading_words` are what their headings consist of beside the nouns."""

    lists: tuple[Enumeration, ...] = ()
    heading_words: tuple[str, ...] = ()

    def paths(self) -> tuple[str, ...]:
        """Every field that holds a list."""
        return tuple(each.path for each in self.lists)


def load_enumerations(file: Traversable) -> Enumerations:
    """The lists from TOML: `heading_words`, and `[[list]]` entries with the fields of `Enumeration`."""
    data = read_toml(file)
    return Enumerations(
        lists=tuple(
            Enumeration(
                path=entry["path"],
                roles=tuple(entry["roles"]),
                cues=tuple(entry["cues"]),
                openers=tuple(entry["openers"]),
                signs=tuple(entry["signs"]),
                heading_nouns=tuple(entry["heading_nouns"]),
                series=tuple(entry.get("series", ())),
                leads=tuple(entry.get("leads", ())),
                sole=tuple(entry.get("sole", ())),
                purposes=tuple(entry.get("purposes", ())),
            )
            for entry in data["list"]
        ),
        heading_words=tuple(data["heading_words"]),
    )
