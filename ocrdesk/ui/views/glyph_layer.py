"""All passive letter boxes in one item, because an item for each would make zooming slow."""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.page.elements import Glyph, Page
from ocrdesk.ui.appearance import Certainty, pixel_ratio
from ocrdesk.ui.appearance.theme import PAPER_COLORS
from ocrdesk.ui.views.glyph_index import GlyphIndex
from ocrdesk.ui.views.glyph_table import STEPS, GlyphTable
from ocrdesk.ui.views.marks import (
    CORNER,
    FOLD,
    FRAMES,
    FrameStyle,
    confirmed_corner,
    confirmed_fold,
    label_chip,
)

_MOST_LABELS = 1000
_LABEL_SIZES = (13, 16, 19, 22)  # few, so that zooming reuses labels
_CLOSE_LABEL = 11  # where the rows of a page are close
_LABEL_GAP = 2
_FEW = 0.15  # this share of the letters may have less room than their label needs
_LABELS_FROM = 18.0  # a box this high on the screen has room for its label
_CORNERS_FROM = 24.0  # smaller boxes would be hidden under their corners
_TICK_WIDTH, _TICK_HEIGHT = 2 * CORNER, 3 * CORNER  # a tick hides a sixth of such a box
_MANY = 200  # letters; painting more one by one takes longer than all
_CONFIRMED = STEPS.index(Certainty.CONFIRMED)
_NOWHERE = np.zeros(0)


class _Look(NamedTuple):
    """What depends on the zoom and the screen; a size of 0 is for no labels."""

    has_corners: bool
    label_size: int
    ratio: float


class GlyphLayer(QGraphicsItem):
    """Draws frames, marks and labels of a page's glyphs, only where something is exposed."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._area = QRectF()
        self._table = GlyphTable()
        self._shows = (True, True)
        self._extent = 0.0
        self._chips: dict[int, tuple[QPixmap, int]] = {}
        self._look = _Look(has_corners=False, label_size=0, ratio=1.0)

    def set_page(self, page: Page | None, area: QRectF) -> None:
        """Show the glyphs of another page; ``area`` is all that may be painted on."""
        self.prepareGeometryChange()
        self._area = area
        self._table = GlyphTable(page)
        self._extent = float(page.width * page.height) if page is not None else 0.0
        self._chips.clear()
        self.update()

    def update_page(self, page: Page, changed_ids: Collection[int]) -> None:
        """Take over an edited page; what changed, came or went has its id in ``changed_ids``."""
        height = self.index.median_height
        for glyph_id in changed_ids:
            self._chips.pop(glyph_id, None)
        touched = self._table.follow(page, changed_ids)
        if self.index.median_height != height or len(touched) > _MANY:
            self.update()
            return
        for rect in touched:
            self.update(self._touched(rect))

    def judge_anew(self) -> None:
        """Mark the letters by where doubt begins now."""
        self._table.judge_anew()
        self._chips.clear()
        self.update()

    @property
    def index(self) -> GlyphIndex:
        """Where the boxes are."""
        return self._table.index

    def set_layers(self, *, boxes: bool, labels: bool) -> None:
        """Show or hide frames and labels."""
        self._shows = (boxes, labels)
        self.setVisible(boxes or labels)
        self.update()

    def label_reach(self, scale: float) -> float:
        """Return how far labels rise above their boxes at a zoom, in screen pixels, at most."""
        height = self.index.median_height * scale
        has_labels = self.isVisible() and self._shows[1] and height >= _LABELS_FROM
        return _usual_label(height) + _LABEL_GAP if has_labels else 0.0

    def label_scale(self, view: QWidget) -> float:
        """Return the least zoom at which a view of that size shows labels; 0 without letters."""
        if self._extent <= 0 or not len(self._table):
            return 0.0
        crowd = len(self._table) * view.width() * view.height() / (self._extent * _MOST_LABELS)
        is_crowded = len(self._table) > _MOST_LABELS
        return max(_LABELS_FROM / self.index.median_height, crowd**0.5 if is_crowded else 0.0)

    def glyph_at(self, x: float, y: float, *, tolerance: float) -> Glyph | None:
        """Return the glyph a person means by pointing there."""
        position = self.index.at(x, y, tolerance=tolerance)
        return None if position is None else self._table.glyphs[position]

    def glyphs_inside(self, rect: QRectF) -> list[Glyph]:
        """Return the glyphs whose middle lies in the area, in reading order."""
        found = self.index.inside(rect.left(), rect.top(), rect.right(), rect.bottom())
        return [self._table.glyphs[position] for position in found.tolist()]

    def boundingRect(self) -> QRectF:
        """Return the area that may be painted on."""
        return self._area

    def _touched(self, rect: QRectF) -> QRectF:
        """Return the area of boxes with frames and labels, at any zoom that shows labels."""
        reach = 8.0 + 1.6 * self.index.median_height
        return rect.adjusted(-reach, -reach, reach, reach)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw what is exposed: fills, frames by step, corners, labels."""
        if not len(self._table):
            return
        ratio = pixel_ratio(painter)
        scale = painter.deviceTransform().m11() / ratio
        area = self._touched(option.exposedRect)
        exposed = self.index.within(area.left(), area.top(), area.right(), area.bottom())
        steps = self._table.steps[exposed]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        shows_boxes, shows_labels = self._shows
        if shows_boxes:
            for step, certainty in enumerate(STEPS):
                rects = [self._table.rects[i] for i in exposed[steps == step].tolist()]
                if rects:
                    _draw_frames(painter, rects, FRAMES[certainty], scale, ratio)
        transform = painter.worldTransform()
        painter.resetTransform()
        height = self.index.median_height * scale
        has_labels = shows_labels and height >= _LABELS_FROM and self._has_room(widget, scale)
        room = self._table.headroom * scale - 1.0 if has_labels else _NOWHERE
        self._wear(
            _Look(
                has_corners=shows_boxes and height >= _CORNERS_FROM,
                label_size=_label_size(height, room) if has_labels else 0,
                ratio=ratio,
            )
        )
        if self._look.has_corners:
            self._draw_corners(painter, exposed[steps == _CONFIRMED], transform)
        if self._look.label_size:
            self._draw_labels(painter, exposed, transform, room[exposed])
        painter.setWorldTransform(transform)

    def _wear(self, look: "_Look") -> None:
        """Draw marks of one look only, also where an edit exposed but a part of the page."""
        if look != self._look:
            self._look = look
            self._chips.clear()
            self.update()

    def _has_room(self, widget: QWidget | None, scale: float) -> bool:
        """Tell whether labels would stay readable, and quick to draw, at this zoom.

        The number of letters in sight is estimated from the zoom alone, so that all parts of the
        window agree while it is scrolled.
        """
        if widget is None or self._extent <= 0:
            return True
        share = widget.width() * widget.height() / (self._extent * scale * scale)
        return len(self._table) * min(share, 1.0) <= _MOST_LABELS

    def _draw_corners(
        self, painter: QPainter, positions: NDArray[np.intp], transform: QTransform
    ) -> None:
        """Mark each box with a tick, or where that would hide much of its ink, with a fold."""
        rects, scale = self._table.rects, transform.m11()
        widths = np.array([rects[i].width() for i in positions.tolist()]) * scale
        is_high = self.index.median_height * scale >= _TICK_HEIGHT  # one look for all of a page
        is_roomy = (widths >= _TICK_WIDTH) & is_high
        ratio = self._look.ratio
        tick, fold = confirmed_corner(ratio), confirmed_fold(ratio)
        for chosen, pixmap, size in ((is_roomy, tick, CORNER), (~is_roomy, fold, FOLD)):
            points = self.index.points(positions[chosen], across=1.0, down=0.0)
            for x, y in _mapped(points, transform, shift=(1 - size, 0.0)):
                painter.drawPixmap(x, y, pixmap)

    def _draw_labels(
        self,
        painter: QPainter,
        positions: NDArray[np.intp],
        transform: QTransform,
        room: NDArray[np.float64],
    ) -> None:
        """Draw each label above its box, or as far above as the row before leaves room."""
        glyphs, chips, draw = self._table.glyphs, self._chips, painter.drawPixmap
        points = self.index.points(positions, across=0.5, down=0.0)
        middles = _mapped(points, transform, shift=(0.0, 0.0))
        lifts = np.clip(room, 0, self._look.label_size + _LABEL_GAP).astype(int).tolist()
        for position, (x, y), lift in zip(positions.tolist(), middles, lifts, strict=True):
            chip, half = chips.get(glyphs[position].id) or self._chip(position)
            draw(x - half, y - lift, chip)

    def _chip(self, position: int) -> tuple[QPixmap, int]:
        """Make and keep the label of a glyph at the size that labels have now."""
        glyph, look = self._table.glyphs[position], self._look
        color = PAPER_COLORS[STEPS[self._table.steps[position]]]
        pixmap = label_chip(glyph.character, color, look.label_size, look.ratio)
        self._chips[glyph.id] = (pixmap, round(pixmap.width() / look.ratio / 2))
        return self._chips[glyph.id]


def _label_size(height: float, room: NDArray[np.float64]) -> int:
    """Return the height of labels for letters of that height with that much room above them."""
    size = _usual_label(height)
    is_close = np.mean(room < size + _LABEL_GAP) > _FEW
    return _CLOSE_LABEL if is_close and height < 3 * _LABEL_SIZES[-1] else size


def _usual_label(height: float) -> int:
    """Return the height of labels for letters of that height."""
    return next((step for step in _LABEL_SIZES if step >= height * 0.42), _LABEL_SIZES[-1])


def _mapped(
    points: NDArray[np.float64], transform: QTransform, *, shift: tuple[float, float]
) -> list[list[int]]:
    """Return image points on the screen, shifted by screen pixels; the view never turns.

    Whole pixels: the labels stay sharp, and integers are drawn faster than a QPointF is made.
    """
    scale = (transform.m11(), transform.m22())
    offset = (transform.dx() + shift[0], transform.dy() + shift[1])
    mapped: list[list[int]] = np.round(points * scale + offset).astype(int).tolist()
    return mapped


def _draw_frames(
    painter: QPainter, rects: list[QRectF], style: FrameStyle, scale: float, ratio: float
) -> None:
    if style.fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.fill)
        painter.drawRects(rects)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(style.pen(ratio))
    if style.is_crossed:
        painter.drawLines([QLineF(rect.topLeft(), rect.bottomRight()) for rect in rects])
        painter.drawLines([QLineF(rect.bottomLeft(), rect.topRight()) for rect in rects])
    pixel = 1.0 / (scale * ratio)
    passes = max(1, round(style.width * ratio))
    for _ in range(passes):
        painter.drawRects(rects)
        painter.translate(pixel, pixel)
    painter.translate(-passes * pixel, -passes * pixel)
