"""Where leads come from: the sources and whose work each is."""

from PySide6.QtWidgets import QLineEdit

from bothhats.queries.lists import sources
from bothhats.ui.pages.playbook.part import Part, two_lines
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.segments import Segments


class SourcesPart(Part):
    """Each source is marketing, outreach or word of mouth."""

    def sentence(self) -> str:
        return self.tr("Where leads come from, and whose work that is.")

    def fill(self) -> None:
        name = QLineEdit()
        name.setPlaceholderText(self.tr("Podcast"))
        name.setAccessibleName(self.tr("New source"))
        kind = Segments(self.tr("Kind"), self._kinds(), "marketing")
        add = Button(self.tr("Add a source"), icon_name="plus")

        def keep() -> None:
            self.do(lambda: self.context.workspace.lists.add_source(name.text(), str(kind.value)), name)

        add.clicked.connect(keep)
        name.returnPressed.connect(keep)
        self.add_form([name, kind, add])
        rows = []
        for source in sources(self.reader):
            choice = Segments(source.name, self._kinds(), source.kind.value, is_small=True)
            choice.changed.connect(
                lambda value, source=source: self.do(
                    lambda: self.context.workspace.lists.change_source(source.id, source.name, str(value))
                )
            )
            rows.append(two_lines(source.name, "", choice))
        self.add_rows(rows, self.tr("No sources yet."))

    def _kinds(self) -> list[tuple[object, str]]:
        return [
            ("marketing", self.tr("Marketing")),
            ("outreach", self.tr("Outreach")),
            ("word_of_mouth", self.tr("Word of mouth")),
        ]
