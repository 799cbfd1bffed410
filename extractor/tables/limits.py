"""What is too much to be a table of a report, and how a reader is told that it was not read as one.

A report has some hundred cells, and a file of many reports some ten thousand between sentences. What goes
beyond these limits is left out as a whole, since half a table may be read wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..values import Finding, Severity
from ..views import View

MOST_PIECES = 200_000
"""So many cells and lines of a document are looked at: those of some hundred reports."""

LONGEST_ZONE = 20_000
"""No table has so many cells without a sentence between."""

LONGEST_LINE = 200_000
"""A longer line, in characters, is not parted into cells."""

_QUOTED = 40
_TOLD = 10
"""So many places are told one by one."""


def findings_of_limits(unread: Iterable[int], view: View) -> Iterator[Finding]:
    """A warning for each place of the view's text from which on something was not read as a table."""
    places = sorted(unread)
    for place in places[:_TOLD]:
        yield Finding(
            rule="table.too_long",
            severity=Severity.WARNING,
            message=(
                "此处起的内容过长,不像报告的表格,未按表格读取;请检查文件 / what begins here is too long "
                "for a table of a report and was not read as one; check the file"
            ),
            spans=(view.span(place, min(place + _QUOTED, len(view.text))),),
        )
    if len(places) > _TOLD:
        more = len(places) - _TOLD
        yield Finding(
            rule="table.too_long",
            severity=Severity.WARNING,
            message=f"另有{more}处过长,未按表格读取 / {more} more places are too long to be read as tables",
        )
