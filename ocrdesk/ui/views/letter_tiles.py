"""Draws one letter of a grid: its picture, what it is read as, and whether it is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ocrdesk.ui.appearance import (
    Certainty,
    draw_letters,
    icon_pixmap,
    letter_font,
    pixel_ratio,
    scaled_font,
    theme_of,
)
from ocrdesk.ui.appearance.metrics import ICON_S, RADIUS_S
from ocrdesk.ui.appearance.typography import CAPTION
from ocrdesk.ui.views.certainty import glyph_certainty, percent

if TYPE_CHECKING:
    from ocrdesk.page.elements import Glyph
    from ocrdesk.ui.views.letter_grid import LetterCell, Pictures

CELL = QSize(56, 72)
_PICTURE = 46
_MOST = 1000  # tiles kept: several screens of them, 16 kB each at 100 %
_LEFT_OUT = 0.35  # opacity

_LINES = {
    Certainty.CONFIRMED: Qt.PenStyle.SolidLine,
    Certainty.CERTAIN: Qt.PenStyle.SolidLine,
    Certainty.LIKELY: Qt.PenStyle.DashLine,
    Certainty.DOUBTFUL: Qt.PenStyle.DotLine,
    Certainty.UNREADABLE: Qt.PenStyle.DashDotLine,
    Certainty.UNREAD: Qt.PenStyle.DotLine,
}


class LetterTiles(QStyledItemDelegate):
    """A tile for each letter; a letter that a group ``keeps`` out is pale and crossed out."""

    def __init__(self, parent: QWidget, *, keeps: bool) -> None:
        super().__init__(parent)
        self._keeps = keeps
        self._pictures: Pictures | None = None
        self._known: dict[tuple[object, ...], tuple[Glyph, QPixmap]] = {}

    def set_pictures(self, pictures: "Pictures") -> None:
        """Let pictures come from there."""
        self._pictures = pictures
        self._known.clear()

    def forget(self) -> None:
        """Ask for all pictures anew."""
        self._known.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the same for all."""
        del option, index
        return CELL

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a tile."""
        cell: LetterCell | None = index.data(Qt.ItemDataRole.UserRole)
        if cell is None:
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        ratio = pixel_ratio(painter)
        key = (cell.place, is_chosen, has_focus, ratio)
        known = self._known.get(key)
        if known is None or known[0] is not cell.glyph:
            tile = QPixmap(CELL * ratio)
            tile.setDevicePixelRatio(ratio)
            tile.fill(Qt.GlobalColor.transparent)
            self._draw(tile, option, cell, is_chosen=is_chosen, has_focus=has_focus)
            if len(self._known) >= _MOST:
                self._known.clear()
            known = self._known[key] = (cell.glyph, tile)
        painter.drawPixmap(option.rect.topLeft(), known[1])

    def _draw(
        self,
        target: QPixmap,
        option: QStyleOptionViewItem,
        cell: "LetterCell",
        *,
        is_chosen: bool,
        has_focus: bool,
    ) -> None:
        """Draw all of a tile: text and frames cost ten times as much as the picture of them."""
        is_left_out = self._keeps and not is_chosen
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile = QRectF(2, 2, CELL.width() - 4, CELL.height() - 4)
        self._draw_ground(painter, tile, option, is_chosen=is_chosen, has_focus=has_focus)
        if is_left_out:
            painter.setOpacity(_LEFT_OUT)
        frame = QRectF(tile.center().x() - _PICTURE / 2, tile.top() + 2, _PICTURE, _PICTURE)
        self._draw_picture(painter, frame, cell, target.devicePixelRatio())
        self._draw_label(painter, tile, frame, cell, option)
        if is_left_out:
            painter.setOpacity(1.0)
            painter.setPen(QPen(QColor(theme_of(option.palette).text), 2.0))
            painter.drawLine(frame.topLeft(), frame.bottomRight())
            painter.drawLine(frame.topRight(), frame.bottomLeft())
        painter.end()

    def _draw_ground(
        self,
        painter: QPainter,
        tile: QRectF,
        option: QStyleOptionViewItem,
        *,
        is_chosen: bool,
        has_focus: bool,
    ) -> None:
        theme = theme_of(option.palette)
        if is_chosen or has_focus:
            painter.setPen(QPen(QColor(theme.accent), 2.0) if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint) if is_chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tile.adjusted(-1, -1, 1, 1), 5.0, 5.0)

    def _draw_picture(
        self, painter: QPainter, frame: QRectF, cell: "LetterCell", ratio: float
    ) -> None:
        side = _PICTURE - 2
        image = None if self._pictures is None else self._pictures(cell, round(side * ratio))
        if image is None or image.isNull():
            return
        width, height = image.width() / ratio, image.height() / ratio
        corner = frame.center() - QPointF(width / 2, height / 2)
        painter.drawImage(QRectF(corner.x(), corner.y(), width, height), image)

    def _draw_label(
        self,
        painter: QPainter,
        tile: QRectF,
        frame: QRectF,
        cell: "LetterCell",
        option: QStyleOptionViewItem,
    ) -> None:
        theme, step = theme_of(option.palette), glyph_certainty(cell.glyph)
        color = theme.color(step)
        painter.setPen(QPen(color, 1.5, _LINES[step]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS_S, RADIUS_S)
        label = QRectF(
            frame.left(), frame.bottom() + 1, frame.width(), tile.bottom() - frame.bottom()
        )
        painter.setPen(QColor(theme.text))
        painter.setFont(letter_font(option.font))
        middle = Qt.AlignmentFlag.AlignVCenter
        draw_letters(painter, label, middle | Qt.AlignmentFlag.AlignLeft, cell.glyph.character)
        if cell.glyph.is_confirmed:
            tick = icon_pixmap("check", ICON_S - 2, color, ratio=pixel_ratio(painter))
            painter.drawPixmap(round(label.right()) - ICON_S + 2, round(label.top()) + 1, tick)
            return
        painter.setPen(QColor(theme.muted))
        painter.setFont(scaled_font(option.font, CAPTION))
        share = percent(cell.glyph.probability).replace(" ", "").removesuffix("%")
        painter.drawText(label, int(middle | Qt.AlignmentFlag.AlignRight), share)
