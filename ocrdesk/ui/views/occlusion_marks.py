"""Draws over a patch which of its parts counted: disks where they speak for it, rings against."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ocrdesk.services.explanation import Occlusion

# Okabe and Ito's blues and vermilion; filled or hollow tells the same without colour. Their darker
# blue, through which a dark patch is seen, has a contrast of 2 with it.
_FOR, _FOR_ON_DARK, _AGAINST = "#0072b2", "#56b4e9", "#d55e00"
_FULL = 2.0  # natural logs that make a mark as large as it gets, a probability divided by 7
_SEEN_THROUGH = 150  # of 255: the letter below stays to be seen
_LEAST = 0.08  # of that: smaller ones say nothing


def draw_marks(painter: QPainter, area: QRectF, occlusion: Occlusion, *, is_dark: bool) -> None:
    """Draw a mark in the middle of every window, its area as large as what covering it changes.

    ``area`` is where the patch is drawn.
    """
    drops = occlusion.drops
    count = len(drops)
    step = area.width() * (1 - occlusion.window) / max(count - 1, 1)
    first = area.width() * occlusion.window / 2
    scale = max(_FULL, float(np.abs(drops).max()))
    edge = QColor("#000000" if is_dark else "#ffffff")
    edge.setAlpha(_SEEN_THROUGH)
    for (row, column), drop in np.ndenumerate(drops):
        share = min(abs(float(drop)) / scale, 1.0)
        if share < _LEAST:
            continue
        middle = area.topLeft() + QPointF(first + column * step, first + row * step)
        radius = 0.62 * step * share**0.5
        painter.setPen(QPen(edge, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)
        speaks_for = _FOR_ON_DARK if is_dark else _FOR
        color = QColor(speaks_for if drop > 0 else _AGAINST)
        painter.setPen(QPen(color, 1.5))
        if drop > 0:
            color.setAlpha(_SEEN_THROUGH)
            painter.setBrush(color)
        painter.drawEllipse(middle, radius, radius)
