"""Another way to part some letters, drawn over their picture: what is there, and what would be."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.appearance import draw_letters, letter_font, theme_of
from ocrdesk.ui.appearance.metrics import RADIUS_M
from ocrdesk.ui.appearance.theme import PAPER_SELECTION
from ocrdesk.ui.translation import tr

_HEIGHT = 96


class CutShown(NamedTuple):
    """A part of the page (pixels of it) with its picture, and the boxes that would be there.

    ``labels`` are what would be read in each box.
    """

    area: BoundingBox
    picture: QImage | None
    boxes: Sequence[BoundingBox]
    labels: Sequence[str]


class CutPicture(QWidget):
    """Shows the ghosts of the boxes to be, dashed, each with its letter above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut: CutShown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(tr("How the letters would be parted"))

    @property
    def cut(self) -> CutShown | None:
        """What is shown."""
        return self._cut

    def set_cut(self, cut: CutShown | None) -> None:
        """Show another proposal."""
        self._cut = cut
        self.setAccessibleDescription("" if cut is None else " ".join(cut.labels))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a letter as high as a finger is wide."""
        return QSize(160, _HEIGHT + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return half of it: a low panel may show it smaller."""
        return QSize(80, self.sizeHint().height() // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, and the ghosts over it."""
        del event
        cut = self._cut
        if cut is None:
            return
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        label = self.fontMetrics().height() + 4
        room = QRectF(self.rect()).adjusted(1, label, -1, -1)
        scale = min(room.width() / cut.area.width, room.height() / cut.area.height)
        width, height = cut.area.width * scale, cut.area.height * scale
        frame = QRectF(room.center().x() - width / 2, room.top(), width, height)
        outline = QPainterPath()
        outline.addRoundedRect(frame, RADIUS_M / 2, RADIUS_M / 2)
        if cut.picture is not None:
            painter.setClipPath(outline)  # a dark page would stick out at the corners
            painter.drawImage(frame, cut.picture)
            painter.setClipping(False)
        painter.setPen(QPen(QColor(theme.border), 1.0))
        painter.drawPath(outline)
        painter.setFont(letter_font(self.font()))
        for box, text in zip(cut.boxes, cut.labels, strict=True):
            origin = frame.topLeft() - QPointF(cut.area.left, cut.area.top) * scale
            corner = origin + QPointF(box.left, box.top) * scale
            ghost = QRectF(corner.x(), corner.y(), box.width * scale, box.height * scale)
            painter.setPen(QPen(QColor(PAPER_SELECTION), 2.0, Qt.PenStyle.DashLine))
            painter.drawRect(ghost)
            painter.setPen(QColor(theme.text))
            above = QRectF(ghost.center().x() - 30, 0, 60, label - 2)
            draw_letters(painter, above, Qt.AlignmentFlag.AlignCenter, text)
