"""The rows of the page as coloured bands, each with its number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.page.elements import Line
from ocrdesk.ui.appearance.theme import ROW_BANDS
from ocrdesk.ui.views.marks import row_badge
from ocrdesk.ui.views.row_band import RowBand, band_of

_ALPHA = 50
_BADGES_FROM = 12.0  # a band this high on the screen has room for its number
_BADGE_GAP = 5.0  # pixels of the screen between band and number


class RowLayer(QGraphicsItem):
    """Draws one band per line, along its letters; lines that did not change keep theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._area = QRectF()
        self._bands: list[RowBand] = []

    def set_lines(self, lines: Sequence[Line], area: QRectF) -> None:
        """Show these lines; ``area`` is all that may be painted on."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        known = {id(band.line): band for band in self._bands}
        bands = [known.get(id(line)) or band_of(line) for line in lines]
        if len(bands) != len(self._bands):
            self.update()
        for new, old in zip(bands, self._bands, strict=False):
            if new is not old and new.polygon != old.polygon:  # a label leaves its band alone
                self.update(_with_badge(old.area.united(new.area)))
        self._bands = bands

    def boundingRect(self) -> QRectF:
        """Return the area that may be painted on."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the exposed bands and their numbers."""
        del widget
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        scale = painter.deviceTransform().m11() / ratio
        # Smooth edges cost 60 ms for 40 slanting bands across a screen, plain ones 0.3 ms.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        exposed = [
            (number, band)
            for number, band in enumerate(self._bands)
            if _with_badge(band.area).intersects(option.exposedRect)
        ]
        for number, band in exposed:
            color = QColor(ROW_BANDS[number % len(ROW_BANDS)])
            color.setAlpha(_ALPHA)
            painter.setBrush(color)
            painter.drawPolygon(band.polygon)
        transform = painter.worldTransform()
        painter.resetTransform()
        for number, band in exposed:
            height = band.height * scale
            if height < _BADGES_FROM:
                continue
            size = round(min(max(height * 0.5, 14.0), 20.0))
            color_name = ROW_BANDS[number % len(ROW_BANDS)]
            badge = row_badge(number + 1, color_name, size, ratio)
            width = badge.width() / ratio
            reach = abs(band.along.x()) * width / 2 + abs(band.along.y()) * size / 2 + _BADGE_GAP
            middle = transform.map(band.start) - band.along * reach
            painter.drawPixmap(middle - QPointF(width / 2, size / 2), badge)
        painter.setWorldTransform(transform)


def _with_badge(area: QRectF) -> QRectF:
    margin = max(min(area.width(), area.height()), 60.0) * 3
    return area.adjusted(-margin, -margin, margin, margin)
