"""The panel of ink at any width: its buttons say as much as they have room for."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ocrdesk.ink_settings import AUTOMATIC
from ocrdesk.ui.views.ink_panel import InkPanel


@pytest.mark.parametrize("longer", ["Read with This Ink", "Mit dieser Tinte lesen, und so fort"])
def test_no_button_is_cut_off(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, longer: str) -> None:
    """In German the first lost a letter on either side, as its bound was in English pixels."""
    monkeypatch.setattr("ocrdesk.ui.views.ink_panel._READ", longer)
    dock = QWidget()
    qtbot.addWidget(dock)
    panel = InkPanel(dock)
    panel.set_page(AUTOMATIC)
    dock.show()
    said = set()
    for width in range(216, 480, 8):
        panel.resize(width, 400)
        qtbot.wait(1)
        said.add(panel.apply.text())
        for button in (panel.apply, panel.reset):
            assert button.width() >= button.sizeHint().width(), (width, button.text())
    assert said == {"Read", longer}
