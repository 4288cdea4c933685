"""Executors for tests: at once, and by hand, where the test holds the handle. Both on the window's thread."""

from collections import deque
from collections.abc import Callable


class AtOnce:
    """Work is done while it is handed over."""

    def submit(self, work: Callable[[], None], /) -> None:
        work()

    def shutdown(self) -> None:
        """Nothing is left to do."""


class ByHand:
    """Work waits until the test turns the handle."""

    def __init__(self) -> None:
        self.waiting: deque[Callable[[], None]] = deque()

    def submit(self, work: Callable[[], None], /) -> None:
        self.waiting.append(work)

    def turn(self, times: int = 0) -> None:
        """Do so much of what waits; all of it, and what comes of it, unless told how much."""
        done = 0
        while self.waiting and (not times or done < times):
            self.waiting.popleft()()
            done += 1

    def shutdown(self) -> None:
        """What waits is done, as a real pool would."""
        self.turn()
