"""The commands that keep the list of leads in order: tags, origins, duplicates, the bin, erasing."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.problems import KnownProblem, Refused
from bothhats.domain.wording import counted
from bothhats.queries.bin_list import binned_leads
from bothhats.queries.erasing import what_erasing_takes
from bothhats.queries.likely_pairs import Pair, likely_pairs, pair_of, side
from bothhats.queries.settings import read_settings
from bothhats.storage.backups import BEFORE_ERASE, listed, make_backup
from bothhats.ui.context import Context
from bothhats.ui.dialogs.bin import Bin
from bothhats.ui.dialogs.erase_lead import ask_erasing
from bothhats.ui.dialogs.merge_leads import MergeLeads
from bothhats.ui.dialogs.set_origin import ask_origin
from bothhats.ui.dialogs.tag_leads import ask_tags


class LeadUpkeep(QObject):
    """`acts` by command id; each gets the ids of the leads that it is about, at least one."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.acts: dict[str, Callable[[list[int]], None]] = {
            "lead.tag": self._tag,
            "lead.source": lambda ids: self._set_origin(ids, "source"),
            "lead.campaign": lambda ids: self._set_origin(ids, "campaign"),
            "lead.erase": lambda ids: self.erase(ids[0], self._window),
            "lead.merge": self._merge,
            "lead.export": partial(context.navigation.command_requested.emit, "export.leads"),
            "lead.export_person": partial(context.navigation.command_requested.emit, "export.person"),
        }

    def open_bin(self) -> None:
        """Show the bin; what is done there is done at once."""
        workspace, feed = self._context.workspace, self._context.feed
        dialog = Bin(self._window, self._context.today())
        dialog.restored.connect(lambda ids: self._try(lambda: workspace.leads.restore(ids)))
        dialog.erase_wanted.connect(lambda lead_id: self._try(lambda: self.erase(lead_id, dialog)))

        def show() -> None:
            dialog.show_leads(binned_leads(workspace.reader))

        feed.committed.connect(show)
        show()
        dialog.exec()
        feed.committed.disconnect(show)

    def find_duplicates(self) -> None:
        """Show the pairs that look alike, the surest first; what is decided is done at once."""
        self._show_pairs(lambda: likely_pairs(self._context.workspace.reader))

    def _merge(self, lead_ids: list[int]) -> None:
        """Two that the owner chose, whether they look alike or not; of one lead those that look like it."""
        reader = self._context.workspace.reader
        if len(lead_ids) == 2:
            first, second = lead_ids
            self._show_pairs(lambda: [pair] if (pair := pair_of(reader, first, second)) else [], once=True)
        elif len(lead_ids) == 1:
            self._show_pairs(
                lambda: [pair for pair in likely_pairs(reader) if lead_ids[0] in (pair.first.id, pair.second.id)]
            )
        else:
            raise Refused(self.tr("Two leads are merged at a time."), self.tr("Choose two, or one to see its like."))

    def _show_pairs(self, pairs: Callable[[], list[Pair]], *, once: bool = False) -> None:
        workspace, feed, today = self._context.workspace, self._context.feed, self._context.today()
        currency = currency_of(read_settings(workspace.reader).currency)
        dialog = MergeLeads(
            self._window,
            lambda pair: (side(workspace.reader, pair.first), side(workspace.reader, pair.second)),
            lambda text: format_for_people(int(text), currency),
        )
        dialog.merged.connect(
            lambda kept, other, fields: self._try(lambda: workspace.merging.merge(kept, other, fields, today))
        )
        dialog.kept_apart.connect(lambda one, other: self._try(lambda: workspace.merging.keep_apart(one, other)))

        def show() -> None:
            if once and not pairs():
                dialog.accept()
            else:
                dialog.show_pairs(pairs())

        feed.committed.connect(show)
        show()
        dialog.exec()
        feed.committed.disconnect(show)

    def erase(self, lead_id: int, window: QWidget) -> None:
        """Ask, erase a person for good, and renew the backups where the owner wants that."""
        workspace = self._context.workspace
        takes = what_erasing_takes(workspace.reader, lead_id)
        if takes is None:
            return
        path, now = workspace.path, datetime.now()
        backups = len(listed(path))
        renews = ask_erasing(window, takes, backups)
        if renews is None:
            return
        if backups and not renews:
            make_backup(path, BEFORE_ERASE, now)
        workspace.erasing.erase(lead_id)
        if renews:
            gone = counted(workspace.erasing.renew_backups(path, now), self.tr("old backup"))
            words = self.tr("{name} is erased, and {backups} with it.")
            self._context.navigation.told.emit(words.format(name=takes.name, backups=gone))

    def _tag(self, lead_ids: list[int]) -> None:
        answer = ask_tags(self._window, self._context, lead_ids)
        if answer is not None:
            self._context.workspace.leads.tag(lead_ids, answer.added, answer.removed)

    def _set_origin(self, lead_ids: list[int], field: str) -> None:
        name = ask_origin(self._window, self._context, lead_ids, field)
        if name is not None:
            self._context.workspace.leads.set_origin(lead_ids, field, name)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except KnownProblem as problem:
            self._context.navigation.problem_raised.emit(problem)
