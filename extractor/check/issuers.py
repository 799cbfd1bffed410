"""Which records are of one issuer: by its name and the code of its place, or by what the user says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ..declare import Series
from ..views import reading_view
from .records import Record

Key = tuple[str, str]
"""Code (or ""), name without its places."""

_NO_NAME = re.compile(r"[\W_]+")


def group(records: Iterable[Record], series: Series) -> list[list[Record]]:
    """The records of each issuer, in the order in which issuers first occur.

    Records must have an issuer or an `own` identity. One without a code joins the issuer of the same
    full name if there is only one: `区财政局` alone could be that of any district.
    """
    groups: dict[Key, list[Record]] = {}
    loose: list[Record] = []
    by_full_name: dict[str, set[Key]] = defaultdict(set)
    for record in records:
        if record.own is None and record.code is None:
            loose.append(record)
            continue
        key = ("", f"={record.own}") if record.own is not None else (record.code or "", short(record, series))
        groups.setdefault(key, []).append(record)
        by_full_name[full(record)].add(key)
    for record in loose:
        known = by_full_name[full(record)]
        key = next(iter(known)) if len(known) == 1 else ("", full(record))
        groups.setdefault(key, []).append(record)
    return list(groups.values())


def full(record: Record) -> str:
    """The issuer's name in simplified characters, without spaces and punctuation."""
    return _plain(record.issuer or "")


def short(record: Record, series: Series) -> str:
    """The issuer's name without the names of its places: `财政局` for `淮安市洪泽区财政局`.

    A place or town alone is its government: 洪泽区 is 洪泽区人民政府, 黄集街道 is 黄集街道办事处.
    """
    name = full(record)
    for place in map(_plain, record.places):
        name = name.removeprefix(place)
    if not name:
        return series.government
    for end in series.town_offices:
        if name.removesuffix(end).endswith(series.towns):
            name = name.removesuffix(end)
            break
    for start in series.starts:
        if name.startswith(start) and len(name) > len(start) + 1:
            name = name.removeprefix(start)
            break
    return series.same_names.get(name, name)


def _plain(name: str) -> str:
    return _NO_NAME.sub("", reading_view(name).text)
