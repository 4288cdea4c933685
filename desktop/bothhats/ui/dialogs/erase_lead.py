"""Erase a person? A question before acting, because there is no way back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from bothhats.domain.name_matching import same_name
from bothhats.domain.wording import counted
from bothhats.queries.erasing import Takes
from bothhats.ui.dialogs.dialog_frame import DialogFrame, field_label, small_label
from bothhats.ui.widgets.labels import plain_label

_WIDTH = 560


def ask_erasing(parent: QWidget, takes: Takes, backups: int) -> bool | None:
    """Whether the backups shall be renewed as well; None where the person stays."""
    dialog = EraseLead(parent, takes, backups)
    return dialog.renews.isChecked() if dialog.exec() else None


class EraseLead(DialogFrame):
    """Says with counts what goes for good and what stays; who types the name may erase."""

    def __init__(self, parent: QWidget, takes: Takes, backups: int) -> None:
        super().__init__(parent, "", _WIDTH)
        self._takes = takes
        self.setWindowTitle(self.tr("Erase"))
        name = " ".join(takes.name.split())
        self.add_heading(self.tr("Erase {name}?").format(name=name))
        self._add_list(self.tr("This goes, and cannot be undone:"), self._going())
        self.body.addSpacing(8)
        self._add_list(self.tr("This stays:"), [self.tr("the figures of finished reviews, which name nobody")])
        self.body.addSpacing(8)
        self.renews = QCheckBox(self._renew(backups))
        self.renews.setChecked(bool(backups))
        self.renews.setVisible(bool(backups))
        self.body.addWidget(self.renews)
        if backups:
            self.body.addWidget(small_label(self.tr("Older backups still contain {name}.").format(name=name)))
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(name)
        self.add_field(field_label(self.tr("T&ype the name to erase"), self.typed), self.typed)
        self.primary_button.setText(self.tr("Erase {name}").format(name=self._short(name)))
        self.primary_button.setProperty("kind", "destructive")
        self.primary_button.style().unpolish(self.primary_button)
        self.primary_button.style().polish(self.primary_button)
        self.primary_button.setEnabled(False)
        self.typed.textChanged.connect(lambda _text: self.primary_button.setEnabled(self._is_named))
        self.typed.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()  # a long name needs lines, which are known now

    @property
    def _is_named(self) -> bool:
        """White space and case do not matter."""
        return same_name(" ".join(self.typed.text().split()), " ".join(self._takes.name.split()))

    def _try(self) -> None:
        if self._is_named:
            super()._try()

    def _add_list(self, head: str, lines: list[str]) -> None:
        self.body.addWidget(plain_label(head, "strong"))
        for line in lines:
            self.body.addWidget(plain_label(f"•  {line}", wraps=True))

    def _going(self) -> list[str]:
        takes = self._takes
        lines = [self.tr("the lead with its history and next step")]
        for n, words in (
            (takes.touches, counted(takes.touches, self.tr("touch"), self.tr("touches"))),
            (takes.hearings, counted(takes.hearings, self.tr("hearing"))),
            (takes.judgements, counted(takes.judgements, self.tr("judgement"))),
        ):
            if n:
                lines.append(words)
        lines.append(self.tr("its place in the search and the undo history"))
        if takes.letters:
            letters = counted(takes.letters, self.tr("letter"))
            lines.append(self.tr("mentions in {letters}, which then say “somebody”").format(letters=letters))
        return lines

    def _renew(self, backups: int) -> str:
        if backups == 1:
            return self.tr("Make a new &backup now and delete the older one")
        return self.tr("Make a new &backup now and delete the {n} older ones").format(n=backups)

    def _short(self, name: str) -> str:
        """As much of the name as a button has room for."""
        metrics = self.fontMetrics()
        words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, metrics.averageCharWidth() * 24)
        return words.replace("&", "&&")
