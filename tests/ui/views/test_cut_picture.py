"""The picture of letters that may be cut otherwise."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ocrdesk.geometry import BoundingBox
from ocrdesk.ui.views.cut_picture import CutPicture, CutShown

pytestmark = pytest.mark.window


def test_a_dark_page_does_not_stick_out_at_the_corners_of_its_frame(qtbot: QtBot) -> None:
    picture = QImage(200, 96, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    view = CutPicture()
    qtbot.addWidget(view)
    view.resize(300, view.sizeHint().height())
    view.set_cut(CutShown(BoundingBox(0, 0, 200, 96), picture, [], []))
    view.show()
    seen = view.grab().toImage()
    dark = [
        (x, y)
        for x in range(seen.width())
        for y in range(seen.height())
        if seen.pixelColor(x, y).lightness() < 60
    ]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    assert (left, top) not in dark
    assert seen.pixelColor(QPoint(seen.width() // 2, seen.height() // 2)) == QColor("black")
