"""Where leads come from: the sources and whose work each is; and the tags."""

from PySide6.QtWidgets import QWidget

from bothhats.domain.own_lists import OwnList
from bothhats.domain.wording import capitalised, counted, number
from bothhats.queries.own_lists import OwnRow, own_list
from bothhats.ui.pages.playbook.list_card import ListCard
from bothhats.ui.pages.playbook.part import Part
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label
from bothhats.ui.widgets.segments import Segments
from bothhats.ui.widgets.typing_line import TypingLine


class SourcesPart(Part):
    """Each source is marketing, outreach or word of mouth."""

    def sentence(self) -> str:
        present = [row for row in own_list(self.reader, "source") if not row.is_retired]
        silent = sum(not row.used for row in present)
        words = self.tr("{sources}, and whose work each is.").format(sources=counted(len(present), self.tr("source")))
        if not silent:
            return words
        nobody = self.tr("{n} of them brought nobody yet.").format(n=capitalised(number(silent)))
        return f"{words} {nobody}"

    def fill(self) -> None:
        name = TypingLine()
        name.setPlaceholderText(self.tr("Podcast"))
        name.setAccessibleName(self.tr("New source"))
        self.keep_draft(name, "source")
        kind = Segments(self.tr("Kind of the new source"), self._kinds(), "marketing")
        add = Button(self.tr("Add a source"), icon_name="plus")

        def keep() -> None:
            self.do(lambda: self.context.workspace.lists.add_source(name.text(), str(kind.value)), name)

        add.clicked.connect(keep)
        name.returnPressed.connect(keep)
        self.add_form([name, kind, add])
        rows = own_list(self.reader, "source")
        card = ListCard(self, OwnList.SOURCE, rows, self._kind, counted=self.tr("Leads that came from it: {n}"))
        self.column.addWidget(card)
        self.column.addSpacing(8)
        head = plain_label(self.tr("&Tags"), "heading")
        self.column.addWidget(head)
        tags = own_list(self.reader, "tag")
        card = ListCard(self, OwnList.TAG, tags, counted=self.tr("Leads that have it: {n}"))
        field = card.add_line(self.tr("regular"), self.tr("New tag"), self.context.workspace.lists.add_tag)
        self.keep_draft(field, "tag")
        head.setBuddy(card.first)
        self.column.addWidget(card)

    def _kind(self, row: OwnRow) -> QWidget:
        choice = Segments(self.tr("Kind of {source}").format(source=row.name), self._kinds(), row.kind, is_small=True)
        choice.setProperty("place", f"source-{row.id}-kind")
        change = self.context.workspace.lists.change_source
        choice.changed.connect(lambda value: self.do(lambda: change(row.id, row.name, str(value))))
        return choice

    def _kinds(self) -> list[tuple[object, str]]:
        return [
            ("marketing", self.tr("Marketing")),
            ("outreach", self.tr("Outreach")),
            ("word_of_mouth", self.tr("Word of mouth")),
        ]
