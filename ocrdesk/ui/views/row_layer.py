"""The rows of the page as coloured bands, each with its number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.page.elements import Line
from ocrdesk.ui.appearance import pixel_ratio
from ocrdesk.ui.appearance.theme import PAPER_SELECTION, ROW_BANDS
from ocrdesk.ui.views.marks import badge_width, row_badge
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
        self._drop: tuple[int, int] | None = None

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

    def badge_at(self, point: QPointF, transform: QTransform) -> int | None:
        """Return the row whose number is drawn at a point of the screen."""
        for number, band in enumerate(self._bands):
            area = _badge_area(band, number, transform)
            if area is not None and area.contains(point):
                return number
        return None

    def nearest(self, paper: QPointF) -> int:
        """Return the row whose middle is nearest to a place, up or down."""
        middles = [band.polygon.boundingRect().center().y() for band in self._bands]
        return min(range(len(middles)), key=lambda row: abs(middles[row] - paper.y()))

    def show_drop(self, row: int | None, to: int | None) -> None:
        """Show where a row would be read that is being dragged; None for nothing."""
        drop = None if row is None or to is None else (row, to)
        if drop != self._drop:
            self._drop = drop
            self.update()

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
        ratio = pixel_ratio(painter)
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
        self._draw_drop(painter)
        transform = painter.worldTransform()
        painter.resetTransform()
        for number, band in exposed:
            area = _badge_area(band, number, transform)
            if area is not None:
                color_name = ROW_BANDS[number % len(ROW_BANDS)]
                badge = row_badge(number + 1, color_name, round(area.height()), ratio)
                painter.drawPixmap(area.topLeft(), badge)
        painter.setWorldTransform(transform)

    def _draw_drop(self, painter: QPainter) -> None:
        """Frame the row that is dragged, and draw a line where it would be read."""
        if self._drop is None:
            return
        row, to = self._drop
        pen = QPen(QColor(PAPER_SELECTION), 3.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(self._bands[row].polygon)
        if to != row:
            corners = self._bands[to].polygon
            first, last = (0, 1) if to < row else (3, 2)
            pen.setWidthF(5.0)
            painter.setPen(pen)
            painter.drawLine(corners.at(first), corners.at(last))


def _badge_area(band: RowBand, number: int, transform: QTransform) -> QRectF | None:
    """Return where the number of a row is on the screen; None where it would be too small."""
    height = band.height * transform.m22()
    if height < _BADGES_FROM:
        return None
    size = round(min(max(height * 0.5, 14.0), 20.0))
    width = badge_width(number + 1, size)
    along = band.along
    reach = abs(along.x()) * width / 2 + abs(along.y()) * size / 2 + _BADGE_GAP
    middle = transform.map(band.start) - along * reach
    return QRectF(middle.x() - width / 2, middle.y() - size / 2, width, size)


def _with_badge(area: QRectF) -> QRectF:
    margin = max(min(area.width(), area.height()), 60.0) * 3
    return area.adjusted(-margin, -margin, margin, margin)
