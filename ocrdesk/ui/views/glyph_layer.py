"""All passive letter boxes in one item, because an item for each would make zooming slow."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.page.elements import Glyph, Page
from ocrdesk.ui.appearance import Certainty
from ocrdesk.ui.appearance.theme import PAPER_COLORS
from ocrdesk.ui.views.certainty import glyph_certainty
from ocrdesk.ui.views.glyph_index import GlyphIndex
from ocrdesk.ui.views.marks import CORNER, FRAMES, FrameStyle, confirmed_corner, label_chip

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LABELS_FROM = 17.0  # a box this high on the screen has room for its label
_CORNERS_FROM = 15.0
_STEPS = tuple(Certainty)


class GlyphLayer(QGraphicsItem):
    """Draws frames, marks and labels of a page's glyphs, only where something is exposed."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._area = QRectF()
        self._glyphs: list[Glyph] = []
        self._positions: dict[int, int] = {}
        self._rects: list[QRectF] = []
        self._steps: NDArray[np.int8] = np.zeros(0, np.int8)
        self.index = GlyphIndex(())
        self._shows = (True, True)

    def set_page(self, page: Page | None, area: QRectF) -> None:
        """Show the glyphs of another page; ``area`` is all that may be painted on."""
        self.prepareGeometryChange()
        self._area = area
        glyphs = page.glyphs if page is not None else ()
        self._glyphs = list(glyphs)
        self._positions = {glyph.id: position for position, glyph in enumerate(glyphs)}
        self._rects = [_rect(glyph) for glyph in glyphs]
        self._steps = np.array([_STEPS.index(glyph_certainty(g)) for g in glyphs], np.int8)
        self.index = GlyphIndex(glyphs)
        self.update()

    def update_page(self, page: Page, changed_ids: Iterable[int]) -> None:
        """Take over glyphs that changed; glyphs that came, went or moved rebuild the layer."""
        changed = [glyph_id for glyph_id in changed_ids if glyph_id in page]
        is_same_order = len(page.glyphs) == len(self._glyphs) and all(
            new.id == old.id for new, old in zip(page.glyphs, self._glyphs, strict=True)
        )
        if not is_same_order:
            self.set_page(page, self._area)
            return
        for glyph_id in changed:
            position = self._positions[glyph_id]
            glyph = page.glyphs[position]
            self.update(self._touched(self._rects[position]))
            self._glyphs[position] = glyph
            self._rects[position] = _rect(glyph)
            self._steps[position] = _STEPS.index(glyph_certainty(glyph))
            self.index.replace(position, glyph.box)
            self.update(self._touched(self._rects[position]))

    def set_layers(self, *, boxes: bool, labels: bool) -> None:
        """Show or hide frames and labels."""
        self._shows = (boxes, labels)
        self.setVisible(boxes or labels)
        self.update()

    def glyph_at(self, x: float, y: float, *, tolerance: float) -> Glyph | None:
        """Return the glyph a person means by pointing there."""
        position = self.index.at(x, y, tolerance=tolerance)
        return None if position is None else self._glyphs[position]

    def boundingRect(self) -> QRectF:
        """Return the area that may be painted on."""
        return self._area

    def _touched(self, rect: QRectF) -> QRectF:
        """Return the area of a box with its frame and label, at any zoom that shows labels."""
        margin = 8.0 + 1.6 * max(rect.height(), self.index.median_height)
        return rect.adjusted(-margin, -margin, margin, margin)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw what is exposed: fills, frames by step, corners, labels."""
        del widget
        if not self._glyphs:
            return
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        scale = painter.deviceTransform().m11() / ratio
        area = self._touched(option.exposedRect)
        exposed = self.index.within(area.left(), area.top(), area.right(), area.bottom())
        height = self.index.median_height * scale
        steps = self._steps[exposed]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        shows_boxes, shows_labels = self._shows
        if shows_boxes:
            for step, certainty in enumerate(_STEPS):
                rects = [self._rects[i] for i in exposed[steps == step].tolist()]
                if rects:
                    _draw_frames(painter, rects, FRAMES[certainty], scale, ratio)
        transform = painter.worldTransform()
        painter.resetTransform()
        if shows_boxes and height >= _CORNERS_FROM:
            confirmed = exposed[steps == _STEPS.index(Certainty.CONFIRMED)]
            self._draw_corners(painter, confirmed.tolist(), transform, ratio)
        if shows_labels and height >= _LABELS_FROM:
            size = round(min(max(height * 0.42, 12.0), 22.0))
            self._draw_labels(painter, exposed.tolist(), transform, size, ratio)
        painter.setWorldTransform(transform)

    def _draw_corners(
        self, painter: QPainter, positions: list[int], transform: QTransform, ratio: float
    ) -> None:
        pixmap = confirmed_corner(ratio)
        for position in positions:
            point = transform.map(self._rects[position].topRight())
            painter.drawPixmap(QPointF(point.x() - CORNER + 1, point.y()), pixmap)

    def _draw_labels(
        self,
        painter: QPainter,
        positions: list[int],
        transform: QTransform,
        size: int,
        ratio: float,
    ) -> None:
        for position in positions:
            color = PAPER_COLORS[_STEPS[self._steps[position]]]
            chip = label_chip(self._glyphs[position].character, color, size, ratio)
            rect = self._rects[position]
            middle = transform.map(QPointF(rect.center().x(), rect.top()))
            width = chip.width() / ratio
            painter.drawPixmap(QPointF(middle.x() - width / 2, middle.y() - size - 2), chip)


def _draw_frames(
    painter: QPainter, rects: list[QRectF], style: FrameStyle, scale: float, ratio: float
) -> None:
    if style.fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.fill)
        painter.drawRects(rects)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(style.pen())
    pixel = 1.0 / (scale * ratio)
    passes = max(1, round(style.width * ratio))
    for _ in range(passes):
        painter.drawRects(rects)
        painter.translate(pixel, pixel)
    painter.translate(-passes * pixel, -passes * pixel)


def _rect(glyph: Glyph) -> QRectF:
    box = glyph.box
    return QRectF(box.left, box.top, box.width, box.height)
