"""What can be done to leads from anywhere in the window: ask what is open, do it as one step, tell what went wrong."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from bothhats.domain.contact_links import mail_link, tel_link, web_link
from bothhats.domain.lead import Closing, Judging, LeadRow, Parking
from bothhats.domain.pipeline import Outcome, Stage, Step, Verdict
from bothhats.domain.problems import KnownProblem, Refused
from bothhats.domain.wording import counted
from bothhats.exchange.pasted import cards_apart
from bothhats.queries.criteria import checklist, verdict_now
from bothhats.queries.lead_rows import lead_rows
from bothhats.queries.lists import stages
from bothhats.ui.context import Context
from bothhats.ui.dialogs.drafts import Drafts
from bothhats.ui.dialogs.questions import Questions
from bothhats.ui.lead_upkeep import LeadUpkeep


class LeadActions(QObject):
    """Obeys the commands that are about leads, by id; `about`: an id, some ids, (ids, stage id), (ids, stage id,
    how the leads of that stage stand then, by hand), (ids, outcome)."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        ask: Questions | None = None,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._workspace = context.workspace
        self._window = window
        self._ask = ask or Questions()
        self._open_url = open_url
        self._drafts = Drafts()
        self._acts: dict[str, Callable[[list[int]], None]] = {
            "lead.log": self._log,
            "lead.close": self._close,
            "lead.park": self._park,
            "lead.wake": self._wake,
            "lead.judge": self._judge,
            "lead.reopen": self._reopen,
            "lead.bin": self._bin,
            "lead.follow_up": self._follow_up,
            "lead.call": self._call,
            "lead.email": self._email,
            "lead.site": self._site,
            "lead.copy": self._copy,
            "lead.template": self._template,
        }
        self._upkeep = LeadUpkeep(context, window)
        self._alone: dict[str, Callable[[], None]] = {
            "lead.paste": self._paste,
            "lead.bin_open": self._upkeep.open_bin,
            "lead.duplicates": self._upkeep.find_duplicates,
        }
        for command_id, act in self._upkeep.acts.items():
            self._acts[command_id] = partial(self._do, act)

    def run(self, command_id: str, about: object) -> None:
        """Ask and do; what the rules or the world forbid is raised as a problem for the window to show."""
        try:
            if command_id == "lead.add":
                self._add_all(about if isinstance(about, str) else "")
            elif command_id in self._alone:
                self._alone[command_id]()
            elif command_id == "lead.move" and isinstance(about, tuple):
                self._move(_ids(about[0]), int(about[1]), _ids(about[2]) if about[2:] else [])
            elif command_id == "lead.close" and isinstance(about, tuple) and isinstance(about[-1], str):
                self._close(_ids(about[0]), Outcome(about[1]))
            elif command_id in self._acts:
                self._acts[command_id](_ids(about))
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)

    @property
    def _today(self) -> date:
        return self._context.today()

    def _add_all(self, text: str) -> None:
        """Each vCard of a text by itself, until one is cancelled."""
        cards = cards_apart(text)
        for place, card in enumerate(cards, 1):
            if not self._add(card):
                left = len(cards) - place
                if left:
                    words = self.tr("{n} were left out. File, Import takes a whole list.")
                    self._context.navigation.told.emit(words.format(n=counted(left, "card")))
                return

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text().strip()
        if not text:
            raise Refused(self.tr("The clipboard holds no text."), self.tr("Copy a signature, an email or a vCard."))
        self._add_all(text)

    def _add(self, text: str) -> bool:
        answer = self._ask.quick_add(self._window, self._context, text, self._drafts)
        if answer is None:
            return False
        if answer.into_lead_id is None:
            lead_id = self._workspace.leads.add(answer.lead, self._today)
        else:
            lead_id = answer.into_lead_id
            self._workspace.leads.add_to(lead_id, answer.lead, self._today)
        if answer.open_after:
            self._context.navigation.lead_requested.emit(lead_id)
        if answer.another_after:
            self._add("")
        return True

    def _log(self, lead_ids: list[int]) -> None:
        lead_id = lead_ids[0] if lead_ids else None
        report = self._ask.touch(self._window, self._context, lead_id, self._drafts)
        if report is not None:
            self._workspace.touches.log(report, self._today)

    def _close(self, lead_ids: list[int], outcome: Outcome | None = None) -> None:
        if self._some(lead_ids):
            self._carry_out(lead_ids, self._ask.closing(self._window, self._context, lead_ids, outcome))

    def _park(self, lead_ids: list[int]) -> None:
        if self._some(lead_ids):
            self._carry_out(lead_ids, self._ask.parking(self._window, self._context, lead_ids))

    def _carry_out(self, lead_ids: Sequence[int], answer: Closing | Parking | None) -> None:
        if isinstance(answer, Closing):
            self._workspace.leads.close(lead_ids, answer, self._today)
        elif isinstance(answer, Parking):
            self._workspace.leads.park(lead_ids, answer.until, self._today, answer.reason, answer.note)

    def _wake(self, lead_ids: list[int]) -> None:
        if self._some(lead_ids):
            self._workspace.leads.wake(lead_ids, self._today)

    def _move(self, lead_ids: list[int], stage_id: int, order: list[int]) -> None:
        stage = next((each for each in stages(self._workspace.reader) if each.id == stage_id), None)
        asked = self._judges(lead_ids, stage)
        if stage is None or asked is None:
            self._workspace.leads.move(lead_ids, stage_id, self._today, None, order)
            return
        answer = self._ask.judging(self._window, self._context, lead_ids[0], asked)
        if isinstance(answer, Judging):
            self._move_judged(lead_ids[0], stage, answer, order)
        else:
            self._carry_out(lead_ids, answer)

    def _judges(self, lead_ids: Sequence[int], stage: Stage | None) -> Step | None:
        """What is to be asked on entering: the hand-off always, the first step where it is written down; once."""
        if stage is None or stage.judges is None or len(lead_ids) != 1:
            return None
        row = self._row(lead_ids[0])
        if row is None or not row.is_open or verdict_now(self._workspace.reader, row.id, stage.judges) == Verdict.MET:
            return None
        found = checklist(self._workspace.reader, row.id, stage.judges, self._today)
        return stage.judges if found.criteria or stage.judges == Step.SALES_READY else None

    def _move_judged(self, lead_id: int, stage: Stage, judging: Judging, order: list[int]) -> None:
        """A lead that does not meet the first step stays where it is: entering that stage would judge it as met."""
        if judging.step == Step.MARKETING_QUALIFIED and judging.verdict != Verdict.MET:
            self._workspace.leads.judge(lead_id, judging, self._today)
        else:
            self._workspace.leads.move([lead_id], stage.id, self._today, judging, order)

    def _judge(self, lead_ids: list[int]) -> None:
        """One after the other; the first cancelled ends the walk, and what was judged before stays judged."""
        self._some(lead_ids)
        for lead_id in lead_ids:
            answer = self._ask.judging(self._window, self._context, lead_id, self._next_step_to_judge(lead_id))
            if answer is None:
                return
            if isinstance(answer, Judging):
                self._workspace.leads.judge(lead_id, answer, self._today)
            else:
                self._carry_out([lead_id], answer)

    def _next_step_to_judge(self, lead_id: int) -> Step:
        first = verdict_now(self._workspace.reader, lead_id, Step.MARKETING_QUALIFIED)
        return Step.SALES_READY if first == Verdict.MET else Step.MARKETING_QUALIFIED

    def _reopen(self, lead_ids: list[int]) -> None:
        if self._some(lead_ids):
            self._workspace.leads.reopen(lead_ids, self._today)

    def _bin(self, lead_ids: list[int]) -> None:
        if self._some(lead_ids):
            self._workspace.leads.bin(lead_ids)

    def _follow_up(self, lead_ids: list[int]) -> None:
        if not self._some(lead_ids):
            return
        step = self._ask.follow_up(self._window, self._context, lead_ids)
        if step is not None:
            self._workspace.follow_ups.set(lead_ids, step, self._today)

    def _call(self, lead_ids: list[int]) -> None:
        for row in self._rows(lead_ids[:1]):
            if not row.phone:
                raise Refused(self.tr("There is no phone number for {}.").format(row.name), self.tr("Add one first."))
            link = tel_link(row.phone)
            if link is None:
                raise Refused(self.tr("“{}” is no phone number.").format(row.phone), self.tr("Correct it first."))
            self._open(link, row.phone)

    def _email(self, lead_ids: list[int]) -> None:
        for row in self._rows(lead_ids[:1]):
            if not row.email:
                raise Refused(self.tr("There is no email address for {}.").format(row.name), self.tr("Add one first."))
            link = mail_link(row.email)
            if link is None:
                raise Refused(self.tr("“{}” is no email address.").format(row.email), self.tr("Correct it first."))
            self._open(link, row.email)

    def _site(self, lead_ids: list[int]) -> None:
        for row in self._rows(lead_ids[:1]):
            if not row.website:
                raise Refused(self.tr("There is no website for {}.").format(row.name), self.tr("Add one first."))
            link = web_link(row.website)
            if link is None:
                raise Refused(self.tr("“{}” is no website.").format(row.website), self.tr("Correct it first."))
            self._open(link, row.website)

    def _open(self, link: str, written: str) -> None:
        """Hand the link over; where no program takes it, what it names is copied instead."""
        if not self._open_url(QUrl(link)):
            QGuiApplication.clipboard().setText(written)
            self._context.navigation.told.emit(self.tr("No program took it, so {} is copied.").format(written))

    def _do(self, act: Callable[[list[int]], None], lead_ids: list[int]) -> None:
        if self._some(lead_ids):
            act(lead_ids)

    def _copy(self, lead_ids: list[int]) -> None:
        rows = self._rows(lead_ids)
        if rows:
            QGuiApplication.clipboard().setText("\n\n".join(_card(row) for row in rows))
            what = rows[0].name if len(rows) == 1 else counted(len(rows), "lead")
            self._context.navigation.told.emit(self.tr("{} copied").format(what))

    def _template(self, lead_ids: list[int]) -> None:
        """A template's text with the lead's name in it, ready to be pasted."""
        for row in self._rows(lead_ids[:1] if self._some(lead_ids) else []):
            text = self._ask.template(self._window, self._context, row.id)
            if text is not None:
                QGuiApplication.clipboard().setText(text)
                self._context.navigation.told.emit(self.tr("Copied for {}.").format(row.name))

    def _some(self, lead_ids: Sequence[int]) -> bool:
        if not lead_ids:
            self._context.navigation.told.emit(self.tr("Choose a lead first."))
        return bool(lead_ids)

    def _row(self, lead_id: int) -> LeadRow | None:
        return lead_rows(self._workspace.reader, [lead_id]).get(lead_id)

    def _rows(self, lead_ids: Sequence[int]) -> list[LeadRow]:
        found = lead_rows(self._workspace.reader, lead_ids)
        return [found[lead_id] for lead_id in lead_ids if lead_id in found]


def _ids(about: object) -> list[int]:
    """The ids of what a command is about: one id, a collection of ids, or nothing."""
    if isinstance(about, int):
        return [about]
    return [int(each) for each in about] if isinstance(about, list | tuple | set | frozenset) else []


def _card(row: LeadRow) -> str:
    lines = (row.name, row.company if row.company != row.name else "", row.role, row.email, row.phone, row.website)
    return "\n".join(line for line in lines if line)
