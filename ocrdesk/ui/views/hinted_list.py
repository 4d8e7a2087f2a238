"""A list that says what will be in it while nothing is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QWidget

from ocrdesk.ui.appearance import theme_of
from ocrdesk.ui.appearance.metrics import SPACE_M


class HintedList(QListWidget):
    """Shows ``hint`` in its middle while it is empty."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self._hint = hint
        self.setAccessibleDescription(hint)

    @property
    def hint(self) -> str:
        """What is said of an empty list."""
        return self._hint

    def set_hint(self, hint: str) -> None:
        """Say something else."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the items, or the hint."""
        super().paintEvent(event)
        if not self.count() and self._hint:
            draw_hint(self.viewport(), self._hint)


def draw_hint(widget: QWidget, words: str) -> None:
    """Draw muted words in the middle of a widget that has nothing to show; in its paint event."""
    painter = QPainter(widget)
    painter.setPen(QColor(theme_of(widget.palette()).muted))
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    edge = float(SPACE_M)
    painter.drawText(QRectF(widget.rect()).adjusted(edge, edge, -edge, -edge), flags, words)
