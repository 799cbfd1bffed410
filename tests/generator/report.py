"""A composed report before it is rendered: title, headings, paragraphs and filled tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from .bodies import Body
from .fill import Printed
from .ink import Ink
from .mistakes import Mistake
from .plan import Plan
from .prose import Teller
from .sheet import Sheet
from .values import World


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading; level 1 is a section."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of prose."""

    text: str


Block = Heading | Paragraph | Sheet


@dataclass
class Report:
    """A composed report before it is rendered.

    `title` may hold a line break. `printed` is what the tables print, by path; `teller` knows what
    the prose states. `lists` counts the problems and improvements it enumerates.
    """

    plan: Plan
    ink: Ink
    body: Body
    world: World
    teller: Teller
    title: str
    period: tuple[str, str] | None
    blocks: list[Block] = field(default_factory=list)
    printed: dict[str, Printed] = field(default_factory=dict)
    lists: dict[str, int] = field(default_factory=dict)
    mistake: Mistake | None = None
