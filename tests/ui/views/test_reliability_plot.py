"""How far probabilities can be believed, drawn: what few letters tell does not strike most."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ocrdesk.services.error_intervals import Bounds
from ocrdesk.services.own_reliability import ReliabilityStep
from ocrdesk.ui.views.reliability_plot import ReliabilityPlot

pytestmark = pytest.mark.window


def _step(count: int, share: Bounds) -> ReliabilityStep:
    return ReliabilityStep(0.5, 0.6, count, 0.55, count, share)


def _strength(plot: ReliabilityPlot, step: ReliabilityStep) -> int:
    """How much an interval differs from the paper, half way between its point and its end."""
    paper = plot.palette().base().color()
    plot.set_steps([])
    before = plot.grab().toImage()
    plot.set_steps([step])
    after = plot.grab().toImage()
    area = plot._area()
    x = round(area.left() + step.said * area.width())
    y = round(area.bottom() - (step.share.low + step.share.high) / 2 * area.height())
    across = range(x - 3, x + 4)
    assert any(before.pixel(place, y) != after.pixel(place, y) for place in across)
    return max(abs(QColor(after.pixel(p, y)).lightness() - paper.lightness()) for p in across)


def test_an_interval_is_the_fainter_the_longer_it_is(qtbot: QtBot) -> None:
    plot = ReliabilityPlot()
    qtbot.addWidget(plot)
    plot.resize(460, 340)
    plot.show()
    one, many = _step(1, Bounds(0.03, 1.0)), _step(80, Bounds(0.5, 0.7))
    assert _strength(plot, one) < 0.6 * _strength(plot, many)
