"""What an empty panel says instead of nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_L, SPACE_S
from ocrdesk.ui.views.icon_label import IconLabel

_ICON = 40


class Placeholder(QWidget):
    """An icon, a heading and a sentence in the middle of a panel."""

    def __init__(
        self, icon_name: str, heading: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, SPACE_S)
        column.setSpacing(SPACE_S)
        column.addStretch(2)
        self._icon = IconLabel(icon_name, _ICON, "disabled")
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._labels = [QLabel(), QLabel()]
        for label, size in zip(self._labels, ("strong", None), strict=True):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            dress(label, size=size, tone="muted")
            column.addWidget(label)
        column.addStretch(3)
        self.say(heading, sentence)

    def say(self, heading: str, sentence: str) -> None:
        """Say something else."""
        for label, text in zip(self._labels, (heading, sentence), strict=True):
            label.setText(text)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the icon out where the words have no room beside it."""
        super().resizeEvent(event)
        needed = self.least_height(event.size().width()) + _ICON + SPACE_S
        self._icon.setVisible(needed <= event.size().height())

    def least_height(self, width: int) -> int:
        """Return how high the words are at that width."""
        edges = self._column.contentsMargins()
        width -= edges.left() + edges.right()
        words = sum(label.heightForWidth(width) for label in self._labels)
        return edges.top() + edges.bottom() + words + SPACE_S * (len(self._labels) - 1)
