"""Two versions of the definition of a good lead side by side: what stayed, was reworded, came and went. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from bothhats.domain.good_lead import Criterion
from bothhats.domain.name_matching import folded
from bothhats.domain.pipeline import Step

ALIKE = 0.5  # the share of two texts that must agree for one to be the other's new words


class Mark(StrEnum):
    """What became of a criterion."""

    SAME = "same"
    WEIGHED = "weighed"  # the words stayed; kind or must has changed
    MOVED = "moved"  # the words stayed, in the other step
    REWORDED = "reworded"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Compared:
    """A criterion as it was and as it is; one of both is None where it came or went."""

    old: Criterion | None
    new: Criterion | None
    mark: Mark

    @property
    def step(self) -> Step:
        """Where it stands now, or stood."""
        criterion = self.new or self.old
        assert criterion is not None
        return criterion.step


def compare(old: Sequence[Criterion], new: Sequence[Criterion]) -> list[Compared]:
    """In the order of the new version, the dropped ones last; each criterion of both stands in it once."""
    left = list(old)
    found: dict[int, Compared] = {}
    for matches in (_same_place, _same_words, _alike):
        for place, criterion in enumerate(new):
            partner = matches(criterion, left) if place not in found else None
            if partner is not None:
                left.remove(partner)
                found[place] = Compared(partner, criterion, _mark(partner, criterion))
    rows = [found.get(place) or Compared(None, each, Mark.ADDED) for place, each in enumerate(new)]
    return [*rows, *(Compared(each, None, Mark.DROPPED) for each in left)]


def _same_place(criterion: Criterion, left: Sequence[Criterion]) -> Criterion | None:
    return _same_words(criterion, [each for each in left if each.step == criterion.step])


def _same_words(criterion: Criterion, left: Sequence[Criterion]) -> Criterion | None:
    return next((each for each in left if folded(each.text) == folded(criterion.text)), None)


def _alike(criterion: Criterion, left: Sequence[Criterion]) -> Criterion | None:
    def share(other: Criterion) -> float:
        return SequenceMatcher(None, folded(other.text), folded(criterion.text)).ratio()

    likely = [each for each in left if each.step == criterion.step and share(each) >= ALIKE]
    return max(likely, key=share, default=None)


def _mark(old: Criterion, new: Criterion) -> Mark:
    if folded(old.text) != folded(new.text):
        return Mark.REWORDED
    if old.step != new.step:
        return Mark.MOVED
    return Mark.SAME if replace(old, id=0, text=new.text) == replace(new, id=0) else Mark.WEIGHED
