"""A character that the reader lacks is read once a handful of it was confirmed on a page."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

ROWS = ("ÄBÄCÄDÄEÄF", "ÄHKLMNAPRS", "TAÄVAÄWÄXA")


def _type(desk: Desk, text: str) -> None:
    """Type as a person whose keyboard composes some of the characters."""
    for character in text:
        if character.isascii():
            desk.type(character)
            continue
        event = QInputMethodEvent("", [])
        event.setCommitString(character)
        QApplication.sendEvent(desk.window.views.page, event)
        desk.settle()


def test_a_new_character_is_confirmed_learnt_read_and_offered(
    shipped: Desk, make_page: PageMaker
) -> None:
    shipped.open(make_page("a.png", *ROWS))
    letters = "".join(ROWS)
    assert len(shipped.page.glyphs) == len(letters)
    assert "Ä" not in shipped.page.text
    shipped.click(shipped.page.glyphs[0].id)
    _type(shipped, "".join(ROWS[:2]))
    assert shipped.page.glyphs[0].correction == "Ä"
    shipped.do("learn_hand")
    shipped.wait_until(lambda: not shipped.window.learning.is_learning)
    assert "It reads Ä now." in shipped.told_of("learn").text
    new = [glyph for glyph in shipped.page.glyphs if not glyph.is_confirmed]
    assert len(new) == len(ROWS[2])
    for glyph, truth in zip(new, ROWS[2], strict=True):
        assert (glyph.character == "Ä") == (truth == "Ä")
        assert "Ä" in {prediction.character for prediction in glyph.predictions}
    shipped.do("undo")
    assert "Ä" not in "".join(glyph.character for glyph in shipped.page.glyphs[-len(ROWS[2]) :])
