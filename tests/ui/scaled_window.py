"""A window on a screen of another density: run as a program by ``test_window_scaled``.

``QT_SCALE_FACTOR=3 python -m tests.ui.scaled_window IMAGE`` opens the image, reads it, clicks a
letter and types, and prints as JSON what was seen of it, in device pixels where there are any.
"""

import json
import os
import sys

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from ocrdesk import paths
from ocrdesk.services.settings import SettingsStore
from ocrdesk.ui.appearance import Appearance, Certainty
from ocrdesk.ui.appearance.theme import PAPER_COLORS, PAPER_SELECTION
from ocrdesk.ui.main_window import MainWindow
from ocrdesk.ui.notices import NoticeHub
from tests.ui.desk import Desk


def colors_along(image: QImage, at: QPointF, length: float) -> set[str]:
    """The colours of a short stretch across a frame, in logical pixels of the picture."""
    ratio = image.devicePixelRatio()
    steps = range(round(-length * ratio), round(length * ratio) + 1)
    x, y = round(at.x() * ratio), round(at.y() * ratio)
    return {QColor(image.pixel(x + step, y)).name() for step in steps}


def looked_at(desk: Desk) -> dict[str, object]:
    """What a person sees of two letters, one of them selected, and of the tools."""
    window, view = desk.window, desk.window.views.page
    desk.click(3)
    desk.type("Q")
    desk.settle()
    image = view.viewport().grab().toImage()
    chosen, typed = desk.selected.box, desk.page.glyph(3)
    left = view.mapFromScene(QPointF(chosen.left, chosen.center[1]))
    right = view.mapFromScene(QPointF(typed.box.left, typed.box.center[1]))
    tools = [button for button in window.findChildren(QToolButton) if button.isVisible()]
    icons = [
        button.icon().pixmap(button.iconSize(), window.devicePixelRatioF()) for button in tools
    ]
    whole = window.grab()
    return {
        "ratio": window.devicePixelRatioF(),
        "size": [whole.width() / window.width(), whole.height() / window.height()],
        "correction": typed.correction,
        "selected": PAPER_SELECTION in colors_along(image, QPointF(left), 8),
        "confirmed": PAPER_COLORS[Certainty.CONFIRMED] in colors_along(image, QPointF(right), 8),
        "icons": sorted({icon.devicePixelRatio() for icon in icons if not icon.isNull()}),
        "cut": [b.text() for b in tools if b.width() < b.minimumSizeHint().width()],
    }


def main(path: str) -> None:
    """Open the window, act on it, tell what was seen."""
    application = QApplication(["ocrdesk"])
    notices = NoticeHub()
    store = SettingsStore(paths.settings_file())
    window = MainWindow(Appearance(application), store, notices)
    window.resize(1000, 700)
    window.show()
    window.activateWindow()
    while not window.isActiveWindow():
        application.processEvents()
    desk = Desk(window, notices)
    desk.open(path)
    QTest.keyClick(window.views.page, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    sys.stdout.write(json.dumps(looked_at(desk)) + "\n")
    sys.stdout.flush()
    os._exit(0)  # nobody closes this window, which would ask about the edit


if __name__ == "__main__":
    main(sys.argv[1])
