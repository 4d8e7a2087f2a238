"""One plot of the laboratory: one-pixel lines without smoothing, so that painting costs little.

pyqtgraph knows no style sheets: the plot takes its colours from the palette, in light and dark.
"""

import html
from collections.abc import Sequence
from math import log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QWidget

from ocrdesk.formats.chart_axes import Axis, axis_of
from ocrdesk.ui.appearance import theme_of
from ocrdesk.ui.appearance.typography import CAPTION, scaled_font
from ocrdesk.ui.translation import tr, with_numbers
from ocrdesk.ui.views.lab_pictures import chart_colors

_AXIS_WIDTH = 42
_RIGHT = 14
_FRACTIONS = 2.0  # an axis so short is counted in fractions
_FEW_POWERS = 1

Points = tuple[Sequence[float], Sequence[float]]


def run_color(number: int, widget: QWidget) -> str:
    """Return the colour of a run's lines that fits the widget's palette, as in figures."""
    lines = chart_colors(widget).lines
    return lines[number % len(lines)]


class _Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph is untyped
    """An axis whose numbers are written as the window's language does, painted when it changes."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [with_numbers(text) for text in super().tickStrings(values, scale, spacing)]


class CurvePlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph is untyped
    """Lines by key over epochs, with a cursor that can be dragged where it has one."""

    cursor_moved = Signal(int)

    def __init__(self, title: str, *, is_log: bool = False, has_cursor: bool = True) -> None:
        axes = {side: _Axis(side) for side in ("left", "bottom")}
        super().__init__(enableMenu=False, axisItems=axes)
        self._title = tr(title)
        self._lines: dict[str, pg.PlotCurveItem] = {}
        self._fills: dict[str, int] = {}
        self.setAccessibleName(self._title)
        self.setMinimumSize(150, 110)
        item = self.getPlotItem()
        # Made whether it is wanted or not, and without a parent it would outlive the plot.
        item.ctrlMenu.setParent(self, Qt.WindowType.Popup)
        item.hideButtons()
        item.layout.setContentsMargins(0, 0, _RIGHT, 0)  # half the number at the last tick
        # Else a title wider than the plot pushes its right side out (pyqtgraph 0.14).
        item.titleLabel.updateMin = _leave
        item.setMouseEnabled(x=False, y=False)
        item.disableAutoRange()
        self._is_log = is_log
        self._bounds: dict[str, tuple[float, float]] = {}
        self._has_fixed_bounds = False
        self._range: tuple[float, float] | None = None
        self._values: tuple[float, float] | None = None
        self.setAntialiasing(False)
        self._cursor = pg.InfiniteLine(angle=90, movable=True) if has_cursor else None
        if self._cursor is not None:
            self._cursor.setZValue(10)
            self._cursor.hide()
            item.addItem(self._cursor, ignoreBounds=True)
            self._cursor.sigPositionChanged.connect(self._tell_cursor)
        self._epoch = -1
        self._names: tuple[str, ...] = ()
        self._worn: object = None
        self._wear()

    def set_line(self, key: str, points: Points, number: int, *, is_dashed: bool = False) -> None:
        """Draw or move one line; ``number`` chooses its colour."""
        line = self._lines.get(key)
        if line is None:
            # Not PlotDataItem, which can do more and takes twice the time for each change.
            line = self._lines[key] = pg.PlotCurveItem(antialias=False, skipFiniteCheck=True)
            self.getPlotItem().addItem(line)
        xs, ys = np.asarray(points[0], float), np.asarray(points[1], float)
        line.setData(xs, np.log10(ys) if self._is_log else ys)
        if len(ys):
            self._bounds[key] = (float(ys.min()), float(ys.max()))
            self._fit()
        if self._fills.get(key) != number:
            self._fills[key] = number
            style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
            line.setPen(self._pen(number, style))

    def set_last_epoch(self, epoch: int) -> None:
        """Let the plot reach from 0 to an epoch, so that its axis stands still meanwhile."""
        self.set_values(0, max(epoch, 1))

    def set_values(self, low: float, high: float) -> None:
        """Let the level axis reach from one value to another."""
        if (low, high) != self._values:
            self._values = (low, high)
            self.getPlotItem().setXRange(low, high, padding=0.02)
            if high - low <= _FRACTIONS:  # else 0.2 0.4 0.6 would touch in a narrow plot
                places = (low, (low + high) / 2, high)
                told = [(place, with_numbers(f"{place:.3g}")) for place in places]
                self.getPlotItem().getAxis("bottom").setTicks([told])
            else:
                self.getPlotItem().getAxis("bottom").setTicks(None)

    def keep_lines(self, keys: set[str]) -> None:
        """Take all other lines away."""
        for key in set(self._lines) - keys:
            self.getPlotItem().removeItem(self._lines.pop(key))
            self._fills.pop(key, None)
            self._bounds.pop(key, None)

    def name_lines(self, names: Sequence[str]) -> None:
        """Say behind the title which line is which, the first name in the first colour.

        A legend in the plot would be painted with every change of the lines.
        """
        if tuple(names) != self._names:
            self._names = tuple(names)
            self.setToolTip(", ".join(names))
            self._write_title()

    def _write_title(self) -> None:
        font = scaled_font(self.font(), CAPTION, weight=QFont.Weight.DemiBold)
        words = [html.escape(self._title)]
        whole = QFontMetricsF(font).horizontalAdvance("   ".join((self._title, *self._names)))
        has_room = whole <= self.width() - _AXIS_WIDTH - 2 * _RIGHT
        for number, name in enumerate(self._names):
            told = html.escape(name if has_room else name.partition(":")[0])
            words.append(f'<span style="color:{run_color(number, self)}">{told}</span>')
        size = f"{max(font.pointSizeF(), 7):.1f}pt"
        color = theme_of(self.palette()).text
        self.getPlotItem().setTitle("&nbsp; ".join(words), color=color, size=size)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Write as much of the names as there is room for: a long title would push the plot out."""
        super().resizeEvent(event)
        if getattr(self, "_names", ()):
            self._write_title()

    def fix_bounds(self, low: float, high: float) -> None:
        """Let the upright axis reach from one value to another, whatever the lines do."""
        self._has_fixed_bounds = True
        self.getPlotItem().setYRange(low, high, padding=0.03)

    def _fit(self) -> None:
        """Let the upright axis hold all lines, between round numbers: so it seldom changes.

        To write the numbers of an axis anew costs more than to draw the lines.
        """
        if self._has_fixed_bounds:
            return
        values = [value for pair in self._bounds.values() for value in pair]
        axis = axis_of(values if self._is_log else [0.0, *values], is_log=self._is_log)
        if (axis.low, axis.high) != self._range:
            self._range = (axis.low, axis.high)
            self.getPlotItem().setYRange(axis.low, axis.high, padding=0.03)
            if self._is_log:
                self.getPlotItem().getAxis("left").setTicks([_powers(axis)])

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
        if self._cursor is not None and self._lines:
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
        return pg.mkPen(run_color(number, self), width=1, style=style)

    def _wear(self) -> None:
        """Take on the palette; Qt tells of the same one again wherever the plot is put."""
        theme = theme_of(self.palette())
        if theme is self._worn:
            return
        self._worn = theme
        self.setBackground(theme.base)
        item = self.getPlotItem()
        font = scaled_font(self.font(), CAPTION)
        self._write_title()
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setPen(pg.mkPen(theme.border_strong, width=1))
            axis.setTextPen(theme.muted)
            axis.setTickFont(font)
            axis.setStyle(maxTickLevel=0, autoExpandTextSpace=False, hideOverlappingLabels=False)
        item.getAxis("left").setWidth(_AXIS_WIDTH)
        if self._cursor is not None:
            self._cursor.setPen(pg.mkPen(theme.accent, width=1))
            self._cursor.setHoverPen(pg.mkPen(theme.accent, width=3))
        for key, line in self._lines.items():
            style = line.opts["pen"].style()
            line.setPen(self._pen(self._fills[key], style))


def _powers(axis: Axis) -> list[tuple[float, str]]:
    """Return the places and words of a log axis' ticks; a short one also has those of 2 and 5."""
    parts = (1, 2, 5) if axis.high - axis.low <= _FEW_POWERS else (1,)
    places = [tick + log10(part) for tick in axis.ticks for part in parts]
    return [(place, with_numbers(axis.tick_text(place))) for place in places if place <= axis.high]


def _leave() -> None:
    """Leave a label as narrow as its plot."""
