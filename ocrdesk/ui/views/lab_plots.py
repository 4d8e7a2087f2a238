"""The laboratory's live plots: one-pixel lines without smoothing, so that painting costs little.

pyqtgraph knows no style sheets: every plot takes its colours from the palette, in light and dark.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ocrdesk.formats.chart_canvas import DARK_CHART, LIGHT_CHART
from ocrdesk.nn.reports import EpochReport
from ocrdesk.services.laboratory.insight import Histogram
from ocrdesk.ui.appearance import theme_of
from ocrdesk.ui.appearance.metrics import SPACE_S
from ocrdesk.ui.appearance.typography import CAPTION, scaled_font

Points = tuple[Sequence[float], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Curves:
    """The lines of one run: its place in the order of colours, and its epochs."""

    number: int
    history: tuple[EpochReport, ...]


def run_color(number: int, *, is_dark: bool) -> str:
    """Return the colour of the run of that number, from the set that figures use too."""
    lines = (DARK_CHART if is_dark else LIGHT_CHART).lines
    return lines[number % len(lines)]


class CurvePlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph is untyped
    """Lines by key over epochs, with a cursor that can be dragged where it has one."""

    cursor_moved = Signal(int)

    def __init__(self, title: str, *, is_log: bool = False, has_cursor: bool = True) -> None:
        super().__init__()
        self._title = title
        self._lines: dict[str, pg.PlotDataItem] = {}
        self._fills: dict[str, int] = {}
        self.setAccessibleName(title)
        self.setMinimumSize(150, 110)
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.setLogMode(x=False, y=is_log)
        self.setAntialiasing(False)
        self._cursor = pg.InfiniteLine(angle=90, movable=True) if has_cursor else None
        if self._cursor is not None:
            self._cursor.setZValue(10)
            self._cursor.hide()
            item.addItem(self._cursor, ignoreBounds=True)
            self._cursor.sigPositionChanged.connect(self._tell_cursor)
        self._epoch = -1
        self._wear()

    def set_line(self, key: str, points: Points, number: int, *, is_dashed: bool = False) -> None:
        """Draw or move one line; ``number`` chooses its colour."""
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = pg.PlotDataItem(antialias=False)
            self.getPlotItem().addItem(line)
        self._fills[key] = number
        style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
        line.setData(np.asarray(points[0], float), np.asarray(points[1], float))
        line.setPen(self._pen(number, style))

    def keep_lines(self, keys: set[str]) -> None:
        """Take all other lines away."""
        for key in set(self._lines) - keys:
            self.getPlotItem().removeItem(self._lines.pop(key))
            self._fills.pop(key, None)

    def set_cursor(self, epoch: int | None) -> None:
        """Put the cursor on an epoch, or take it away; nothing is emitted."""
        if self._cursor is None:
            return
        self._epoch = -1 if epoch is None else epoch
        self._cursor.blockSignals(True)
        self._cursor.setVisible(epoch is not None)
        if epoch is not None:
            self._cursor.setValue(epoch)
        self._cursor.blockSignals(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor where the plot is clicked, so that it need not be caught first."""
        if self._cursor is not None and self._cursor.isVisible():
            place = self.getPlotItem().vb.mapSceneToView(self.mapToScene(event.pos()))
            self._cursor.setValue(place.x())
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_epoch"):
            self._wear()

    def _tell_cursor(self) -> None:
        epoch = self._epoch if self._cursor is None else max(0, round(self._cursor.value()))
        if epoch != self._epoch:
            self._epoch = epoch
            self.cursor_moved.emit(epoch)

    def _pen(self, number: int, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> object:
        is_dark = theme_of(self.palette()).is_dark
        return pg.mkPen(run_color(number, is_dark=is_dark), width=1, style=style)

    def _wear(self) -> None:
        theme = theme_of(self.palette())
        self.setBackground(theme.base)
        item = self.getPlotItem()
        font = scaled_font(self.font(), CAPTION)
        title = scaled_font(self.font(), CAPTION, weight=QFont.Weight.DemiBold)
        item.setTitle(self._title, color=theme.text, size=f"{max(title.pointSizeF(), 7):.1f}pt")
        item.showGrid(x=False, y=True, alpha=0.15)
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setPen(pg.mkPen(theme.border_strong, width=1))
            axis.setTextPen(theme.muted)
            axis.setTickFont(font)
        if self._cursor is not None:
            self._cursor.setPen(pg.mkPen(theme.accent, width=1))
            self._cursor.setHoverPen(pg.mkPen(theme.accent, width=3))
        for key, line in self._lines.items():
            style = line.opts["pen"].style()
            line.setPen(self._pen(self._fills[key], style))


PLOTS: Mapping[str, Callable[[], CurvePlot]] = {
    "accuracy": partial(CurvePlot, "Read right, % (solid: held out, dashed: learnt from)"),
    "loss": partial(CurvePlot, "Loss, nats (solid: held out, dashed: learnt from)"),
    "gradients": partial(CurvePlot, "Gradient by layer", is_log=True),
    "rate": partial(CurvePlot, "Learning rate", is_log=True),
    "activations": partial(CurvePlot, "Activations: share by value", has_cursor=False),
}
"""How each plot of `LabPlots` is made; each takes 20 to 40 ms, so they are made one by one."""


class LabPlots(QWidget):
    """The plots of the training page; ``cursor_moved`` tells the epoch a person dragged to."""

    cursor_moved = Signal(int)

    def __init__(self, plots: Mapping[str, CurvePlot]) -> None:
        super().__init__()
        self.accuracy, self.loss = plots["accuracy"], plots["loss"]
        self.gradients, self.rate = plots["gradients"], plots["rate"]
        self.activations = plots["activations"]
        self.accuracy.getPlotItem().setYRange(0, 100)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_S)
        grid.addWidget(self.accuracy, 0, 0, 1, 3)
        grid.addWidget(self.loss, 0, 3, 1, 3)
        grid.addWidget(self.gradients, 1, 0, 1, 2)
        grid.addWidget(self.activations, 1, 2, 1, 2)
        grid.addWidget(self.rate, 1, 4, 1, 2)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self._with_cursor = (self.accuracy, self.loss, self.gradients, self.rate)
        for plot in self._with_cursor:
            plot.cursor_moved.connect(self._take_cursor)

    def set_cursor(self, epoch: int | None) -> None:
        """Put every cursor on an epoch."""
        for plot in self._with_cursor:
            plot.set_cursor(epoch)

    def set_run(self, curves: Curves) -> None:
        """Draw or move the lines of one run."""
        number, history = curves.number, curves.history
        epochs = [report.epoch for report in history]
        for kind, is_dashed in (("training", True), ("validation", False)):
            rights = [100 * (getattr(r, f"{kind}_accuracy") or 0.0) for r in history]
            losses = [getattr(r, f"{kind}_loss") or 0.0 for r in history]
            key = f"{number} {kind}"
            self.accuracy.set_line(key, (epochs, rights), number, is_dashed=is_dashed)
            self.loss.set_line(key, (epochs, losses), number, is_dashed=is_dashed)
        rates = [report.learning_rate for report in history]
        self.rate.set_line(str(number), (epochs, rates), number)

    def set_gradients(self, history: tuple[EpochReport, ...]) -> None:
        """Show the gradient norms of one run, a line for each layer."""
        names = [name for name, _ in history[0].gradient_norms] if history else []
        epochs = [report.epoch for report in history]
        for place, name in enumerate(names):
            norms = [max(report.gradient_norms[place][1], 1e-30) for report in history]
            self.gradients.set_line(name, (epochs, norms), place)
        self.gradients.keep_lines(set(names))

    def set_activations(self, histograms: Sequence[Histogram]) -> None:
        """Show how activations are spread, a line for each layer with a bend."""
        for place, histogram in enumerate(histograms):
            count = len(histogram.shares)
            middles = histogram.low + (np.arange(count) + 0.5) * (
                (histogram.high - histogram.low) / count
            )
            self.activations.set_line(histogram.name, (middles.tolist(), histogram.shares), place)
        self.activations.keep_lines({histogram.name for histogram in histograms})

    def keep_runs(self, shown: Mapping[int, object]) -> None:
        """Take away the lines of runs that are not shown."""
        pairs = {f"{number} {kind}" for number in shown for kind in ("training", "validation")}
        self.accuracy.keep_lines(pairs)
        self.loss.keep_lines(pairs)
        self.rate.keep_lines(set(map(str, shown)))

    def _take_cursor(self, epoch: int) -> None:
        self.set_cursor(epoch)
        self.cursor_moved.emit(epoch)


def swatch_color(number: int, widget: QWidget) -> QColor:
    """Return the colour of a run's lines as the widget's palette has it."""
    return QColor(run_color(number, is_dark=theme_of(widget.palette()).is_dark))
