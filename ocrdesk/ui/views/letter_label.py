"""A label for the characters of letters, drawn so that O and 0 are told apart."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel

from ocrdesk.ui.appearance import draw_letters
from ocrdesk.ui.views.elided_label import draw_ground


class LetterLabel(QLabel):
    """One line of plain text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as a label does, with a stroke through each zero."""
        del event
        painter = QPainter(self)
        option = draw_ground(self, painter)
        painter.setFont(self.font())
        painter.setPen(option.palette.color(QPalette.ColorRole.WindowText))
        draw_letters(painter, QRectF(self.contentsRect()), self.alignment(), self.text())
