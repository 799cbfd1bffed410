"""The little language in which sentences about a report's values are written.

In a template `<path>` is the value of a field, `<~path>` the value rounded with a word for it (近3000,
1200余), `[[words=path,path]]` words that say it is zero. `<part:path>` and `<rest:path>` divide a value
into two that add up, `<share:path/path>` is a percentage of two values; these and `<#low-high>`, any
number, state nothing. `{year}`, `{last}`, `{whole}`, `{own}` are the obvious, `{a|b|c}` is one of the
three. A fact is told only where its first value is not zero, or where all its words of zero are true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

VALUE = re.compile(r"<(~?)([a-z][a-z_.]*)>")
PART = re.compile(r"<(part|rest):([a-z][a-z_.]*)>")
SHARE = re.compile(r"<share:([a-z_.]+)/([a-z_.]+)>")
ZERO = re.compile(r"\[\[([^=\]]+)=([^\]]+)\]\]")
CHOICE = re.compile(r"\{([^{}|]*(?:\|[^{}|]*)+)\}")
ANY_NUMBER = re.compile(r"<#(\d+)-(\d+)>")


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence. `implies` maps paths that a reader may conclude to the path whose value they have."""

    text: str
    implies: dict[str, str] = field(default_factory=dict)

    @property
    def paths(self) -> list[str]:
        """The fields it states, in order."""
        return [*(path for _, path in VALUE.findall(self.text)), *self.zeros]

    @property
    def rounded(self) -> set[str]:
        """The fields whose values it gives only roughly."""
        return {path for mark, path in VALUE.findall(self.text) if mark}

    @property
    def zeros(self) -> list[str]:
        """The fields that it says are zero."""
        return [path for match in ZERO.finditer(self.text) for path in match.group(2).split(",")]


def facts(*texts: str) -> tuple[Fact, ...]:
    """Alternatives that say the same in other words."""
    return tuple(Fact(text) for text in texts)
