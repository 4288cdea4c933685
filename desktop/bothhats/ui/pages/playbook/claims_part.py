"""Claims: what marketing promises, where it is said, and with how many people it landed or did not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from bothhats.domain.name_matching import folded
from bothhats.domain.wording import capitalised, told
from bothhats.queries.claim_ledger import ClaimLine, claim_lines
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.claim_detail import ClaimDetail
from bothhats.ui.pages.playbook.ledger import Detail, Ledger
from bothhats.ui.pages.playbook.ledger_cells import Cell
from bothhats.ui.pages.playbook.ledger_table import Column, LedgerRow
from bothhats.ui.pages.playbook.said_words import day_words, quoted, said_in_words
from bothhats.ui.pages.playbook.spans import SpanChoice
from bothhats.ui.widgets.buttons import Button


class ClaimsPart(Ledger):
    """Those that landed most first; those that nobody ever mentions are named."""

    def __init__(self, context: Context) -> None:
        self.name = self.tr("Claims")
        self.columns = (
            Column(self.tr("What you promise"), share=4),
            Column(self.tr("Landed"), width=72, is_number=True),
            Column(self.tr("Doubted"), width=76, is_number=True),
            Column(self.tr("Not wanted"), width=92, is_number=True),
            Column(self.tr("Never came up"), width=112, least=640, is_number=True),
            Column(self.tr("Last heard"), width=112, least=560),
        )
        self.span = SpanChoice()
        self.text = QLineEdit()
        super().__init__(context)
        self.controls_row.addWidget(self.span)
        self.empty.say(self.tr("No claims yet"), self.tr("What does your marketing promise? One sentence each."))
        self.span.changed.connect(self._on_span)

    def _on_span(self) -> None:
        self.refresh()
        self.says_anew.emit()

    def sentence(self) -> str:
        lines = [line for line in self._lines() if line.retired_on is None]
        if not lines:
            return self.tr("What your marketing promises, and how it was heard.")
        words = self.tr("{n} in use.").format(n=capitalised(told(len(lines), self.tr("claim"))))
        silent = [line.text for line in lines if line.is_never_mentioned]
        if not silent:
            return self.tr("{words} Each came up at least once.").format(words=words)
        return self.tr("{words} Nobody ever mentioned {which}.").format(words=words, which=quoted(silent))

    def begin_new(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_empty(self) -> None:
        self.begin_new()

    def fill_list(self) -> None:
        self.text.setPlaceholderText(self.tr("Your books closed by the 5th"))
        self.text.setAccessibleName(self.tr("New claim"))
        add = Button(self.tr("Add a claim"), icon_name="plus")
        add.clicked.connect(self._add)
        self.text.returnPressed.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(add)
        self.list_column.addLayout(row)
        super().fill_list()
        self.foot.setText(self.tr("Never came up: of the people you talked with in that time."))

    def rows(self) -> Sequence[LedgerRow]:
        typed = folded(self.search.text())
        found = [line for line in self._lines() if typed in folded(line.text)]
        self.foot.setVisible(bool(found))
        return [self._row(line) for line in found]

    def make_detail(self, row_id: int | None) -> Detail:
        return ClaimDetail(self, row_id or 0, self.span)

    def _lines(self) -> list[ClaimLine]:
        today = self.context.today()
        return claim_lines(self.reader, self.span.start(today), today)

    def _row(self, line: ClaimLine) -> LedgerRow:
        today = self.context.today()
        is_retired = line.retired_on is not None
        said = self.tr("said no more") if is_retired else said_in_words(line)
        counts = (line.landed, line.doubted, line.not_wanted, line.never)
        heard = self.tr("never") if line.last_heard is None else day_words(line.last_heard, today)
        cells = (
            Cell(f"“{line.text}”", said, "sparkles", "strong", "ink2" if is_retired else "ink"),
            *(
                Cell(str(count) if count else "–", token="ink" if count else "ink2", is_number=True)
                for count in counts
            ),
            Cell(heard, role="strong" if line.is_never_mentioned else "body", token="ink2"),
        )  # fmt: skip
        names = (self.tr("landed"), self.tr("doubted"), self.tr("not wanted"), self.tr("never came up"))
        told_counts = ", ".join(f"{name} {count}" for name, count in zip(names, counts, strict=True))
        return LedgerRow(line.id, cells, f"{line.text}, {said}, {told_counts}")

    def _add(self) -> None:
        today, text = self.context.today(), self.text.text()
        if self.do(lambda: self.context.workspace.claims.add(text, today), self.text):
            self.text.clear()
