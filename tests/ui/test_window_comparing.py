"""Two readers are compared on the page that is shown, and one of them is chosen."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialogButtonBox

from ocrdesk.ui.views.compare_dialog import CompareDialog
from tests.ui.conftest import ModelMaker, PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def compared(desk: Desk, make_page: PageMaker, make_model: ModelMaker) -> CompareDialog:
    """A page whose first letter is confirmed, and the dialog with two readers that differ."""
    make_model("aside", seed=7)
    desk.open(make_page("a.png", "ABCDEF", "GHKLMN"))
    desk.click(1)
    desk.type("A")
    desk.do("compare_readers")
    dialog = desk.window.readers.comparing.dialog
    assert dialog is not None
    assert dialog.names == ("print36", "aside")  # one's own, not the network that always loses
    assert dialog.boxes[0].currentText() == "print36 (capitals and digits)"
    dialog.boxes[1].setCurrentText("aside")
    desk.wait_until(lambda: "differ" in dialog.told.text())
    return dialog


def test_what_differs_is_marked_and_leads_to_its_place(compared: CompareDialog, desk: Desk) -> None:
    assert "of 12 letters differ" in compared.told.text()
    assert "Of your 1 confirmed letters" in compared.told.text()
    html = compared.text.toHtml()
    assert compared._comparison is not None
    differing = [pair for pair in compared._comparison.letters if pair.differs]
    assert differing
    assert all(html.count(f'href="#{pair.glyph_id}"') == 2 for pair in differing)
    compared.text.anchorClicked.emit(QUrl(f"#{differing[-1].glyph_id}"))
    assert desk.selected.id == differing[-1].glyph_id


def test_it_follows_corrections_and_undo(compared: CompareDialog, desk: Desk) -> None:
    desk.click(2)
    desk.type("B")
    desk.wait_until(lambda: "Of your 2 confirmed letters" in compared.told.text())
    desk.do("undo")
    desk.wait_until(lambda: "Of your 1 confirmed letters" in compared.told.text())


def test_one_reads_from_then_on_and_the_former_comes_back(
    compared: CompareDialog, desk: Desk
) -> None:
    assert [button.isEnabled() for button in compared.buttons] == [False, True]
    compared.buttons[1].click()
    desk.wait_read()
    assert desk.window.reading.model == "aside"
    assert [button.text() for button in compared.buttons] == ["Read with This", "Reads Now"]
    compared.buttons[0].click()
    desk.wait_read()
    assert desk.window.reading.model == "print36"
    desk.wait_until(lambda: "differ" in compared.told.text())
    box = compared.findChildren(QDialogButtonBox)[0]
    box.button(QDialogButtonBox.StandardButton.Close).click()
    desk.settle()
    assert desk.window.readers.comparing.dialog is None
