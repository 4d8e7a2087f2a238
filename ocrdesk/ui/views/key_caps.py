"""Keys drawn as the caps of a keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ocrdesk.ui.appearance import theme_of
from ocrdesk.ui.appearance.metrics import RADIUS_S, SPACE_M, SPACE_S, SPACE_XS
from ocrdesk.ui.appearance.theme import mixed
from ocrdesk.ui.translation import later, tr

_NONE = later("none")
_AT_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class KeyCaps(QWidget):
    """Keys drawn as caps; alternatives are parted by commas, as in "Ctrl+Y, Ctrl+Shift+Z".

    Those that can be changed say ``clicked`` when a person wants to, by pointer or keys.
    """

    clicked = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._is_editable = False
        self._choices: list[list[str]] = []
        self.show_keys(keys)

    def show_keys(self, keys: str) -> None:
        """Show other keys."""
        self._choices = [_split(choice) for choice in keys.split(", ") if choice]
        self.setAccessibleName(keys or tr(_NONE))
        self.updateGeometry()
        self.update()

    def make_editable(self, what: str) -> None:
        """Let a person ask for other keys."""
        self._is_editable = True
        self.setToolTip(tr("Change the keys of “{what}”").format(what=what))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for other keys."""
        if self._is_editable and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for other keys by Enter or Space."""
        if self._is_editable and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room for all caps on one line."""
        width = sum(self._width(key) + SPACE_XS for choice in self._choices for key in choice)
        width += SPACE_M * max(len(self._choices) - 1, 0) - SPACE_XS  # none behind the last
        if not self._choices:
            width = self.fontMetrics().horizontalAdvance(tr(_NONE)) + SPACE_XS
        return QSize(max(width, 1), self.fontMetrics().height() + SPACE_S)

    def minimumSizeHint(self) -> QSize:
        """Return the same: caps are never cut."""
        return self.sizeHint()

    def _width(self, key: str) -> int:
        return max(self.fontMetrics().horizontalAdvance(key) + 2 * SPACE_S, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caps from left to right."""
        del event
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.0))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_S, RADIUS_S
            )
        if not self._choices:
            painter.setPen(QColor(theme.muted))
            painter.drawText(self.rect(), _AT_THE_RIGHT, tr(_NONE))
        left = 0.0
        for position, choice in enumerate(self._choices):
            if position:
                painter.setPen(QColor(theme.muted))
                area = QRectF(left - SPACE_XS, 0.0, SPACE_M + SPACE_XS, self.height())
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), "/")
                left += SPACE_M
            for key in choice:
                cap = QRectF(left, 0.5, self._width(key), self.height() - 1.0)
                painter.setPen(QPen(mixed(theme.border, theme.border_strong, 0.5), 1.0))
                painter.setBrush(QColor(theme.raised))
                painter.drawRoundedRect(cap.adjusted(0.5, 0, -0.5, 0), RADIUS_S, RADIUS_S)
                painter.setPen(QColor(theme.text))
                painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
                left += cap.width() + SPACE_XS


def _split(choice: str) -> list[str]:
    """Return the keys of a combination; the plus key itself stays whole."""
    parts = choice.replace("++", "+\0").split("+")
    return [part.replace("\0", "+") for part in parts if part]
