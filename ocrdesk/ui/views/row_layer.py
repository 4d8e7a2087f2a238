"""The rows of the page as coloured bands, each with its number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.page.elements import Line
from ocrdesk.ui.appearance import pixel_ratio
from ocrdesk.ui.appearance.theme import PAPER_SELECTION, ROW_BANDS
from ocrdesk.ui.views.marks import row_badge
from ocrdesk.ui.views.row_badges import RowBadges
from ocrdesk.ui.views.row_band import RowBand, bands_of

_ALPHA = 50


class RowLayer(QGraphicsItem):
    """Draws one band per line, along its letters; lines that did not change keep theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._area = QRectF()
        self._bands: list[RowBand] = []
        self._badges = RowBadges()
        self._drop: tuple[int, int] | None = None

    def set_lines(self, lines: Sequence[Line], area: QRectF, paper: QRectF) -> None:
        """Show these lines of a page at ``paper``; ``area`` is all that may be painted on."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        known = {id(band.line): band for band in self._bands}
        unknown = bands_of([line for line in lines if id(line) not in known])
        known.update((id(band.line), band) for band in unknown)
        bands = [known[id(line)] for line in lines]
        # A label leaves its band alone.
        moved = [
            old.area.united(new.area)
            for new, old in zip(bands, self._bands, strict=False)
            if new is not old and new.polygon != old.polygon
        ]
        if len(bands) != len(self._bands) or (moved and self._badges.is_thinned):
            self.update()
        reach = self._badges.reach()
        for both in moved:
            self.update(both.adjusted(-reach, -reach, reach, reach))
        self._bands = bands
        if moved or len(bands) != self._badges.count or paper != self._badges.paper:
            self._badges.set_bands(bands, paper)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._bands)

    def badge_at(self, point: QPointF, transform: QTransform) -> int | None:
        """Return the row whose number is drawn at a point of the screen."""
        return self._badges.at(point, transform)

    def badges_under(self, area: QRectF, lying: QTransform) -> int:
        """Return how many numbers of rows an area of the viewport would hide."""
        return self._badges.under(area, lying) if self.isVisible() else 0

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
        exposed = option.exposedRect
        for number, band in enumerate(self._bands):
            if not band.area.intersects(exposed):
                continue
            color = QColor(ROW_BANDS[number % len(ROW_BANDS)])
            color.setAlpha(_ALPHA)
            painter.setBrush(color)
            painter.drawPolygon(band.polygon)
        self._draw_drop(painter)
        transform = painter.worldTransform()
        painter.resetTransform()
        on_screen = transform.mapRect(exposed)
        for number, area in self._badges.placed(transform).items():
            if area.intersects(on_screen):
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
