"""The last step: what happened, the way back, and the rows that stayed out."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bothhats.domain.wording import counted
from bothhats.exchange.planned import ImportPlan
from bothhats.exchange.touch_plan import TouchPlan
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.labels import plain_label, tooltip


class DoneStep(QWidget):
    """Says what happened; the buttons are wired by the page."""

    def __init__(self) -> None:
        super().__init__()
        self.head = plain_label("", "title")
        self.told = plain_label("", "body", "ink2", wraps=True)
        self.told.setMaximumWidth(scaled(560))
        self.show_button = Button(self.tr("Show the leads"), "primary", "square-kanban")
        self.undo_button = Button(self.tr("Undo the import"), icon_name="undo-2")
        self.save_button = Button(self.tr("Save the rows left out…"), icon_name="download")
        self.again_button = Button(self.tr("Import another file"), icon_name="upload")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.show_button, self.undo_button, self.save_button, self.again_button):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 12, 28, 28)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.told)
        column.addSpacing(6)
        column.addLayout(row)
        column.addStretch()

    def show_done(self, plan: ImportPlan | TouchPlan, name: str) -> None:
        """What has come of the plan."""
        rest: list[tuple[int, str]] = []
        if isinstance(plan, TouchPlan):
            came = counted(len(plan.touches), "touch", "touches")
        else:
            came = counted(len(plan.creates), "lead")
            rest.append((len(plan.updates), self.tr("{n} updated")))
        rest += [(plan.unchanged, self.tr("{n} already the same")), (plan.skipped, self.tr("{n} left out"))]
        told_rest = ", ".join(words.format(n=f"{n:,}") for n, words in rest if n)
        self.head.setText(self.tr("{what} came in").format(what=came))
        words = self.tr("{rows} in {file}: {rest}.")
        told = words.format(rows=counted(plan.rows, "row"), file=name, rest=told_rest or self.tr("all of them"))
        back = self.tr("Undo takes all of it back at once; later, a past import is taken back row by row.")
        self.told.setText(f"{told} {back}")
        self.save_button.setVisible(plan.skipped > 0)

    def show_undone(self) -> None:
        """The import is taken back."""
        self.head.setText(self.tr("The import is undone"))
        self.told.setText(self.tr("Everything is as it was before."))

    def allow_undo(self, *, is_newest: bool) -> None:
        """Only the newest step is undone."""
        self.undo_button.setEnabled(is_newest)
        why_not = self.tr("Something was done since. Past imports takes it back, and leaves that alone.")
        self.undo_button.setToolTip("" if is_newest else tooltip(why_not))
