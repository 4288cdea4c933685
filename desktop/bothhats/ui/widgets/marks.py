"""Small honest pictures: one mark per person, a bar of a part, two bars before and after."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bothhats.ui.theme.fonts import font, scaled
from bothhats.ui.theme.theme import tokens
from bothhats.ui.theme.tokens import Tokens

MARK, GAP, MOST = 11, 3, 24
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PeopleMarks(QWidget):
    """Landed, doubted, not wanted, never came up: one mark per person, always in this order."""

    def __init__(self, landed: int, doubted: int, not_wanted: int, never: int, words: str) -> None:
        super().__init__()
        self._counts = (landed, doubted, not_wanted, never)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        people = min(sum(self._counts), MOST)
        height = font("small").pixelSize() + 6 if sum(self._counts) > MOST else MARK + 4
        return QSize(max(1, people) * (MARK + GAP), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if sum(self._counts) > MOST:
            self._paint_bar(painter, tokens())
            return
        x = 1.0
        for kind, count in enumerate(self._counts):
            for _ in range(count):
                self.paint_mark(painter, QRectF(x, 2, MARK - 1, MARK - 1), kind, tokens())
                x += MARK + GAP

    @staticmethod
    def paint_mark(painter: QPainter, rect: QRectF, kind: int, colours: Tokens) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if kind == 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.sal))
            painter.drawEllipse(rect)
        elif kind == 1:
            painter.setPen(QPen(QColor(colours.sal), 2))
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        elif kind == 2:
            painter.setPen(QPen(QColor(colours.ink), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            inner = rect.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.edge))
            painter.drawEllipse(rect.center(), 2, 2)

    def _paint_bar(self, painter: QPainter, colours: Tokens) -> None:
        total = sum(self._counts)
        fills = (colours.sal, colours.sal_wash, colours.ink, colours.both_wash)
        words = (colours.card, colours.sal_text, colours.on_ink, colours.ink2)
        painter.setFont(font("small_strong"))
        x = 0.0
        for count, fill, pen in zip(self._counts, fills, words, strict=True):
            part = QRectF(x, 0, self.width() * count / total, self.height())
            painter.fillRect(part.adjusted(0, 0, -1, 0), QColor(fill))
            if painter.fontMetrics().horizontalAdvance(str(count)) < part.width() - 2:
                painter.setPen(QColor(pen))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, str(count))
            x = part.right()


class MarkKey(QWidget):
    """What the marks mean, in their order; in two lines where one has no room for them."""

    def __init__(self) -> None:
        super().__init__()
        self._words = (self.tr("landed"), self.tr("doubted"), self.tr("not wanted"), self.tr("never came up"))
        self.setAccessibleName(", ".join(self._words))
        self.setFixedHeight(scaled(18))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(scaled(18) * (1 + self._is_narrow))

    @property
    def _is_narrow(self) -> bool:
        metrics = QFontMetrics(font("small"))
        return sum(metrics.horizontalAdvance(words) + MARK + 15 for words in self._words) > self.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        line, x = scaled(18), 0.0
        for kind, words in enumerate(self._words):
            row = kind // 2 if self._is_narrow else 0
            x = 0.0 if self._is_narrow and kind == 2 else x
            spot = QRectF(x, row * line + (line - MARK) / 2, MARK - 1, MARK - 1)
            PeopleMarks.paint_mark(painter, spot, kind, tokens())
            x += MARK + 5
            painter.setPen(QColor(tokens().ink2))
            painter.drawText(QRectF(x, row * line, self.width(), line), int(_MIDDLE), words)
            x += painter.fontMetrics().horizontalAdvance(words) + 10


class PartBar(QWidget):
    """A part of a whole as a bar; `token` colours the part."""

    def __init__(self, part: float, token: str = "ink2", words: str = "", height: int = 8) -> None:
        super().__init__()
        self._part, self._token = part, token
        self.setFixedHeight(height)
        self.setMinimumWidth(40)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = min(4.0, self.height() / 2)
        painter.setBrush(QColor(tokens().both_wash))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        width = self.width() * max(0.0, min(1.0, self._part))
        if width > 0:
            painter.setBrush(QColor(tokens().colour(self._token)))
            painter.drawRoundedRect(QRectF(0, 0, max(width, 2 * radius), self.height()), radius, radius)


class BeforeAfter(QWidget):
    """Two bars on one scale: earlier in stone, later in ink, with the month at left and the count at right."""

    def __init__(self, earlier: tuple[str, int, str], later: tuple[str, int, str]) -> None:
        super().__init__()
        self._rows = ((*earlier, "both"), (*later, "ink"))
        self.setFixedHeight(scaled(44))
        self.setMinimumWidth(scaled(220))
        self.setAccessibleName("; ".join(f"{month}: {words}" for month, _, words, _ in self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        most = max(1, *(count for _, count, _, _ in self._rows))
        month_width = 8.0 + max(painter.fontMetrics().horizontalAdvance(month) for month, _, _, _ in self._rows)
        words_width = 8.0 + max(painter.fontMetrics().horizontalAdvance(words) for _, _, words, _ in self._rows)
        line = self.height() / 2
        for number, (month, count, words, token) in enumerate(self._rows):
            row = QRectF(0, number * line, self.width(), line)
            painter.setPen(QColor(tokens().ink2))
            painter.drawText(row, _MIDDLE, month)
            reach = (self.width() - month_width - words_width) * count / most
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().colour(token)))
            if count:
                painter.drawRoundedRect(QRectF(month_width, row.center().y() - 4.5, max(reach, 4), 9), 4, 4)
            painter.setPen(QColor(tokens().ink))
            painter.drawText(row.adjusted(month_width + reach + (8 if count else 0), 0, 0, 0), _MIDDLE, words)
