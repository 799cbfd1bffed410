"""Boxes on a page, in points from its upper left corner, as it is displayed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle, across and down."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
"""The box of what is not printed."""


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of these, of which there is at least one."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


class Transform(NamedTuple):
    """An affine map: `x' = a x + c y + e`, `y' = b x + d y + f`."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Where a rectangle comes to stand, for maps that turn by right angles."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def after(self, inner: Transform) -> Transform:
        """The map that applies `inner` first."""
        a, b = self.a * inner.a + self.c * inner.b, self.b * inner.a + self.d * inner.b
        c, d = self.a * inner.c + self.c * inner.d, self.b * inner.c + self.d * inner.d
        e, f = self.point(inner.e, inner.f)
        return Transform(a, b, c, d, e, f)


class Glyph(NamedTuple):
    """A character where it is printed; U+FFFD for one whose meaning the file does not tell.

    `spaced` says that a space is printed before it. White space is no glyph of its own.
    """

    character: str
    box: Box
    spaced: bool = False


class Ruling(NamedTuple):
    """A straight line along a side of the page: at `at`, from `start` to `end`."""

    vertical: bool
    at: float
    start: float
    end: float
