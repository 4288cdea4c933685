"""Claims, promised against heard: a mark for each person, or a bar where there are many."""

from collections.abc import Sequence

from bothhats.charts.drawing import ChartColours, ChartTable, Drawing, Paper
from bothhats.charts.month_axis import month_words
from bothhats.charts.strokes import cross, disc, outline
from bothhats.domain.proportion import LEAST
from bothhats.domain.wording import counted, told
from bothhats.queries.claims_heard import ClaimLine, ClaimsHeard
from bothhats.queries.scope import Ids

ROW, TOP, FOOT, MARK = 32, 6, 36, 11
SLOT = MARK + 3
MOST_MARKS, BRIEF_ROWS = 24, 6
PARTS = ("landed", "doubted", "not wanted", "never came up")


def claims_height(claims: ClaimsHeard) -> int:
    """How high the chart wants to be."""
    return TOP + len(claims.lines) * ROW + FOOT if claims.lines else 48


def brief_height(claims: ClaimsHeard) -> int:
    """The same of its first rows."""
    return TOP + min(len(claims.lines), BRIEF_ROWS) * 26 + FOOT if claims.lines else 48


def claims_sentence(claims: ClaimsHeard) -> str:
    """How many said something to a claim, which landed most, and which never came up."""
    if not claims.lines:
        return "Marketing made no claim in this period."
    n = len(claims.talked)
    if not n and not any(map(_heard, claims.lines)):
        return f"{counted(len(claims.lines), 'claim')}, and no conversation in this period."
    few = "Too few to tell: " if n < LEAST else ""
    best = claims.lines[0]
    silent = sum(not _heard(line) for line in claims.lines)
    landed = (
        f"“{best.text}” landed with {told(len(best.landed), 'person', 'people')}"
        if best.landed
        else f"{'n' if few else 'N'}o claim landed"
    )
    never = f"; {told(silent, 'claim')} never came up" if silent else ""
    return f"{few}{landed}, from {counted(n, 'lead')} with a conversation{never}."


def brief_sentence(claims: ClaimsHeard) -> str:
    """From how many people."""
    people = {lead for line in claims.lines for ids in _parts(line)[:3] for lead in ids}
    return f"Heard from {told(len(people), 'person', 'people')}." if claims.lines else claims_sentence(claims)


def claims_table(claims: ClaimsHeard) -> ChartTable:
    """The chart's numbers; month by month landed / doubted / not wanted."""
    months = tuple(month_words(month) for month in claims.months) if len(claims.months) > 1 else ()
    rows = tuple(
        (
            line.text,
            *(str(len(ids)) for ids in _parts(line)),
            *(" / ".join(map(str, each)) if any(each) else "–" for each in line.by_month[: len(months)]),
        )
        for line in claims.lines
    )
    return ChartTable(("Claim", "Landed", "Doubted", "Not wanted", "Never came up", *months), rows)


def draw_claims(claims: ClaimsHeard, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """A row a claim."""
    return _drawn(claims.lines, Paper(width, claims_height(claims), colours, families), ROW)


def draw_brief(claims: ClaimsHeard, width: int, colours: ChartColours, families: Sequence[str]) -> Drawing:
    """The claims that landed most."""
    return _drawn(claims.lines[:BRIEF_ROWS], Paper(width, brief_height(claims), colours, families), 26)


def _drawn(lines: Sequence[ClaimLine], paper: Paper, row: float) -> Drawing:
    if not lines:
        paper.text(0, 20, "No claim in this period.", colour=paper.colours.ink2)
        return paper.drawing()
    is_brief = paper.width < 500
    left = min(paper.width * 0.43, max(paper.text_width(line.text) for line in lines) + 18)
    words_room = 0.0 if is_brief else max(paper.text_width(_words(line), 12) for line in lines) + 16
    for place, line in enumerate(lines):
        y = TOP + place * row
        if place and not is_brief:
            paper.line(0, y, paper.width)
        paper.text(0, y + row / 2, paper.elided(line.text, left - 12))
        _marks(paper, line, (left, y + row / 2, paper.width - left - words_room))
        if not is_brief:
            paper.text(paper.width, y + row / 2, _words(line), 12, colour=paper.colours.ink2, at="right")
        heard = tuple(dict.fromkeys(lead for ids in _parts(line)[:3] for lead in ids))
        paper.mark(
            (0, y, paper.width, row), f"{line.text}: {_words(line)}, never came up with {len(line.never)}", heard
        )
    _key(paper, left if not is_brief else 0, TOP + len(lines) * row + 20)
    return paper.drawing()


def _marks(paper: Paper, line: ClaimLine, box: tuple[float, float, float]) -> None:
    """One mark a person while they fit, else a bar of the same parts."""
    x, y, room = box
    parts = _parts(line)
    count = sum(len(ids) for ids in parts)
    if count > MOST_MARKS or count * SLOT > room:
        unit = room / max(count, 1)
        colours = (paper.colours.sal, paper.colours.sal_wash, paper.colours.ink, paper.colours.line)
        for ids, colour in zip(parts, colours, strict=True):
            if ids and colour == paper.colours.sal_wash:
                outline(paper, (x + 0.6, y - 5.4, len(ids) * unit - 1.2, 10.8), paper.colours.sal, colour)
            else:
                paper.bar(x, y - 6, len(ids) * unit, 12, colour, is_round=False)
            words = paper.fitting(len(ids) * unit - 6, f"{len(ids)}", size=11)
            on_dark = colour in (paper.colours.sal, paper.colours.ink)
            if ids:
                paper.text(
                    x + len(ids) * unit / 2, y, words, 11, colour=paper.colours.card if on_dark else "", at="center"
                )
            x += len(ids) * unit
        return
    for part, ids in enumerate(parts):
        for _ in ids:
            _mark(paper, part, x + MARK / 2, y)
            x += SLOT


def _mark(paper: Paper, part: int, x: float, y: float) -> None:
    if part == 2:
        cross(paper, x, y, MARK - 1, paper.colours.ink)
    elif part == 3:
        disc(paper, x, y, 4, paper.colours.ink3)
    else:
        disc(paper, x, y, MARK, paper.colours.sal, is_ring=part == 1)


def _key(paper: Paper, x: float, y: float) -> None:
    names = PARTS if paper.width >= 420 else ("landed", "doubted", "not wanted", "never")
    room = paper.width - x - sum(paper.text_width(words, 12) + 15 for words in names)
    gap = 15 + min(19.0, room / (len(names) - 1))
    for part, words in enumerate(names):
        _mark(paper, part, x + MARK / 2, y)
        paper.text(x + 15, y, words, 12, colour=paper.colours.ink2)
        x += paper.text_width(words, 12) + gap


def _words(line: ClaimLine) -> str:
    if not _heard(line):
        return "never came up"
    return f"{len(line.landed)} landed, {len(line.doubted)} doubted, {len(line.not_wanted)} not wanted"


def _heard(line: ClaimLine) -> bool:
    return bool(line.landed or line.doubted or line.not_wanted)


def _parts(line: ClaimLine) -> tuple[Ids, Ids, Ids, Ids]:
    return line.landed, line.doubted, line.not_wanted, line.never
