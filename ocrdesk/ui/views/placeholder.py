"""What an empty panel says instead of nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ocrdesk.ui.appearance import dress
from ocrdesk.ui.appearance.metrics import SPACE_S, SPACE_XL
from ocrdesk.ui.views.icon_label import IconLabel

_ICON = 40


class Placeholder(QWidget):
    """An icon, a heading and a sentence in the middle of a panel."""

    def __init__(
        self, icon_name: str, heading: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_S)
        column.addStretch(2)
        icon = IconLabel(icon_name, _ICON, "disabled")
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for text, size in ((heading, "strong"), (sentence, None)):
            label = QLabel(text)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            dress(label, size=size, tone="muted")
            column.addWidget(label)
        column.addStretch(3)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
