"""Writes running text the way a browser would show it, and tells where each piece came to stand."""

from __future__ import annotations


class Canvas:
    """Collects text; white space collapses, a break waits until something follows it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._space = False
        self._break = False
        self._line_is_empty = True

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    @property
    def length(self) -> int:
        """The offset at which the next piece would stand, but for a space or break that waits."""
        return self._length

    def write(self, raw: str) -> tuple[int, int] | None:
        """Write the characters of a text node; where its visible ones stand, None if it has none."""
        words = raw.split()
        if not words:
            self._space = True
            return None
        if self._break:
            self._end_line()
        elif (self._space or raw[0].isspace()) and not self._line_is_empty:
            self._append(" ")
        start = self._length
        self._append(words[0] if len(words) == 1 else " ".join(words))
        self._line_is_empty = False
        self._space = raw[-1].isspace()
        return start, self._length

    def space(self) -> None:
        """Part what follows from what stands before it."""
        self._space = True

    def line(self) -> None:
        """Let what follows begin on a line of its own."""
        self._break = True

    def begin_row(self) -> None:
        """Begin a line now, so that a first cell without text has its place on it."""
        self._end_line()

    def separator(self) -> None:
        """The mark between two cells of a row."""
        self._append(" | ")
        self._space = False
        self._line_is_empty = True

    def _end_line(self) -> None:
        if self._length and self._parts[-1] != "\n":
            self._append("\n")
        self._break = self._space = False
        self._line_is_empty = True

    def _append(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)
