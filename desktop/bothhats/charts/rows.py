"""Charts that have a row for each source or the like: the names at the left, eight rows and the others in one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bothhats.charts.drawing import Paper
from bothhats.charts.strokes import KIND_WORDS, hat_of, point
from bothhats.domain.pipeline import SourceKind
from bothhats.queries.scope import Ids
from bothhats.queries.source_groups import Source

MOST = 8
NOT_RECORDED = "not recorded"
Line = TypeVar("Line")


def name_of(name: str | None) -> str:
    """What has no name is not dropped."""
    return NOT_RECORDED if name is None else name


def folded(
    lines: Sequence[Line],
    size: Callable[[Line], int],
    is_blank: Callable[[Line], bool],
    merge: Callable[[Sequence[Line], str], Line],
) -> list[Line]:
    """The eight largest in their own order, the others as one line with a name for it, and what is not recorded."""
    if len(lines) <= MOST + 1:
        return list(lines)
    places = sorted(range(len(lines)), key=lambda place: -size(lines[place]))
    largest = [lines[place] for place in sorted(places[:MOST])]
    rest = [lines[place] for place in sorted(places[MOST:])]
    named = [line for line in largest if not is_blank(line)]
    return [*named, merge(rest, f"{len(rest)} others"), *largest[len(named) :]]


def others(words: str) -> Source:
    """What the folded ones are called."""
    return Source(-1, words, None)


def joined(groups: Sequence[Ids]) -> Ids:
    """Everybody in them."""
    return tuple(lead for ids in groups for lead in ids)


def shown_rows(count: int) -> int:
    """How many rows so many lines are drawn as."""
    return min(count, MOST + 1)


def name_room(paper: Paper, names: Sequence[str]) -> float:
    """Where the rows begin, right of their names."""
    longest = max((paper.text_width(name) for name in names), default=60.0)
    return min(200.0, paper.width * 0.26, longest + 20)


def draw_name(paper: Paper, name: str, y: float, height: float, room: float, *, is_first: bool) -> None:
    """The name of a row and the hairline above it."""
    if not is_first:
        paper.line(0, y, paper.width)
    paper.text(0, y + height / 2, paper.elided(name, room - 12))


def draw_head(paper: Paper, x: float, y: float, words: str, at: str = "left") -> None:
    """The head of a column."""
    paper.text(x, y, words, 12, colour=paper.colours.ink2, at=at)


def draw_kinds(paper: Paper, x: float, y: float, kinds: Sequence[SourceKind | None]) -> None:
    """The key of the kinds that are shown."""
    for kind, words in KIND_WORDS.items():
        if kind in kinds:
            point(paper, x + 6, y, kind)
            paper.text(x + 18, y, words, 12, colour=paper.colours.ink2)
            x += paper.text_width(words, 12) + 40


def colour_of(paper: Paper, kind: SourceKind | None) -> str:
    """The colour of the hat to which a source of this kind belongs."""
    return paper.colours.of(hat_of(kind))[0]
