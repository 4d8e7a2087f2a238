"""Asks by what angle to turn the page, and shows how it would lie, under a grid."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ocrdesk.ui.appearance import dress, theme_of
from ocrdesk.ui.appearance.metrics import RADIUS_S, SPACE_L, SPACE_M, SPACE_XL
from ocrdesk.ui.appearance.theme import PAPER_SELECTION
from ocrdesk.ui.translation import tr
from ocrdesk.ui.views.field_form import off_its_frame
from ocrdesk.ui.views.image_pyramid import ImagePyramid

_SIZE = QSize(520, 520)
_PICTURE = 900.0  # pixels of the longer side that the picture is drawn from
_MARGIN = 14.0
_GRID = 28.0  # logical pixels between lines
_MOST = 180.0  # degrees
_FINE = 45  # degrees that the slider reaches, for what is askew
_STEPS = 10  # of the slider for a degree


class TurnDialog(QDialog):
    """A picture of the page, a slider and a field in degrees; ``turned`` carries what was chosen.

    Degrees are clockwise. ``offered`` is the angle to begin with.
    """

    turned = Signal(float)

    def __init__(
        self, pyramid: ImagePyramid, offered: float = 0.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Turn the Page"))
        self._picture = _TurnedPicture(pyramid)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(-_FINE * _STEPS, _FINE * _STEPS)
        self._slider.setPageStep(_STEPS)
        self._slider.setAccessibleName(tr("Degrees, roughly"))
        self._degrees = QDoubleSpinBox()
        self._degrees.setRange(-_MOST, _MOST)
        self._degrees.setDecimals(1)
        self._degrees.setSingleStep(0.5)
        self._degrees.setSuffix("\N{DEGREE SIGN}")
        off_its_frame(self._degrees)
        self._degrees.setAccessibleName(tr("Degrees clockwise"))
        self._hint = QLabel()
        dress(self._hint, size="caption", tone="muted")
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self._buttons.button(kinds.Ok).setText(tr("Turn"))
        self._lay_out()
        self._slider.valueChanged.connect(lambda value: self._degrees.setValue(value / _STEPS))
        self._degrees.valueChanged.connect(self._show)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._offered = offered
        self._degrees.setValue(offered)
        self._show(offered)
        room = parent.window().height() if parent is not None else _SIZE.height()
        self.resize(_SIZE.boundedTo(QSize(_SIZE.width(), max(room - 40, 360))))
        self._degrees.setFocus()
        self._degrees.selectAll()

    def accept(self) -> None:
        """Hand over the angle."""
        super().accept()
        if self._degrees.value():
            self.turned.emit(self._degrees.value())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        row.addWidget(self._slider, 1)
        row.addWidget(self._degrees)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addWidget(self._picture, 1)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(self._buttons)

    def _show(self, degrees: float) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(round(degrees * _STEPS))
        self._slider.blockSignals(False)
        self._picture.set_angle(degrees)
        if degrees == self._offered and degrees:
            self._hint.setText(tr("This angle makes most rows level."))
        else:
            self._hint.setText(
                tr("Clockwise; negative turns left. The rows should follow the lines.")
            )


class _TurnedPicture(QWidget):
    """The page as it would lie, with level and upright lines over it."""

    def __init__(self, pyramid: ImagePyramid) -> None:
        super().__init__()
        level = pyramid.level_for(_PICTURE / max(pyramid.width, pyramid.height))
        self._pixmap = QPixmap.fromImage(level)
        self._angle = 0.0
        self.setMinimumSize(200, 160)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)
        self.setAccessibleName(tr("How the page would lie"))

    def set_angle(self, degrees: float) -> None:
        """Show the page turned clockwise."""
        self._angle = degrees
        self.setAccessibleDescription(
            tr("Turned by {degrees} degrees").format(degrees=f"{degrees:g}")
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page, as large as it fits at this angle, and the grid."""
        del event
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.canvas))
        painter.drawRoundedRect(area, RADIUS_S, RADIUS_S)
        picture = QRectF(self._pixmap.rect())
        around = QTransform().rotate(self._angle).mapRect(picture)
        room = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / around.width(), room.height() / around.height())
        painter.save()
        painter.translate(area.center())
        painter.rotate(self._angle)
        painter.scale(scale, scale)
        painter.drawPixmap(QPointF(-picture.width() / 2, -picture.height() / 2), self._pixmap)
        painter.restore()
        self._draw_grid(painter, area)

    @staticmethod
    def _draw_grid(painter: QPainter, area: QRectF) -> None:
        color = QColor(PAPER_SELECTION)
        color.setAlpha(110)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(color, 1.0))
        for step in range(1, round(area.height() / _GRID) + 1):
            y = step * _GRID - 0.5 * _GRID
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        color.setAlpha(45)
        painter.setPen(QPen(color, 1.0))
        for step in range(1, round(area.width() / _GRID) + 1):
            x = step * _GRID - 0.5 * _GRID
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
