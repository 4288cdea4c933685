"""Where the owner has been, for back and forward."""


class Visited:
    """A line of places with a point on it."""

    def __init__(self) -> None:
        self._places: list[str] = []
        self._at = -1

    @property
    def here(self) -> str:
        """The place now, or ''."""
        return self._places[self._at] if self._places else ""

    def go(self, place: str) -> None:
        """Somewhere else; what was ahead is forgotten."""
        if place != self.here:
            del self._places[self._at + 1 :]
            self._places.append(place)
            self._at += 1

    def back(self) -> str:
        """The place before, or '' at the first one."""
        return self._step(-1)

    def forward(self) -> str:
        """The place after, or '' at the last one."""
        return self._step(1)

    def _step(self, step: int) -> str:
        if not 0 <= self._at + step < len(self._places):
            return ""
        self._at += step
        return self.here
