"""An icon that stands for itself, in a colour of the theme."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocrdesk.ui.appearance import icon_pixmap, theme_of


class IconLabel(QWidget):
    """Draws an icon when it is painted, so that theme and screen may change under it.

    ``color`` is the name of a colour of the Theme. Screen readers pass it over.
    """

    def __init__(self, name: str, size: int, color: str) -> None:
        super().__init__()
        self._name = name
        self._size = size
        self._color = color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, color: str) -> None:
        """Draw another icon, or in another colour."""
        self._name, self._color = name, color
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        del event
        color = QColor(getattr(theme_of(self.palette()), self._color))
        pixmap = icon_pixmap(self._name, self._size, color, ratio=self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)
