"""Content that helps to sell: on top what waits for an answer, most people first, then every piece with its use."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from bothhats.domain.name_matching import folded
from bothhats.domain.wording import capitalised, counted, number, short_date, told
from bothhats.queries.asset_ledger import AssetLine, asset_lines
from bothhats.queries.today_marketing import Unanswered, unanswered
from bothhats.ui.context import Context
from bothhats.ui.pages.playbook.asset_detail import AssetDetail
from bothhats.ui.pages.playbook.asset_words import helped_words, kind_words, state_words
from bothhats.ui.pages.playbook.ledger import Detail, Ledger
from bothhats.ui.pages.playbook.ledger_cells import Cell
from bothhats.ui.pages.playbook.ledger_table import Column, LedgerRow
from bothhats.ui.pages.playbook.said_words import KIND_ICONS, people_words, waiting_words
from bothhats.ui.theme.asset_icons import ASSET_ICONS
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.buttons import Button
from bothhats.ui.widgets.chips import FlowLayout
from bothhats.ui.widgets.labels import plain_label, tooltip

MOST_OPEN = 8


class ContentPart(Ledger):
    """Retired pieces are folded under the table."""

    def __init__(self, context: Context) -> None:
        self.name = self.tr("Content")
        self.columns = (
            Column(self.tr("Asset"), share=4),
            Column(self.tr("Answers"), share=3, least=620),
            Column(self.tr("Sent in 90 days"), width=152),
            Column(self.tr("Helped"), width=92),
            Column(self.tr("State"), width=136),
            Column(self.tr("Live since"), width=116, least=720),
        )
        self.open_chips: list[Button] = []
        self._shows_retired = False
        super().__init__(context)
        self.new_button = Button(self.tr("New asset"), "primary", "plus")
        self.new_button.setToolTip(self.tr("New asset, Insert in the table"))
        self.new_button.clicked.connect(lambda: self.open_row(None))
        self.controls_row.addWidget(self.new_button)
        self.empty.say(
            self.tr("No content yet"), self.tr("Pages, cases, templates: what you send, and what it answers.")
        )

    def sentence(self) -> str:
        lines = asset_lines(self.reader, self.context.today())
        if not lines:
            return self.tr("Pages, cases, templates: what you send, and what it answers.")
        live = told(sum(line.status == "live" for line in lines), self.tr("live asset"))
        making = sum(line.status in ("idea", "drafting") for line in lines)
        words = capitalised(live)
        if making:
            words += ", " + self.tr("{n} in the making").format(n=number(making))
        waiting = len(unanswered(self.reader, self.context.today()))
        open_words = waiting_words(waiting)
        return f"{words}. {open_words}".strip()

    def answer(self, objection_id: int) -> None:
        """Begin a new asset that answers this phrase."""
        self.open_row(None)
        if isinstance(self.detail, AssetDetail):
            self.detail.answer_first(objection_id)

    def show_item(self, item: str) -> None:
        """An asset by its id, or "answer 5": a new one that answers that phrase."""
        what, _, row_id = item.partition(" ")
        if what == "answer" and row_id.isdecimal():
            self.answer(int(row_id))
        else:
            super().show_item(item)

    def fill_list(self) -> None:
        self.list_column.addWidget(self._open_card())
        super().fill_list()
        self.retired_button = Button("", "quiet", "archive", is_small=True)
        self.retired_button.clicked.connect(self._fold)
        row = QHBoxLayout()
        row.addWidget(self.retired_button)
        row.addStretch(1)
        row.addWidget(self.foot)
        self.list_column.insertLayout(self.list_column.count() - 1, row)
        self.foot.setWordWrap(False)
        self.foot.setText(self.tr("Helped: of the times you said whether it did."))

    def refresh(self) -> None:
        if self.detail is None:
            self._show_open(unanswered(self.reader, self.context.today()))
        super().refresh()

    def begin_empty(self) -> None:
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> Sequence[LedgerRow]:
        lines = asset_lines(self.reader, self.context.today())
        typed = folded(self.search.text())
        most = max((line.people for line in lines), default=1) or 1
        retired = sum(line.status == "retired" for line in lines)
        words = counted(retired, self.tr("retired asset"))
        self.retired_button.setText(self.tr("Hide {n}").format(n=words) if self._shows_retired else words)
        self.retired_button.setVisible(retired > 0)
        self.foot.setVisible(bool(lines))
        return [
            self._row(line, most)
            for line in lines
            if (line.status != "retired" or self._shows_retired) and typed in folded(f"{line.title} {line.place}")
        ]

    def make_detail(self, row_id: int | None) -> Detail:
        return AssetDetail(self, row_id)

    def _row(self, line: AssetLine, most: int) -> LedgerRow:
        today = self.context.today()
        answers = ", ".join(f"“{each.text}”" for each in line.answers)
        state, is_warning = state_words(line, today)
        live = short_date(line.live_on, today) if line.live_on else "–"
        people = people_words(line.people) if line.people else self.tr("nobody yet")
        if line.people_ever and not line.people:
            people = self.tr("nobody")
        helped = helped_words(line)
        quiet = "ink2" if line.status == "retired" else "ink"
        cells = (
            Cell(line.title, kind_words(line.kind), ASSET_ICONS[line.kind], "strong", quiet),
            Cell(answers or "–", token="ink" if answers else "ink2"),
            Cell(people, token="ink" if line.people else "ink2", part=line.people / most if line.people else None),
            Cell(helped, token="ink" if line.marked else "ink2"),
            Cell(
                state, icon="circle-check" if line.live_on and line.status in ("live", "rework") else "circle-dashed",
                role="strong" if is_warning else "body", token=quiet,
            ),
            Cell(live, token="ink2"),
        )  # fmt: skip
        said = (line.title, kind_words(line.kind), answers, people, helped, state)
        return LedgerRow(line.id, cells, ", ".join(filter(None, said)))

    def _open_card(self) -> QWidget:
        self.open_card = QFrame()
        self.open_card.setObjectName("card")
        holder = QWidget()
        self._open_flow = FlowLayout(holder, 6)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(plain_label(self.tr("Not answered yet"), "strong"))
        words.addWidget(holder)
        self.answer_button = Button(self.tr("Answer with a new asset"), icon_name="plus")
        self.answer_button.clicked.connect(self._answer_one)
        row = QHBoxLayout(self.open_card)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(_OpenMark())
        row.addLayout(words, 1)
        row.addWidget(self.answer_button)
        return self.open_card

    def _show_open(self, phrases: Sequence[Unanswered]) -> None:
        """The content plan: what two or more people said in 90 days and nothing answers."""
        self._open = phrases
        self.open_card.setVisible(bool(phrases))
        self._open_flow.clear()
        self.open_chips = [self._open_chip(phrase) for phrase in phrases[:MOST_OPEN]]
        for chip in self.open_chips:
            self._open_flow.addWidget(chip)
            chip.show()

    def _open_chip(self, phrase: Unanswered) -> Button:
        chip = Button(f"{phrase.text} {people_words(phrase.people)}".replace("&", "&&"))
        chip.setProperty("chip", "filter")
        chip.set_icon(KIND_ICONS[phrase.kind], 14)
        words = self.tr("Make something that answers “{text}”").format(text=phrase.text)
        chip.setAccessibleName(words)
        chip.setToolTip(tooltip(words))
        chip.clicked.connect(lambda: self.answer(phrase.id))
        return chip

    def _answer_one(self) -> None:
        """The one phrase there is, or the one chosen from a menu, most people first."""
        if len(self._open) == 1:
            self.answer(self._open[0].id)
            return
        menu = QMenu(self)
        for phrase in self._open:
            words = f"{phrase.text}, {people_words(phrase.people)}".replace("&", "&&")
            menu.addAction(words, partial(self.answer, phrase.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.answer_button.mapToGlobal(self.answer_button.rect().bottomLeft()))

    def _fold(self) -> None:
        self._shows_retired = not self._shows_retired
        self.refresh()


class _OpenMark(QLabel):
    """A dashed circle: something is missing here; decorative."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(22, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), "circle-dashed", tokens().ink2)
