"""k of n, honestly: a rate with its 95 % interval, and no percentage where n is too small."""

import math
from dataclasses import dataclass
from enum import StrEnum

Z = 1.959964
LEAST = 5


class Comparison(StrEnum):
    """What may be said about two groups."""

    DIFFER = "differ"
    TOO_CLOSE = "too close to call"
    TOO_FEW = "too few to tell"


@dataclass(frozen=True, slots=True)
class Proportion:
    """`k` of `n`; rate and bounds are fractions, None where n is 0."""

    k: int
    n: int

    @property
    def rate(self) -> float | None:
        """k/n; for people only from n = 5 on (`has_percent`)."""
        return self.k / self.n if self.n else None

    @property
    def low(self) -> float | None:
        """The lower bound of the Wilson score interval."""
        bounds = self._bounds()
        return bounds[0] if bounds else None

    @property
    def high(self) -> float | None:
        """The upper bound of the Wilson score interval."""
        bounds = self._bounds()
        return bounds[1] if bounds else None

    @property
    def has_percent(self) -> bool:
        """Whether n is large enough to show people a percentage."""
        return self.n >= LEAST

    @property
    def percent(self) -> str:
        """`40 %`, and below n = 5 nothing."""
        return _percent(self.k / self.n) if self.has_percent else ""

    @property
    def told(self) -> str:
        """`12 of 30 (40 %)`, and below n = 5 only `2 of 3`."""
        counted = f"{self.k} of {self.n}"
        return f"{counted} ({_percent(self.k / self.n)})" if self.has_percent else counted

    @property
    def told_with_range(self) -> str:
        """`12 of 30 (40 %, between 25 % and 58 %)`, and below n = 5 only `2 of 3`."""
        bounds = self._bounds()
        if bounds is None or not self.has_percent:
            return self.told
        low, high = bounds
        return f"{self.k} of {self.n} ({_percent(self.k / self.n)}, between {_percent(low)} and {_percent(high)})"

    def _bounds(self) -> tuple[float, float] | None:
        if not self.n:
            return None
        rate, spread = self.k / self.n, Z * Z / self.n
        middle = (rate + spread / 2) / (1 + spread)
        reach = Z / (1 + spread) * math.sqrt(rate * (1 - rate) / self.n + spread / (4 * self.n))
        low = 0.0 if self.k == 0 else max(0.0, middle - reach)
        high = 1.0 if self.k == self.n else min(1.0, middle + reach)
        return low, high


def differ(first: Proportion, second: Proportion) -> Comparison:
    """Two groups differ only if their intervals do not overlap."""
    if not (first.has_percent and second.has_percent):
        return Comparison.TOO_FEW
    lower, higher = sorted((first, second), key=lambda group: group.k / group.n)
    assert lower.high is not None
    assert higher.low is not None
    return Comparison.DIFFER if lower.high < higher.low else Comparison.TOO_CLOSE


def _percent(share: float) -> str:
    return f"{math.floor(share * 100 + 0.5)} %"
