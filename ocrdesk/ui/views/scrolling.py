"""Things in a column that scrolls where they have no room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(content: QWidget, name: str = "") -> QScrollArea:
    """Return an area without a frame that is as wide as there is room; screen readers say name."""
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(content)
    scroll.setAccessibleName(name)
    return scroll


class WordyColumn(QWidget):
    """What a narrow area scrolls: no higher than its texts are at the area's width.

    Qt's own hint is about texts as narrow as they get, and would let the area scroll too early.
    Where it ``shrinks`` it is never wider than the area, whatever is in it: buttons and boxes see
    how little room they have and say less.
    """

    def __init__(self, *, shrinks: bool = False) -> None:
        super().__init__()
        self._shrinks = shrinks

    def minimumSizeHint(self) -> QSize:
        """Return the least height at this width."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if self._shrinks:
            hint.setWidth(0)
        if layout is None or not layout.hasHeightForWidth():
            return hint
        width = max(hint.width(), self.width())
        return QSize(hint.width(), layout.minimumHeightForWidth(width))
