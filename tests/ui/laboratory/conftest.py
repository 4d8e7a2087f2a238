"""The laboratory's window with a handful of letters, and somebody who trains in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ocrdesk.ui.controllers.lab_desk import LabDesk
from ocrdesk.ui.controllers.lab_inside import Shown
from ocrdesk.ui.views import lab_data_page
from ocrdesk.ui.views.lab_data_page import PAGES
from ocrdesk.ui.views.lab_window import INSIDE, TRAINING
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


def learn_confirmed(desk: Desk, lab: LabDesk) -> None:
    """Load the letters that are confirmed on the open pages, and train a run on them."""
    lab.window.data.source_box.setCurrentIndex(PAGES)
    lab.window.data.load_button.click()
    desk.wait_until(lambda: lab.data is not None and lab.data.name == "confirmed letters")
    lab.window.training.batch.setValue(4)
    train(desk, lab)


def look_inside(desk: Desk, lab: LabDesk) -> Shown:
    """Go to the page that shows the inside of an epoch, and return what it shows."""
    lab.window.show_page(INSIDE)
    desk.wait_until(lambda: lab.inside.shown is not None)
    shown = lab.inside.shown
    assert shown is not None
    return shown
