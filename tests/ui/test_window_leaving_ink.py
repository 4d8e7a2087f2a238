"""Settings of ink are left by Escape, the cross, and a review, which shows the letter instead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

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


def test_the_panel_says_what_is_only_tried(inked: Desk) -> None:
    panel = inked.window.views.ink
    told = "closing the panel forgets it"
    inked.wait_until(lambda: "marks of ink." in _said(panel))
    assert told in _said(panel)
    inked.key(Qt.Key.Key_Left, to=panel.controls.sensitivity)
    assert tried(inked) == AUTOMATIC
    assert told not in _said(panel)


@pytest.mark.parametrize("is_floating", [True, False])
def test_the_cross_leaves_the_settings_as_escape_does(
    inked: Desk,
    is_floating: bool,  # noqa: FBT001
) -> None:
    dock = inked.window.docks["ink"]
    dock.setFloating(is_floating)
    inked.settle()
    (cross,) = [b for b in dock.findChildren(QToolButton) if b.toolTip() == "Close Ink"]
    inked.click_in(cross, cross.rect().center())
    _assert_left(inked)


def test_the_menu_that_closes_the_panel_leaves_the_settings(inked: Desk) -> None:
    inked.do("panel_ink")
    _assert_left(inked)


def test_settings_stay_while_the_panel_lies_behind_another(inked: Desk) -> None:
    wish = tried(inked)
    inked.window.docks["letter"].raise_()
    inked.settle()
    assert not is_shown(inked)
    inked.window.docks["ink"].raise_()
    inked.wait_until(lambda: is_shown(inked))
    assert tried(inked) == wish


def _said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _assert_left(desk: Desk) -> None:
    desk.settle()
    assert not is_shown(desk)
    assert not desk.window.docks["ink"].isVisible()
    assert is_seen(desk.window.views.letter)
    assert desk.window.focusWidget() is desk.window.views.page
    desk.do("panel_ink")
    desk.settle()
    assert desk.window.docks["ink"].isVisible()
    assert tried(desk) == AUTOMATIC, "what was not read with is forgotten"
    assert desk.page.ink_settings == AUTOMATIC


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
