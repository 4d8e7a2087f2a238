"""The laboratory's window with a handful of letters, and somebody who trains in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ocrdesk.ui.controllers.lab_desk import LabDesk
from ocrdesk.ui.views import lab_data_page
from ocrdesk.ui.views.lab_window import TRAINING
from tests.ui.desk import Desk


@pytest.fixture
def lab(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> LabDesk:
    """The laboratory with forty-eight letters of four characters."""
    monkeypatch.setattr(lab_data_page, "CHARSETS", {"four": "AOHX"})
    monkeypatch.setattr(lab_data_page, "OF_EACH", 12)
    desk.do("lab")
    desk.wait_until(lambda: desk.window.lab.desk is not None)
    lab = desk.window.lab.desk
    assert lab is not None
    desk.wait_until(lambda: lab.data is not None)
    lab.window.training.epochs.setValue(3)
    return lab


def train(desk: Desk, lab: LabDesk) -> None:
    """Train one run to its end on the training page."""
    lab.window.show_page(TRAINING)
    QTest.mouseClick(lab.window.training.start_button, Qt.MouseButton.LeftButton)
    desk.wait_until(lambda: lab.training.run is not None and not lab.training.is_running)
    desk.wait_until(lambda: lab.window.training.plots.is_drawn)
