"""A box to choose from that ends what it has no room for in an ellipsis."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_SHORT = Qt.ItemDataRole.UserRole + 1
_AROUND = 48  # pixels beside the words: its frame and its arrow


class ElidedBox(QComboBox):
    """As wide as there is room, whatever it holds; Qt's own cuts letters in two.

    What has no room may be said in fewer words before it is cut.
    """

    def __init__(self, least: int) -> None:
        super().__init__()
        self.setMinimumContentsLength(least)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def add_item(self, text: str, data: object, *, short: str) -> None:
        """Add an entry that may be said in ``short``; the list always says all of it."""
        self.addItem(text, data)
        self.setItemData(self.count() - 1, short, _SHORT)

    @property
    def least_width(self) -> int:
        """How wide it has to be to say each entry whole, in short where it may be."""
        metrics = self.fontMetrics()
        texts = [self.itemData(n, _SHORT) or self.itemText(n) for n in range(self.count())]
        return max(map(metrics.horizontalAdvance, texts), default=0) + _AROUND

    def showPopup(self) -> None:
        """Open the list as wide as its entries."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + bar))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the column it stands in: Qt would choose another entry in passing."""
        event.ignore()

    def shown_text(self) -> str:
        """Return what of the text there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        metrics, room = option.fontMetrics, field.width() - 4
        text, short = self.currentText(), self.currentData(_SHORT)
        if short and metrics.horizontalAdvance(text) > room:
            text = str(short)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box with as much of its text as it holds."""
        if self.isEditable():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
