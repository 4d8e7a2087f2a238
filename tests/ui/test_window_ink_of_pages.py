"""Ink that is tried on one page while others are looked at: it waits there, and pages say why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from ocrdesk.ui.notices import Notice
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window
_TRIED = InkSettings(sensitivity=10)


def settings(desk: Desk) -> InkSettings:
    return desk.window.views.ink.controls.settings


def wait_for_ink(desk: Desk, wanted: InkSettings) -> None:
    inking = desk.window._inking
    desk.wait_until(lambda: inking._shown == (desk.current.pyramid, wanted))
    desk.settle()


def told(desk: Desk) -> Notice | None:
    return next((notice for notice in desk.told if "Ink panel" in notice.text), None)


def turn(desk: Desk) -> None:
    desk.do("next_page" if desk.action("next_page").isEnabled() else "previous_page")


@pytest.fixture
def trying(desk: Desk, make_page: PageMaker) -> Desk:
    """A person who tries ink on one of two pages."""
    desk.open(make_page("first.png", "ABEF"), make_page("second.png", "XYZ"))
    desk.window.session.show(desk.window.session.documents[0])
    desk.do("adjust_ink")
    wait_for_ink(desk, AUTOMATIC)
    for _ in range(2):
        desk.key(Qt.Key.Key_Right, to=desk.window.views.ink.controls.sensitivity)
    wait_for_ink(desk, _TRIED)
    assert told(desk) is None
    return desk


def test_the_other_page_says_why_it_shows_no_letters(trying: Desk) -> None:
    turn(trying)
    wait_for_ink(trying, AUTOMATIC)
    notice = told(trying)
    assert notice is not None
    assert "first.png" in notice.advice
    buttons = trying.window.findChildren(QPushButton)
    (button,) = [b for b in buttons if b.isVisible() and b.text() == "Show Letters"]
    trying.click_in(button, button.rect().center())
    trying.settle()
    assert trying.window.views.page.ink.overlay is None
    assert trying.action("show_rows").isEnabled()
    assert told(trying) is None
    assert trying.window.docks["ink"].isVisible(), "what was tried still waits"
    turn(trying)
    trying.settle()
    assert settings(trying) == _TRIED


def test_what_was_tried_waits_on_its_page(trying: Desk) -> None:
    turn(trying)
    wait_for_ink(trying, AUTOMATIC)
    assert settings(trying) == AUTOMATIC
    turn(trying)
    wait_for_ink(trying, _TRIED)
    assert told(trying) is None, "it is known by now, and nothing waits elsewhere"
    assert trying.window.views.ink.apply.isEnabled()
    assert trying.page.ink_settings == AUTOMATIC


def test_leaving_forgets_what_waits_elsewhere_as_the_notice_says(trying: Desk) -> None:
    turn(trying)
    wait_for_ink(trying, AUTOMATIC)
    notice = told(trying)
    assert notice is not None
    assert "until the panel is closed" in notice.advice
    slider = trying.window.views.ink.controls.sensitivity
    for _ in range(2):  # the notice goes first
        trying.key(Qt.Key.Key_Escape, to=slider)
    trying.settle()
    assert not trying.window.docks["ink"].isVisible()
    turn(trying)
    trying.do("adjust_ink")
    wait_for_ink(trying, AUTOMATIC)
    assert settings(trying) == AUTOMATIC
    assert told(trying) is None, "nobody turned a page"


def test_reading_again_gives_up_what_was_tried(trying: Desk) -> None:
    apply = trying.window.views.ink.apply
    trying.click_in(apply, apply.rect().center())
    trying.wait_until(lambda: trying.window.reading.busy is None)
    trying.settle()
    assert trying.page.ink_settings == _TRIED
    trying.do("undo")
    assert settings(trying) == AUTOMATIC
    turn(trying)
    trying.settle()
    turn(trying)
    trying.settle()
    assert settings(trying) == AUTOMATIC
