"""The confusion matrix, whose cells ask for their letters, and the numbers of each class."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from ocrdesk.formats.chart_drawing import shader
from ocrdesk.ui.appearance import draw_letters, letter_font, theme_of
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.hinted_list import draw_hint
from ocrdesk.ui.views.lab_pictures import chart_colors
from ocrdesk.ui.views.patch_picture import image_of

_LEFT, _BOTTOM = 26, 26
_LEAST = 9  # pixels, of letters that can still be read
_LANE = 11.0
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ConfusionMatrix(QWidget):
    """Rows are what letters are, columns what they were read as; shades are shares of a row."""

    cell_clicked = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._names: Sequence[str] = ()
        self._image: QImage | None = None
        self._chosen: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Confusion matrix"))
        self.setMinimumSize(150, 150)

    def sizeHint(self) -> QSize:
        """Return a size that 36 classes can be read at."""
        return QSize(380, 380)

    def set_counts(self, counts: NDArray[np.int64], names: Sequence[str]) -> None:
        """Show other counts (n, n) of these classes."""
        self._counts, self._names, self._image = counts, names, None
        if self._chosen is not None and max(self._chosen) >= len(names):
            self._chosen = None
        self.update()

    def choose(self, truth: int, taken_for: int) -> None:
        """Mark a cell."""
        self._chosen = (truth, taken_for)
        told = self._told(self._chosen)
        self.setAccessibleDescription(told)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._image = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        self.setFocus()
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self.choose(*cell)
            self.cell_clicked.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the cell under the pointer is."""
        cell = self._cell_at(event.position().toPoint())
        if cell is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self._told(cell), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell by the arrow keys."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None or not len(self._names):
            super().keyPressEvent(event)
            return
        row, column = self._chosen or (0, 0)
        last = len(self._names) - 1
        self.choose(min(max(row + step[0], 0), last), min(max(column + step[1], 0), last))
        assert self._chosen is not None
        self.cell_clicked.emit(*self._chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, the names along both sides, and a frame around the chosen cell."""
        del event
        count = len(self._names)
        if not count:
            draw_hint(self, tr("Once a run has begun, each row shows what a character is read as."))
            return
        painter = QPainter(self)
        theme, side = theme_of(self.palette()), self._side()
        if self._image is None:
            colors = chart_colors(self)
            sums = np.maximum(self._counts.sum(axis=1, keepdims=True), 1)
            self._image = image_of(shader(colors.low, colors.high)(np.sqrt(self._counts / sums)))
        painter.drawImage(QRectF(_LEFT, 0, side * count, side * count), self._image)
        painter.setPen(QColor(theme.muted))
        font = letter_font(self.font())
        font.setPixelSize(name_size(side))
        painter.setFont(font)
        middle = Qt.AlignmentFlag.AlignCenter
        for (left, below), name in zip(name_places(side, count), self._names, strict=True):
            draw_letters(painter, left, middle, name)
            draw_letters(painter, below, middle, name)
        if self._chosen is not None:
            row, column = self._chosen
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(QRectF(_LEFT + column * side, row * side, side, side))

    def _side(self) -> float:
        count = max(len(self._names), 1)
        return max(1.0, min(self.width() - _LEFT, self.height() - _BOTTOM) / count)

    def _cell_at(self, place: QPoint) -> tuple[int, int] | None:
        side, count = self._side(), len(self._names)
        row, column = int(place.y() // side), int((place.x() - _LEFT) // side)
        return (row, column) if 0 <= row < count and 0 <= column < count else None

    def _told(self, cell: tuple[int, int]) -> str:
        truth, read = cell
        count, of = int(self._counts[truth, read]), int(self._counts[truth].sum())
        return tr("{truth} read as {read}: {count} of {of}").format(
            truth=self._names[truth], read=self._names[read], count=count, of=of
        )


def name_size(side: float) -> int:
    """Return how large names of classes are written beside cells of that size, in pixels."""
    return max(_LEAST, min(11, round(side * 0.95)))


def name_places(side: float, count: int) -> list[tuple[QRectF, QRectF]]:
    """Return where each name stands, at the left and below.

    Beside cells too small for letters that can be read every other name stands further out.
    """
    lanes = 1 if side >= _LEAST else 2
    reach = side * lanes
    places = []
    for place in range(count):
        middle, lane = (place + 0.5) * side, place % lanes
        start = middle - reach / 2
        across = _LEFT - 3 - _LANE * (lane + 1)
        down = side * count + 2 + _LANE * lane
        places.append((QRectF(across, start, _LANE, reach),
                       QRectF(_LEFT + start, down, reach, _LANE)))  # fmt: skip
    return places


class CountBars(QWidget):
    """A bar for each class: letters to learn from, and on top of them those that judge."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: NDArray[np.intp] = np.zeros((0, 2), np.intp)
        self._names: Sequence[str] = ()
        self.setMinimumHeight(96)
        self.setAccessibleName(tr("Letters of each character"))
        self.setMouseTracking(True)

    def set_counts(self, counts: NDArray[np.intp], names: Sequence[str]) -> None:
        """Show counts (n, 2), to learn from and to judge by, of these classes."""
        self._counts, self._names = counts, names
        fewest = int(counts.sum(axis=1).min(initial=0))
        most = int(counts.sum(axis=1).max(initial=0))
        self.setAccessibleDescription(
            tr("{count} characters with {fewest} to {most} letters").format(
                count=len(names), fewest=fewest, most=most
            )
        )
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the numbers of the class under the pointer."""
        step = self.width() / max(len(self._names), 1)
        place = int(event.position().x() // step)
        if 0 <= place < len(self._names):
            learn, judge = self._counts[place].tolist()
            told = tr("{character}: {learn} to learn from, {judge} to judge by").format(
                character=self._names[place], learn=learn, judge=judge
            )
            QToolTip.showText(event.globalPosition().toPoint(), told, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars with their names below."""
        del event
        if not len(self._names):
            return
        painter = QPainter(self)
        theme, colors = theme_of(self.palette()), chart_colors(self)
        room, step = self.height() - 18.0, self.width() / len(self._names)
        most = max(int(self._counts.sum(axis=1).max()), 1)
        font = letter_font(self.font())
        font.setPixelSize(max(7, min(12, int(step))))
        painter.setFont(font)
        for place, name in enumerate(self._names):
            bottom = room
            for count, color in zip(self._counts[place].tolist(), colors.lines, strict=False):
                high = (room - 4) * count / most
                bar = QRectF(place * step + step * 0.15, bottom - high, step * 0.7, high)
                painter.fillRect(bar, QColor(color))
                bottom -= high
            painter.setPen(QColor(theme.muted))
            below = QRectF(place * step, room + 1, step, 16)
            draw_letters(painter, below, Qt.AlignmentFlag.AlignCenter, name)
