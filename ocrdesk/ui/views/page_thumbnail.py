"""A page in small, framed as the sheet it is."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from ocrdesk.ui.appearance import Theme
from ocrdesk.ui.appearance.metrics import RADIUS_S
from ocrdesk.ui.appearance.theme import mixed

_LEAST_SIDE = 6.0  # of the thumbnail of a long strip


def draw_thumbnail(painter: QPainter, area: QRectF, image: QImage | None, theme: Theme) -> None:
    """Draw all of a page, framed as the sheet it is; without one, the place where it will be."""
    sheet = area if image is None or image.isNull() else _fitted(image.size().toSizeF(), area)
    clip = QPainterPath()
    radius = min(RADIUS_S, sheet.width() / 6, sheet.height() / 6)
    clip.addRoundedRect(sheet, radius, radius)
    painter.fillPath(clip, mixed(theme.base, theme.text, 0.07))
    if sheet is not area and image is not None:
        painter.save()
        painter.setClipPath(clip)
        painter.drawImage(sheet, image)
        painter.restore()
    painter.setPen(QColor(theme.border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(clip)


def _fitted(size: QSizeF, area: QRectF) -> QRectF:
    """Return where something goes that is to fill an area without losing any of itself.

    A long strip keeps enough of its shorter side to be seen at all.
    """
    inside = size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    inside = inside.expandedTo(QSizeF(_LEAST_SIDE, _LEAST_SIDE))
    place = QRectF(QPointF(), inside)
    place.moveCenter(area.center())
    return place
