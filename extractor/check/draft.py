"""A draft against earlier reports of its issuer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..declare import Schema
from ..errors import UsageError
from .finding import SeriesFinding
from .issuers import group
from .records import Record
from .series import check_series


def check_draft(
    drafts: Sequence[Record], earlier: Sequence[Record], schema: Schema
) -> Iterator[SeriesFinding]:
    """What does not add up between drafts and earlier reports.

    Where the earlier reports are of one issuer, it is that of the drafts, whatever these call it. Where
    they are of several, as a whole batch is, a draft is compared with those of its own issuer alone.
    Raises UsageError when there are none, or when the schema declares nothing over the years.
    """
    series = schema.series
    if series is None or len(_groups(earlier, schema)) <= 1:
        yield from check_series([*drafts, *earlier], schema, one_issuer=True)
        return
    own = set(map(id, drafts))
    together = [of_one for of_one in _groups([*drafts, *earlier], schema) if own & set(map(id, of_one))]
    met = [of_one for of_one in together if not own >= set(map(id, of_one))]
    alone = own - {id(record) for of_one in met for record in of_one}
    if alone:
        names = ", ".join(record.issuer or record.name for record in drafts if id(record) in alone)
        raise UsageError(
            f"none of the earlier reports is one of {names}; give those of this issuer alone, "
            "or tell issuers apart by a column (--by)"
        )
    for of_one in met:
        yield from check_series(of_one, schema, one_issuer=True)


def _groups(records: Sequence[Record], schema: Schema) -> list[list[Record]]:
    named = [record for record in records if record.issuer is not None or record.own is not None]
    return group(named, schema.series) if schema.series is not None else []
