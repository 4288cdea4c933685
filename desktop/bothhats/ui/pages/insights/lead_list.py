"""The leads behind a mark, one row each: who, how it stands, when it arrived and talked. Enter or a click opens one."""

from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bothhats.domain.money import currency_of, format_for_people
from bothhats.domain.pipeline import Outcome
from bothhats.domain.wording import short_date
from bothhats.queries.leads_behind import Behind, LeadsBehind
from bothhats.ui.theme.fonts import scaled
from bothhats.ui.theme.icons import paint_icon
from bothhats.ui.theme.theme import tokens
from bothhats.ui.widgets.rows import paint_hairline, paint_state, paint_text, text_width

ROW = 47
Index = QModelIndex | QPersistentModelIndex
_LEAD = Qt.ItemDataRole.UserRole


class LeadList(QListView):
    """`opened` tells the lead that is to be shown in the pipeline, `left` that Esc was pressed."""

    opened = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = _Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setObjectName("leads_behind")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    @property
    def ids(self) -> list[int]:
        """Who is listed, from top to bottom."""
        return [each.row.id for each in self.rows.behind.leads]

    def show_leads(self, behind: LeadsBehind, today: date) -> None:
        """List these."""
        self.rows.show_leads(behind, today)
        self.setMaximumHeight(scaled(ROW) * max(len(behind.leads), 1) + 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(_LEAD).row.id)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.behind = LeadsBehind((), "EUR")
        self._today = date.min

    def show_leads(self, behind: LeadsBehind, today: date) -> None:
        self.beginResetModel()
        self.behind, self._today = behind, today
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.behind.leads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        lead = self.behind.leads[index.row()]
        if role == _LEAD:
            return lead
        if role == Qt.ItemDataRole.DisplayRole:
            return lead.row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{lead.row.name}. {self.state(lead)}. {', '.join(self.days(lead))}."
        return None

    def state(self, lead: Behind) -> str:
        """ "Won, £1,800", "No decision: went silent", "Proposal"."""
        row = lead.row
        if row.outcome is None:
            parked = row.parked_until is not None and row.parked_until > self._today
            return self.tr("{stage}, parked").format(stage=row.stage_name) if parked else row.stage_name
        ended = {
            Outcome.WON: self.tr("Won"),
            Outcome.LOST: self.tr("Lost"),
            Outcome.NO_DECISION: self.tr("No decision"),
            Outcome.NOT_A_FIT: self.tr("Not a fit"),
        }[row.outcome]
        if row.outcome is Outcome.WON and row.value is not None:
            return f"{ended}, {format_for_people(row.value, currency_of(self.behind.currency))}"
        return f"{ended}: {lead.reason}" if lead.reason else ended

    def days(self, lead: Behind) -> tuple[str, str]:
        """When it arrived, and when it first talked."""
        arrived = self.tr("arrived {day}").format(day=short_date(lead.row.arrived_on, self._today))
        if lead.talked_on is None:
            return arrived, self.tr("never talked")
        return arrived, self.tr("talked {day}").format(day=short_date(lead.talked_on, self._today))


class _Delegate(QStyledItemDelegate):
    def __init__(self, leads: LeadList) -> None:
        super().__init__(leads)
        self._leads = leads

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, lead, rows = tokens(), index.data(_LEAD), self._leads.rows
        rect = QRectF(option.rect)
        painter.save()
        has_focus = self._leads.hasFocus() and index == self._leads.currentIndex()
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_state(painter, rect, colours, is_selected=False, is_hovered=is_hovered, has_focus=has_focus)
        side, x = scaled(16), rect.x() + 12
        name = "circle-dashed" if lead.talked_on is None else "messages-square"
        paint_icon(painter, QRectF(x, rect.center().y() - side / 2, side, side), name, colours.ink2)
        x += side + 11
        middle = rect.center().y()
        days = rows.days(lead)
        room = max(text_width(painter, words, "small") for words in days) + 2
        top = QRectF(x, rect.y() + 5, rect.right() - 14 - room - 10 - x, middle - rect.y() - 5)
        bottom = QRectF(x, middle, top.width(), top.height())
        paint_text(painter, top, lead.row.name, "strong", colours.ink)
        paint_text(painter, bottom, rows.state(lead), "small", colours.ink2)
        right = Qt.AlignmentFlag.AlignRight
        edge = rect.right() - 14 - room
        for place, words in zip((top, bottom), days, strict=True):
            spot = QRectF(edge, place.y(), room, place.height())
            paint_text(painter, spot, words, "small", colours.ink2, right)
        if index.row() + 1 < rows.rowCount():
            paint_hairline(painter, rect.x(), rect.right() + 1, rect.bottom(), colours)
        painter.restore()
