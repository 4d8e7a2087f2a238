"""What an empty panel says instead of nothing."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress, icon_pixmap, theme_of
from ocrdesk.ui.appearance.metrics import SPACE_S, SPACE_XL

_ICON = 40


class Placeholder(QWidget):
    """An icon, a heading and a sentence in the middle of a panel."""

    def __init__(
        self, icon_name: str, heading: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel()
        self._heading = QLabel(heading)
        self._sentence = QLabel(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_S)
        column.addStretch(2)
        for label in (self._icon, self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._icon)
            dress(label, size="strong" if label is self._heading else None, tone="muted")
            column.addWidget(label)
        column.addStretch(3)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self._wear()

    def _wear(self) -> None:
        theme = theme_of(self.palette())
        self._icon.setPixmap(
            icon_pixmap(
                self._icon_name, _ICON, QColor(theme.disabled), ratio=self.devicePixelRatioF()
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._wear()
