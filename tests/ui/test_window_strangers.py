"""The contact sheet in the window: what was called the same by mistake stands at its end."""

import pytest

from ocrdesk.ui.views.contact_sheet_dialog import ContactSheetDialog
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def test_letters_of_another_shape_come_last_on_whichever_page_they_are(
    shipped: Desk, make_page: PageMaker
) -> None:
    shipped.open(make_page("a.png", "AAAAWAAA", "AAAA"), make_page("b.png", "AAOAA"))
    strangers = {(0, 5), (1, 3)}
    for number, glyph_id in sorted(strangers):
        shipped.window.session.show(shipped.window.session.documents[number])
        shipped.settle()
        shipped.click(glyph_id)
        assert shipped.selected.character in "WO0"
        shipped.type("A")  # somebody's slip: confirmed, so no probability tells
    shipped.wait_until(lambda: shipped.window.reviewing.is_settled)
    shipped.click(1)
    shipped.do("contact_sheet")
    sheet = shipped.window.findChild(ContactSheetDialog)
    assert isinstance(sheet, ContactSheetDialog)
    assert sheet.character == "A"
    shipped.wait_until(lambda: len(sheet.grid.cells) == 17)
    last = {(cell.place.page, cell.place.glyph_id) for cell in sheet.grid.cells[-2:]}
    assert last == strangers
