"""A box to choose from that ends what it has no room for in an ellipsis."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class ElidedBox(QComboBox):
    """As wide as there is room, whatever it holds; Qt's own cuts letters in two."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self.setMinimumContentsLength(least)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

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
        return option.fontMetrics.elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width() - 4
        )

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
