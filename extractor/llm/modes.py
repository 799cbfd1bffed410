"""The way of asking that an endpoint supports: found once, then kept."""

from __future__ import annotations

from ..errors import ModelError
from .options import Mode, ModelOptions

ORDER = (Mode.JSON_SCHEMA, Mode.TOOLS, Mode.JSON)


class ModeChoice:
    """The mode in use: the one that was asked for, or the first that the endpoint does not refuse."""

    def __init__(self, options: ModelOptions) -> None:
        self._options = options
        self._left = [options.mode] if options.mode is not None else list(ORDER)
        self._refused: list[tuple[Mode, str]] = []

    @property
    def current(self) -> Mode:
        """The mode that requests are made in."""
        return self._left[0]

    def refuse(self, mode: Mode, said: str) -> None:
        """Go on to the next mode; ModelError when there is none.

        Requests under way at once may all report the same mode; only the first one counts.
        """
        if mode is not self.current:
            return
        self._refused.append((mode, said))
        if len(self._left) == 1:
            tried = "; ".join(f"{mode}: {said}" for mode, said in self._refused)
            hint = (
                "choose another --mode, or leave it out" if self._options.mode else "another model is needed"
            )
            raise ModelError(
                f"{self._options.endpoint} accepts none of the modes tried for {self._options.model!r} "
                f"({tried}); {hint}"
            )
        self._left.pop(0)
