"""The settings of ink are left by Escape and by a review, which shows the letter instead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ocrdesk.ink_settings import AUTOMATIC, InkSettings
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


@pytest.fixture
def inked(desk: Desk, make_page: PageMaker) -> Desk:
    """A person who tries settings of ink on a page; no notice is left."""
    desk.open(make_page("a.png", "ABEF", "GHKL"))
    desk.wait_until(lambda: desk.window.reviewing.is_settled)
    desk.do("adjust_ink")
    slider = desk.window.views.ink.controls.sensitivity
    desk.key(Qt.Key.Key_Right, to=slider)
    desk.wait_until(lambda: is_shown(desk))
    assert not is_seen(desk.window.views.letter)
    assert tried(desk) != AUTOMATIC
    desk.notices.withdraw(*(notice.topic for notice in desk.told))
    return desk


def is_shown(desk: Desk) -> bool:
    return desk.window.views.page.ink.overlay is not None


def is_seen(widget: QWidget) -> bool:
    """Tell whether it is on the screen, not behind another panel."""
    middle = widget.mapTo(widget.window(), widget.rect().center())
    there = widget.window().childAt(middle)
    return there is not None and (there is widget or widget.isAncestorOf(there))


def tried(desk: Desk) -> InkSettings:
    return desk.window.views.ink.controls.settings


@pytest.mark.parametrize("is_in_panel", [True, False])
def test_escape_leaves_the_settings(inked: Desk, is_in_panel: bool) -> None:  # noqa: FBT001
    focus = inked.window.focusWidget()
    assert focus is not None
    inked.notices.inform("Something to read.")
    inked.settle()
    for _ in range(2):  # the notice goes first
        assert is_shown(inked)
        inked.key(Qt.Key.Key_Escape, to=focus if is_in_panel else inked.window.views.page)
    inked.settle()
    assert not inked.told
    assert not is_shown(inked)
    assert not is_seen(inked.window.views.ink)
    assert is_seen(inked.window.views.letter)
    assert inked.window.views.page.hasFocus()
    assert not inked.action("panel_ink").isChecked()
    inked.do("adjust_ink")
    assert tried(inked) == AUTOMATIC, "what was not read with is forgotten"
    assert inked.page.ink_settings == AUTOMATIC


@pytest.mark.parametrize("action", ["next_doubtful", "check_random"])
def test_a_review_brings_the_letter_back(inked: Desk, action: str) -> None:
    wish = tried(inked)
    inked.do(action)
    inked.settle()
    assert not is_shown(inked)
    assert is_seen(inked.window.views.letter)
    assert is_seen(inked.window.views.review)
    inked.do("adjust_ink")
    inked.wait_until(lambda: is_shown(inked))
    assert tried(inked) == wish, "it only lay behind"


def test_ink_beside_the_letter_is_taken_off_the_page(inked: Desk) -> None:
    inked.window.docks["ink"].setFloating(True)
    inked.settle()
    inked.wait_until(lambda: is_shown(inked))
    inked.do("next_doubtful")
    inked.settle()
    assert not is_shown(inked)
    assert is_seen(inked.window.views.letter)
