"""Everything that Today shows, in one answer; it is part of the first paint, so it is quick."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bothhats.domain.follow_up import Standing
from bothhats.domain.pipeline import Hat
from bothhats.domain.proportion import Proportion
from bothhats.queries.settings import Settings, read_settings
from bothhats.queries.today_due import Commitments, LookDue, ReviewDue, commitments, look_due, review_due
from bothhats.queries.today_marketing import NewLead, Unanswered, to_judge, unanswered
from bothhats.queries.today_running import Running, running
from bothhats.queries.today_sales import Done, Section, done_on, sections, week_of
from bothhats.queries.today_standing import Waiting, promise_kept_this_month, standings


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the strip: follow-ups agreed for it, follow-ups that slipped on it, promises that end on it."""

    day: date
    to_do: int = 0
    slipped: int = 0
    promises: int = 0


@dataclass(frozen=True, slots=True)
class Today:
    """Both columns, the strip, and what comes later: `planned` after this week, `parked` by the day they are back."""

    today: date
    settings: Settings
    sections: dict[Section, tuple[Waiting, ...]]
    sales_commitments: Commitments
    done: tuple[Done, ...]
    planned: tuple[Waiting, ...]
    parked: tuple[Waiting, ...]
    unanswered: tuple[Unanswered, ...]
    marketing_commitments: Commitments
    to_judge: tuple[NewLead, ...]
    running: tuple[Running, ...]
    review: ReviewDue | None
    look: LookDue | None
    week: tuple[WeekDay, ...]
    has_leads: bool
    promise_kept: Proportion

    @property
    def badge(self) -> int:
        """The one number of the app: slipped and for today."""
        return len(self.sections[Section.SLIPPED]) + len(self.sections[Section.TODAY])

    @property
    def people(self) -> int:
        """How many leads the sales column names, done ones apart."""
        return sum(len(leads) for leads in self.sections.values())

    @property
    def is_all_done(self) -> bool:
        """Whether nobody waits today; what is planned for later this week is not waiting."""
        waiting = (leads for section, leads in self.sections.items() if section != Section.LATER)
        return not any(waiting) and not self.sales_commitments.open


def today_answer(connection: sqlite3.Connection, today: date) -> Today:
    """What both hats have before them on a day."""
    settings = read_settings(connection)
    start = week_of(today, settings.week_start)
    end = start + timedelta(days=6)
    waiting = standings(connection, today, settings.promise_days)
    found = sections(waiting, end)
    shown = [each.lead_id for leads in found.values() for each in leads]
    planned = (each for each in waiting if each.due.standing == Standing.PLANNED)
    return Today(
        today,
        settings,
        found,
        commitments(connection, Hat.SALES),
        done_on(connection, today, shown),
        tuple(each for each in planned if each.due.on and each.due.on > end),
        tuple(each for each in waiting if each.due.standing == Standing.PARKED),
        unanswered(connection, today),
        commitments(connection, Hat.MARKETING),
        to_judge(connection, today),
        running(connection, today),
        review_due(connection, today, settings.review_by_day),
        look_due(connection, today, settings),
        week_days(waiting, start),
        has_leads(connection),
        promise_kept_this_month(connection, today, settings.promise_days),
    )


def has_leads(connection: sqlite3.Connection) -> bool:
    """Whether any lead was ever added, ended ones too."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM lead WHERE binned_at IS NULL)").fetchone()[0])


def badge_count(connection: sqlite3.Connection, today: date) -> int:
    """Slipped and for today, without the rest."""
    pressing = (Standing.SLIPPED, Standing.TODAY)
    waiting = standings(connection, today, read_settings(connection).promise_days)
    return sum(each.due.standing in pressing for each in waiting)


def week_days(waiting: Iterable[Waiting], start: date) -> tuple[WeekDay, ...]:
    """The seven days from `start` on with what is agreed for them."""
    counts = {start + timedelta(days=number): [0, 0, 0] for number in range(7)}
    for each in waiting:
        day = counts.get(each.due.on) if each.due.on else None
        if day is None:
            continue
        if each.due.standing == Standing.SLIPPED:
            day[1] += 1
        elif each.is_follow_up:
            day[0] += 1
        elif each.due.is_promise:
            day[2] += 1
    return tuple(WeekDay(day, *numbers) for day, numbers in counts.items())
