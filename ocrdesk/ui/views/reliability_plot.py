"""How often letters were right beside how sure the reader was: points with their intervals."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from ocrdesk.services.own_reliability import ReliabilityStep
from ocrdesk.ui.appearance import scaled_font, theme_of
from ocrdesk.ui.appearance.theme import Theme
from ocrdesk.ui.appearance.typography import CAPTION
from ocrdesk.ui.translation import number, tr
from ocrdesk.ui.views.shares import percent_of

_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_RADIUS, _CAP = 4.0, 4.0
_FAINTEST = 0.75  # of the strength, that an interval from 0 to 100 % lacks
_REACH = 0.05  # of the axis: so far from a point it is told about


class ReliabilityPlot(QWidget):
    """A point for every tenth of probability: on the diagonal the reader is as right as it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[ReliabilityStep] = ()
        self.setAccessibleName(tr("How far the probabilities can be believed"))
        self.setMinimumSize(260, 220)

    def sizeHint(self) -> QSize:
        """Return a size at which ten points with their counts have room."""
        return QSize(460, 340)

    def set_steps(self, steps: Sequence[ReliabilityStep]) -> None:
        """Show other points."""
        self._steps = steps
        self.setAccessibleDescription(" ".join(map(_told, steps)))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell about the point that the pointer is near."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            plot = self._area()
            at = (event.pos().x() - plot.left()) / max(plot.width(), 1)
            near = min(self._steps, key=lambda step: abs(step.said - at), default=None)
            is_near = near is not None and abs(near.said - at) <= _REACH
            QToolTip.showText(
                event.globalPos(), _told(near) if near is not None and is_near else "", self
            )
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both axes, the diagonal, and the points with intervals and counts."""
        del event
        painter = QPainter(self)
        theme, plot = theme_of(self.palette()), self._area()
        painter.fillRect(plot, QColor(theme.base))
        painter.setFont(scaled_font(self.font(), CAPTION))
        self._draw_axes(painter, theme, plot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(plot.bottomLeft(), plot.topRight()))
        for step in self._steps:
            self._draw_step(painter, theme, plot, step)

    def _draw_axes(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        high, flags = self.fontMetrics().height(), Qt.AlignmentFlag
        for tick in _TICKS:
            x, y = plot.left() + tick * plot.width(), plot.bottom() - tick * plot.height()
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
            painter.setPen(QColor(theme.muted))
            words = percent_of(tick)
            painter.drawText(
                QRectF(0, y - high / 2, plot.left() - 6, high),
                flags.AlignRight | flags.AlignVCenter,
                words,
            )
            painter.drawText(
                QRectF(x - 40, plot.bottom() + high + 4, 80, high), flags.AlignCenter, words
            )
        painter.drawText(
            QRectF(0, 0, self.width(), high), flags.AlignLeft | flags.AlignTop, tr("Were right")
        )
        below = QRectF(0, self.height() - high, plot.right(), high)
        painter.drawText(below, flags.AlignRight | flags.AlignBottom, tr("Reader said"))

    def _draw_step(
        self, painter: QPainter, theme: Theme, plot: QRectF, step: ReliabilityStep
    ) -> None:
        """Draw a point, from which the interval goes up and down, and below it the count.

        An interval is the fainter the longer it is: what one letter tells would else strike most.
        """

        def height(share: float) -> float:
            return plot.bottom() - share * plot.height()

        x = plot.left() + step.said * plot.width()
        is_off = not step.share.low <= step.said <= step.share.high
        color = QColor(theme.warning if is_off else theme.accent)
        faint = QColor(color)
        faint.setAlphaF(1 - _FAINTEST * (step.share.high - step.share.low))
        painter.setPen(QPen(faint, 2))
        low, high = (height(bound) for bound in step.share)
        painter.drawLine(QLineF(x, low, x, high))
        for end in (low, high):
            painter.drawLine(QLineF(x - _CAP, end, x + _CAP, end))
        painter.setPen(QPen(color, 2))
        painter.setBrush(QColor(theme.base) if is_off else color)
        painter.drawEllipse(QPointF(x, height(step.right / step.count)), _RADIUS, _RADIUS)
        painter.setPen(QColor(theme.text))
        middle = plot.left() + (step.low + step.high) / 2 * plot.width()
        room = QRectF(middle - 40, plot.bottom() + 2, 80, self.fontMetrics().height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number(step.count))

    def _area(self) -> QRectF:
        """Return where the points lie, between the words of both axes."""
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("100 %") + 10
        right, high = metrics.horizontalAdvance("100 %") / 2 + 2, metrics.height()
        return QRectF(
            left, high + 8, self.width() - left - right, self.height() - 4 * high - 16
        ).normalized()


def _told(step: ReliabilityStep) -> str:
    words = tr(
        "{low} to {high}: {right} of %Ln letters right ({least} to {most}).", None, step.count
    )
    return words.format(
        low=percent_of(step.low),
        high=percent_of(step.high),
        right=number(step.right),
        least=percent_of(step.share.low),
        most=percent_of(step.share.high),
    )
