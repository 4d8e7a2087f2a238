"""Things in a column that scrolls where they have no room."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFrame, QLabel, QScrollArea, QWidget


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


def whole_height(content: QWidget, room: int) -> int:
    """Return the most height within some room that cuts neither a line nor a button of a content.

    It is seen from its top, and laid out. Where already the first line has no room, that is all
    room: half a line says more than nothing.
    """
    pieces = [*_pieces(content)]
    ends = sorted((bottom for _, bottom in pieces if bottom <= room), reverse=True)
    return next((end for end in ends if all(b <= end or end <= t for t, b in pieces)), room)


def _pieces(content: QWidget) -> Iterator[tuple[int, int]]:
    """Yield from where to where each line of a text, each button and each box reaches down."""
    for part in content.findChildren(QWidget):
        if not part.isVisibleTo(content):
            continue
        top = part.mapTo(content, QPoint(0, 0)).y()
        if isinstance(part, QLabel):
            step = part.fontMetrics().lineSpacing()
            count = max(part.height() // step, 1)
            top += (part.height() - count * step) // 2
            yield from ((top + step * line, top + step * (line + 1)) for line in range(count))
        elif isinstance(part, QAbstractButton | QComboBox):
            yield top, top + part.height()
