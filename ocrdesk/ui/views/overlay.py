"""Sentences and frames that float over the page."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from ocrdesk.ui.appearance import icon_pixmap, pixel_ratio, scaled_font, theme_of
from ocrdesk.ui.appearance.metrics import ICON_XL, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from ocrdesk.ui.appearance.typography import TITLE
from ocrdesk.ui.translation import later, tr

_DROP = later("Drop to open")
_ABOVE = 72  # clears a progress strip at the foot of the page


class HintOverlay(QLabel):
    """One sentence on a dark pill near the lower edge; clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_S)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a sentence; an empty one hides the pill."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.place()

    def place(self) -> None:
        """Find the right place after a change of text or size."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        room = parent.width() - 2 * SPACE_XL
        text_width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * SPACE_L + SPACE_M
        width = max(80, min(room, 560, text_width))
        height = self.heightForWidth(width)
        self.setGeometry(
            (parent.width() - width) // 2, parent.height() - height - _ABOVE, width, height
        )
        self.raise_()

    def changeEvent(self, event: QEvent) -> None:
        """Keep light text on the dark pill in every theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill and the sentence."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(24, 26, 33, 228))
        radius = min(self.height() / 2, 16.0)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setPen(QColor("#f4f5f8"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.contentsRect()), int(flags), self.text())


class DropFrame(QWidget):
    """A frame over a view while files hover over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self) -> None:
        """Cover the parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a dashed frame, and in its middle a picture and what dropping will do.

        Nothing of what lies below shows through: its words would run into these.
        """
        del event
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.tint))
        painter.setPen(QPen(QColor(theme.accent), 2.0, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(SPACE_M, SPACE_M, -SPACE_M, -SPACE_M)
        painter.drawRoundedRect(frame, 10.0, 10.0)
        words, picture = self.places()
        ratio = pixel_ratio(painter)
        color = QColor(theme.accent)
        painter.drawPixmap(picture.topLeft(), icon_pixmap("drop", ICON_XL, color, ratio=ratio))
        painter.setPen(QColor(theme.text))
        painter.setFont(self._font())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextWordWrap), tr(_DROP))

    def places(self) -> tuple[QRectF, QRectF]:
        """Return where the words and the picture above them are: together in the middle."""
        room = QRectF(self.rect()).adjusted(SPACE_XL, SPACE_XL, -SPACE_XL, -SPACE_XL)
        flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
        words = QFontMetricsF(self._font()).boundingRect(room, flags, tr(_DROP))
        top = self.rect().center().y() - (ICON_XL + SPACE_M + words.height()) / 2
        words = QRectF(room.left(), top + ICON_XL + SPACE_M, room.width(), words.height())
        left = round(self.rect().center().x() - ICON_XL / 2)
        return words, QRectF(left, round(top), ICON_XL, ICON_XL)

    def _font(self) -> QFont:
        return scaled_font(self.font(), TITLE, weight=QFont.Weight.DemiBold)
