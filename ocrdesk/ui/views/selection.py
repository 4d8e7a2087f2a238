"""The current letter's frame, and the frames that are pulled with the mouse."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ocrdesk.geometry import BoundingBox
from ocrdesk.page.elements import Glyph
from ocrdesk.ui.appearance import pixel_ratio
from ocrdesk.ui.appearance.theme import PAPER_SELECTION
from ocrdesk.ui.views.marks import label_chip
from ocrdesk.ui.views.paper_item import PaperItem, rect_of

_SMALLEST_CHIP, _LARGEST_CHIP = 14.0, 22.0
_ROOMY = 48.0  # a frame this large on the screen shows that its edges can be pulled


class SelectionItem(PaperItem):
    """A strong frame with corners and the character on a filled chip."""

    reach = 64.0  # frame, corners and label

    def __init__(self) -> None:
        super().__init__(above=10)
        self._box: BoundingBox | None = None
        self._text = ""
        self._is_labelled = True

    def set_glyph(self, glyph: Glyph | None) -> None:
        """Frame another glyph, or none."""
        self.setVisible(glyph is not None)
        if glyph is not None:
            self._text = glyph.character
            self.set_box(glyph.box)

    def set_box(self, box: BoundingBox) -> None:
        """Frame another box for a while, as it is pulled."""
        self._box = box
        self.set_area(rect_of(box))

    def set_preedit(self, text: str) -> None:
        """Show what an input method is composing, before it becomes a character."""
        self._text = text
        self.update()

    def set_labelled(self, *, is_labelled: bool) -> None:
        """Show or hide the character: what is split has labels of its own."""
        self._is_labelled = is_labelled
        self.update()

    @property
    def box(self) -> BoundingBox | None:
        """The box framed, None where nothing is selected."""
        return self._box if self.isVisible() else None

    @property
    def rect(self) -> QRectF:
        """The box framed, in image pixels."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw in screen pixels, so that nothing grows with the zoom."""
        del option, widget
        transform = painter.worldTransform()
        frame = transform.mapRect(self._area).adjusted(-2.5, -2.5, 2.5, 2.5)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((QColor(255, 255, 255, 220), 5.0), (QColor(PAPER_SELECTION), 2.0)):
            pen = QPen(color, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawRoundedRect(frame, 2.5, 2.5)
        _draw_corners(painter, frame)
        if self._is_labelled:
            self._draw_label(painter, frame)
        painter.setWorldTransform(transform)

    def _draw_label(self, painter: QPainter, frame: QRectF) -> None:
        ratio = pixel_ratio(painter)
        size = round(min(max(frame.height() * 0.55, _SMALLEST_CHIP), _LARGEST_CHIP))
        chip = label_chip(self._text, PAPER_SELECTION, size, ratio, is_selected=True)
        left = frame.center().x() - chip.width() / ratio / 2
        painter.drawPixmap(QPointF(left, frame.top() - size - 4), chip)


def _draw_corners(painter: QPainter, frame: QRectF) -> None:
    """Draw where the box can be taken hold of: its corners and, with room, its edges."""
    arm = min(10.0, frame.width() / 3, frame.height() / 3)
    pen = QPen(QColor(PAPER_SELECTION), 4.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for corner, across, down in (
        (frame.topLeft(), arm, arm),
        (frame.topRight(), -arm, arm),
        (frame.bottomRight(), -arm, -arm),
        (frame.bottomLeft(), arm, -arm),
    ):
        painter.drawPolyline([corner + QPointF(across, 0.0), corner, corner + QPointF(0.0, down)])
    if min(frame.width(), frame.height()) >= _ROOMY:
        middle = frame.center()
        for x in (frame.left(), frame.right()):
            painter.drawLine(QPointF(x, middle.y() - arm / 2), QPointF(x, middle.y() + arm / 2))
        for y in (frame.top(), frame.bottom()):
            painter.drawLine(QPointF(middle.x() - arm / 2, y), QPointF(middle.x() + arm / 2, y))


class DraftItem(QGraphicsItem):
    """A frame that a person is pulling: around a new box, or around letters to select."""

    def __init__(self, style: Qt.PenStyle = Qt.PenStyle.DashLine) -> None:
        super().__init__()
        self._style = style
        self.setZValue(20)
        self.setVisible(False)
        self._rect = QRectF()

    def set_rect(self, rect: QRectF | None) -> None:
        """Show another draft, or none."""
        self.prepareGeometryChange()
        self._rect = rect if rect is not None else QRectF()
        self.setVisible(rect is not None)

    def boundingRect(self) -> QRectF:
        """Return the draft with its outline."""
        return self._rect.adjusted(-4, -4, 4, 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the frame with a light fill."""
        del option, widget
        color = QColor(PAPER_SELECTION)
        pen = QPen(color, 2.0, self._style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        color.setAlpha(40)
        painter.setBrush(color)
        painter.drawRect(self._rect)
