"""Enter presses the laboratory's buttons, too."""

import pytest
from PySide6.QtCore import Qt

from ocrdesk.ui.controllers.lab_desk import LabDesk
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_a_button_is_pressed_by_enter(desk: Desk, lab: LabDesk) -> None:
    button = lab.window._buttons.button(1)
    button.setFocus()
    desk.key(Qt.Key.Key_Return, to=button)
    assert lab.window.page == 1
