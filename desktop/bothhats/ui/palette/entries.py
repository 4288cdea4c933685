"""What the palette offers for what is typed: people, commands, places and settings, what the owner has named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from bothhats.charts.catalogue import CHARTS
from bothhats.domain.lead import LeadRow
from bothhats.domain.wording import MONTHS, near_date
from bothhats.queries.palette import Thing, month_of, people, people_called, things
from bothhats.queries.views import saved_views
from bothhats.ui.commands import COMMANDS
from bothhats.ui.context import Context
from bothhats.ui.menus import key_text, plain_words
from bothhats.ui.palette.matching import fit

MOST = 8
_ICONS = {
    "objection": "shield-question-mark",
    "question": "message-circle-question-mark",
    "claim": "sparkles",
    "asset": "file-text",
    "review": "notebook-pen",
}
_PARTS = {"objection": "objections", "question": "objections", "claim": "claims", "asset": "content"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: `id` names it ("command:lead.add", "person:12"), `off` says why it cannot be done now."""

    id: str
    words: str
    beside: str = ""
    icon: str = ""
    hat: str = ""
    off: str = ""

    @property
    def kind(self) -> str:
        """person, command, part, chart, view, review or add."""
        return self.id.partition(":")[0]

    @property
    def about(self) -> str:
        """What stands behind the kind: an id, a part of the Playbook, a chart, a month, the typed line."""
        return self.id.partition(":")[2]


class Entries:
    """`why_off` says of a command why it is off, or ''."""

    def __init__(self, context: Context, why_off: Callable[[str], str]) -> None:
        self._reader, self._today = context.workspace.reader, context.today()
        self._commands = [
            Entry(
                f"command:{command.id}",
                plain_words(command).rstrip("…"),
                why_off(command.id) or key_text(command),
                command.icon,
                off=why_off(command.id),
            )
            for command in COMMANDS
            if command.id != "go.palette"
        ]
        views = [_view(view.id, view.name) for view in saved_views(self._reader)]
        self._things = [*views, *_parts(), *_charts(), *(self._thing(thing) for thing in things(self._reader))]

    def found(self, typed: str, used: Sequence[str]) -> list[Entry]:
        """The best eight; for nothing typed those used last."""
        sign, rest = typed[:1], typed[1:].strip()
        if sign == "+":
            return [_adding(rest)] if rest else []
        if sign == ">":
            return _best([(entry, fit(entry.words, rest)) for entry in self._commands])
        if sign == "@":
            return self._people(rest)
        if not typed.strip():
            return self._used(used)
        people = [(entry, _people_fit(entry, typed)) for entry in self._people(typed)]
        others = [(entry, fit(entry.words, typed)) for entry in (*self._commands, *self._things)]
        return _best([*people, *others]) or [_adding(typed.strip())]

    def _people(self, typed: str) -> list[Entry]:
        return [self._person(row) for row in people_called(self._reader, typed, MOST)]

    def _used(self, used: Sequence[str]) -> list[Entry]:
        known = {entry.id: entry for entry in (*self._commands, *self._things)}
        ids = [int(each.partition(":")[2]) for each in used if each.startswith("person:")]
        known |= {entry.id: entry for entry in map(self._person, people(self._reader, ids))}
        return [known[each] for each in used if each in known]

    def _person(self, row: LeadRow) -> Entry:
        who = ", ".join(text for text in (row.name, row.company if row.company != row.name else "") if text)
        if row.outcome:
            standing = _tr(str(row.outcome).replace("_", " "))
        else:
            standing = ", ".join(text for text in (row.stage_name, _when(row.follow_up_on, self._today)) if text)
        return Entry(f"person:{row.id}", who, standing, hat=row.hat.value)

    def _thing(self, thing: Thing) -> Entry:
        if thing.kind == "review":
            month = month_of(thing)
            words = _tr("Review of {month}").format(month=f"{MONTHS[month.month - 1]} {month.year}")
            return Entry(f"review:{thing.id}", words, _tr("review"), _ICONS["review"])
        return Entry(f"part:{_PARTS[thing.kind]}:{thing.id}", thing.text, _tr(thing.kind), _ICONS[thing.kind])


def _view(view_id: int, name: str) -> Entry:
    return Entry(f"view:{view_id}", name, _tr("view"), "bookmark")


def _parts() -> list[Entry]:
    """The parts of the Playbook."""
    playbook = _tr("Playbook")
    return [
        Entry(f"part:{part}", words, playbook, icon)
        for part, words, icon in (
            ("definition", _tr("Definition of a good lead"), "target"),
            ("stages", _tr("Stages and reasons"), "square-kanban"),
            ("claims", _tr("Claims"), "sparkles"),
            ("objections", _tr("Objections and questions"), "message-circle-question-mark"),
            ("content", _tr("Content"), "file-text"),
            ("sources", _tr("Sources"), "signpost"),
            ("campaigns", _tr("Campaigns and spend"), "megaphone"),
            ("goals", _tr("Goals"), "flag"),
        )
    ]


def _charts() -> list[Entry]:
    """Every chart of Insights."""
    words, insights = _tr("Chart: {title}"), _tr("Insights")
    return [
        Entry(f"chart:{chart.id}", words.format(title=chart.title), insights, "chart-column-big") for chart in CHARTS
    ]


def _people_fit(entry: Entry, typed: str) -> int:
    found = fit(entry.words, typed)
    return 1 if found is None else found


def _best(entries: Iterable[tuple[Entry, int | None]]) -> list[Entry]:
    fitting = [(rank, bool(entry.off), place, entry) for place, (entry, rank) in enumerate(entries) if rank is not None]
    return [each[-1] for each in sorted(fitting, key=lambda each: each[:3])][:MOST]


def _adding(line: str) -> Entry:
    return Entry(f"add:{line}", _tr("Add “{line}” as a lead").format(line=line), "", "user-round-plus")


def _when(day: date | None, today: date) -> str:
    return near_date(day, today) if day else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Palette", words)
