"""Lines of text and the commands that show them: ideographs are square, ASCII is half as wide."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .marks import MARK

_TOKEN = re.compile(r"(?:[!-~]|[\U000f0000-\U0010fffd])+|.", re.DOTALL)


def wrap(text: str, width: float, size: float) -> list[str]:
    """The text in lines of at most this width; a number is broken only where it alone is too wide."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for token in _TOKEN.findall(part):
            pieces = token if advance(token, size) > width else [token]
            for piece in pieces:
                if line and advance(line + piece, size) > width:
                    lines.append(line)
                    line = ""
                line += piece
        lines.append(line)
    return [line for line in lines if line.strip()]


def advance(text: str, size: float) -> float:
    """The width of a text: half the size for ASCII, nothing for marks, the size for everything else."""
    return sum(size * (0.5 if c.isascii() else 0 if MARK.match(c) else 1) for c in text)


@dataclass(frozen=True, slots=True)
class Fonts:
    """The names of the font for ASCII and of that for the rest, and how a text is encoded for each."""

    ascii: str = "F1"
    other: str = "F2"
    ascii_codes: str = "ascii"
    flip: int = 0

    def codes(self, run: str) -> str:
        """The codes of a run in one font, in hexadecimal."""
        if run[0].isascii() and self.ascii_codes == "ascii":
            return run.encode("ascii").hex()
        return b"".join((ord(c) ^ self.flip).to_bytes(2, "big") for c in run).hex()


STANDARD = Fonts()
"""A Latin font in its own encoding and a Chinese one in UCS-2; neither is in the file."""


def show(
    text: str,
    x: float,
    y: float,
    size: float,
    fonts: Fonts = STANDARD,
    marks: dict[str, tuple[float, float]] | None = None,
) -> list[str]:
    """The commands that print a line, ASCII in one font and the rest in another.

    The marks in it are not printed; where they would be is added to `marks`.
    """
    commands: list[str] = []
    run = ""
    for character in [*text, ""]:
        is_mark = MARK.match(character) is not None
        if run and (not character or is_mark or character.isascii() != run[0].isascii()):
            font = fonts.ascii if run[0].isascii() else fonts.other
            commands.append(f"BT /{font} {size:.2f} Tf {x:.2f} {y:.2f} Td <{fonts.codes(run)}> Tj ET")
            x += advance(run, size)
            run = ""
        if is_mark and marks is not None:
            marks[character] = (x, y)
        run += "" if is_mark else character
    return commands
