"""The marks on the page: what each step of certainty looks like, in colour and in pattern."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from ocrdesk.ui.appearance import Certainty, draw_letters, letter_font
from ocrdesk.ui.appearance.theme import PAPER_COLORS, PAPER_SELECTION

CORNER = 9.0
FOLD = 7.0


@dataclass(frozen=True, slots=True)
class FrameStyle:
    """How a passive box is drawn; ``width`` and ``dashes`` are in logical pixels.

    A box that ``is_crossed`` has its diagonals drawn too.
    """

    color: QColor
    width: float
    dashes: tuple[float, ...] = ()
    fill: QColor | None = None
    is_crossed: bool = False

    def pen(self, ratio: float) -> QPen:
        """Return a pen one device pixel wide, the only width that the raster engine draws fast.

        ``ratio`` is the number of device pixels per logical pixel, by which dashes grow.

        Measured for 3,000 frames: 3 ms for one device pixel, 9 to 24 ms for two. Thicker frames
        are the same rectangles again, shifted by a pixel.
        """
        pen = QPen(self.color, 1)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.dashes:
            pen.setDashPattern([length * ratio for length in self.dashes])
        return pen


def _tint(certainty: Certainty, alpha: int) -> QColor:
    color = QColor(PAPER_COLORS[certainty])
    color.setAlpha(alpha)
    return color


FRAMES = {
    Certainty.CERTAIN: FrameStyle(QColor(PAPER_COLORS[Certainty.CERTAIN]), 1.0),
    Certainty.LIKELY: FrameStyle(
        QColor(PAPER_COLORS[Certainty.LIKELY]), 2.0, (7, 3), _tint(Certainty.LIKELY, 26)
    ),
    Certainty.DOUBTFUL: FrameStyle(
        QColor(PAPER_COLORS[Certainty.DOUBTFUL]), 2.0, (3, 3), _tint(Certainty.DOUBTFUL, 44)
    ),
    Certainty.UNREADABLE: FrameStyle(
        QColor(PAPER_COLORS[Certainty.UNREADABLE]),
        2.0,
        fill=_tint(Certainty.UNREADABLE, 30),
        is_crossed=True,
    ),
    Certainty.CONFIRMED: FrameStyle(QColor(PAPER_COLORS[Certainty.CONFIRMED]), 2.0),
    Certainty.UNREAD: FrameStyle(QColor(PAPER_COLORS[Certainty.UNREAD]), 1.0, (1, 3)),
}


@lru_cache(maxsize=8)
def confirmed_corner(ratio: float) -> QPixmap:
    """Return the folded corner with a tick that marks a confirmed box, for its top right."""
    pixmap = _transparent(CORNER, CORNER, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, CORNER, CORNER), QColor(PAPER_COLORS[Certainty.CONFIRMED]))
    painter.setPen(QPen(QColor("white"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline([QPointF(2.2, 4.6), QPointF(3.9, 6.4), QPointF(6.9, 2.6)])
    painter.end()
    return pixmap


@lru_cache(maxsize=8)
def confirmed_fold(ratio: float) -> QPixmap:
    """Return the same mark for a small box: a folded corner that leaves the ink to be seen."""
    pixmap = _transparent(FOLD, FOLD, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PAPER_COLORS[Certainty.CONFIRMED]))
    painter.drawPolygon([QPointF(0, 0), QPointF(FOLD, 0), QPointF(FOLD, FOLD)])
    painter.setPen(QPen(QColor("white"), 1.0))  # the edge of the fold is seen on dark paper, too
    painter.drawLine(QPointF(0.5, 0.5), QPointF(FOLD - 0.5, FOLD - 0.5))
    painter.end()
    return pixmap


@lru_cache(maxsize=2048)
def label_chip(
    character: str, color: str, size: int, ratio: float, *, is_selected: bool = False
) -> QPixmap:
    """Return the character read on a small chip of paper, ``size`` logical pixels high."""
    font = letter_font(QFont())
    font.setPixelSize(max(8, round(size * 0.8)))
    metrics = QFontMetricsF(font)
    width = max(size * 0.85, metrics.horizontalAdvance(character) + size * 0.4)
    pixmap = _transparent(width, size, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(PAPER_SELECTION) if is_selected else QColor(255, 255, 255, 225)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, width, size), size * 0.22, size * 0.22)
    painter.setPen(QColor("white") if is_selected else QColor(color))
    painter.setFont(font)
    draw_letters(painter, QRectF(0, 0, width, size), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()
    return pixmap


@lru_cache(maxsize=512)
def badge_width(number: int, height: int) -> float:
    """Return how wide the badge of a row is, in logical pixels."""
    advance = QFontMetricsF(_badge_font(height)).horizontalAdvance(str(number))
    return max(float(height), advance + height * 0.6)


def _badge_font(height: int) -> QFont:
    font = QFont()
    font.setPixelSize(max(8, round(height * 0.66)))
    font.setWeight(QFont.Weight.DemiBold)
    return font


@lru_cache(maxsize=512)
def row_badge(number: int, color: str, height: int, ratio: float) -> QPixmap:
    """Return the number of a row on a pill of the row's colour, ``height`` logical pixels high."""
    font, width = _badge_font(height), badge_width(number, height)
    pixmap = _transparent(width, height, ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
    painter.setPen(QColor("#14161b"))
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()
    return pixmap


def _transparent(width: float, height: float, ratio: float) -> QPixmap:
    pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
