"""The window at any size: the page keeps its share, panels and tools make do with the rest."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton, QWidget

from ocrdesk.ui.views.dock_title import DockTitle
from ocrdesk.ui.views.elided_box import ElidedBox
from ocrdesk.ui.views.elided_label import ElidedLabel
from ocrdesk.ui.views.find_bar import FindBar
from tests.ui.conftest import PageMaker
from tests.ui.desk import Desk

pytestmark = pytest.mark.window

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def page(desk: Desk, make_page: PageMaker) -> Desk:
    """A person in front of a page with a letter selected."""
    desk.open(make_page("a rather long name of a photo.png", "ABC", "DEF"))
    desk.click(2)
    return desk


def resize(desk: Desk, width: int, height: int) -> None:
    desk.window.resize(width, height)
    desk.settle()
    desk.settle()


def widths(desk: Desk) -> list[int]:
    return [desk.window.docks[name].width() for name in ("pages", "text")]


def pull(desk: Desk, line: QPoint, distance: int) -> None:
    """Pull a line between panels with the mouse, as the system's own events do."""
    handle = desk.window.windowHandle()
    assert handle is not None
    QTest.mousePress(handle, Left, pos=line)
    for step in range(1, 6):
        QTest.mouseMove(handle, line + QPoint(distance * step // 5, 0))
        desk.settle()
    QTest.mouseRelease(handle, Left, pos=line + QPoint(distance, 0))
    desk.settle()


def is_cut(widget: QWidget) -> bool:
    """Whether part of a widget is outside of its parent."""
    parent = widget.parentWidget()
    return parent is not None and not parent.rect().contains(widget.geometry())


def test_the_page_keeps_its_share_in_a_small_window(page: Desk) -> None:
    resize(page, 800, 560)
    assert page.window.size() == QSize(800, 560)
    assert page.window.views.page.width() > 400
    panel = page.window.views.letter
    assert panel._content.height() <= panel.height(), "the letter has to be scrolled to be seen"
    page.do("adjust_ink")
    page.settle()
    for dock in page.window.docks.values():
        assert not is_cut(dock.widget())


def test_settings_of_ink_and_of_a_review_are_in_sight_in_a_small_window(page: Desk) -> None:
    resize(page, 800, 560)
    page.do("adjust_ink")
    page.settle()
    ink = page.window.views.ink
    page.wait_until(ink.letter.isVisible)
    for control in (ink.controls.threshold, ink.controls.sensitivity, ink.apply):
        assert control.visibleRegion().boundingRect() == control.rect(), control.accessibleName()
    resize(page, 1200, 1000)
    assert ink.letter.y() < ink.controls.y(), "with room enough the letter comes first"
    ink.leave()
    resize(page, 800, 560)
    page.do("next_doubtful")
    page.settle()
    review = page.window.views.review
    assert review.question is not None
    choice = review.doubt.findChild(ElidedBox)
    assert choice is not None
    assert choice.visibleRegion().boundingRect() == choice.rect()


def test_panels_come_back_when_the_window_grows_again(page: Desk) -> None:
    resize(page, 1280, 800)
    before = widths(page)
    resize(page, 800, 560)
    small = widths(page)
    assert small[0] < before[0]
    assert small[1] < before[1]
    resize(page, 1280, 800)
    assert widths(page) == before


def test_panels_pulled_wider_stay_so_and_come_back_with_the_next_start(
    open_desk: Callable[[], Desk], make_page: PageMaker
) -> None:
    path = make_page("a.png", "AB")
    desk = open_desk()
    resize(desk, 1400, 800)
    desk.open(path)
    dock = desk.window.docks["text"]
    pull(desk, dock.mapTo(desk.window, QPoint(0, 100)) - QPoint(1, 0), -75)
    pulled = dock.width()
    assert pulled > 380
    resize(desk, 800, 560)
    assert dock.width() < 300
    resize(desk, 1400, 800)
    assert dock.width() == pulled
    desk.window.close()
    desk = open_desk()
    resize(desk, 1400, 800)
    desk.open(path)
    desk.settle()
    assert desk.window.docks["text"].width() == pulled


def test_a_long_name_does_not_widen_the_window(page: Desk) -> None:
    resize(page, 800, 560)
    page.window.views.progress.start("Reading " + "a very long name " * 20)
    page.window.views.progress.set_progress("Finding letters", 0.4)
    page.settle()
    assert page.window.width() == 800
    page.window.views.progress.finish()


def test_tools_lose_their_words_before_they_lose_their_place(page: Desk) -> None:
    toolbar = page.window._toolbar
    more = toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert isinstance(more, QToolButton)
    open_tool = toolbar.widgetForAction(page.action("open"))
    assert isinstance(open_tool, QToolButton)
    worded = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    resize(page, 1280, 800)
    assert open_tool.toolButtonStyle() == worded
    resize(page, 800, 560)
    assert open_tool.toolButtonStyle() != worded
    assert not more.isVisible()
    for name in page.window.docks:
        page.do(f"panel_{name}")
    resize(page, 420, 560)
    assert more.isVisible()
    assert more.accessibleName()
    assert not more.icon().isNull()
    resize(page, 1280, 800)
    assert open_tool.toolButtonStyle() == worded
    for name in page.window.docks:
        page.do(f"panel_{name}")


def test_no_tool_loses_its_place_at_any_width(page: Desk) -> None:
    """Words that were a little wider than was thought pushed the last tool out of sight."""
    more = page.window._toolbar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert isinstance(more, QToolButton)
    for width in range(800, 1150, 6):
        resize(page, width, 560)
        assert not more.isVisible(), width


# Only the offscreen platform cannot bring a floating panel to the front.
@pytest.mark.qt_log_ignore("plugin does not support raise", extend=True)
def test_a_dock_floats_and_closes_by_its_title(page: Desk) -> None:
    dock = page.window.docks["letter"]
    title = dock.titleBarWidget()
    assert isinstance(title, DockTitle)
    assert title._float.accessibleName() == "Let Letter float"
    QTest.mouseClick(title._float, Left)
    page.settle()
    assert dock.isFloating()
    assert title._float.accessibleName() == "Put Letter back"
    QTest.mouseClick(title._float, Left)
    page.settle()
    assert not dock.isFloating()
    QTest.mouseClick(title._close, Left)
    page.settle()
    assert not dock.isVisible()
    assert not page.action("panel_letter").isChecked()
    page.do("panel_letter")


def test_arrows_of_the_folder_dialog_can_be_seen_in_the_dark(page: Desk) -> None:
    page.do("theme_dark")
    page.do("open_folder")
    dialog = page.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    ground = dialog.palette().window().color().lightness()
    for name in ("backButton", "forwardButton", "toParentButton", "newFolderButton"):
        button = dialog.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            image = button.icon().pixmap(QSize(16, 16), 1.0, mode).toImage()
            pixels = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
            strongest = max(pixels, key=QColor.alpha)
            assert strongest.lightness() - ground > 50, (name, mode)
    dialog.reject()
    page.do("theme_system")


def test_a_label_tells_what_it_has_no_room_for(page: Desk) -> None:
    label = ElidedLabel("a name that is much too long", mode=Qt.TextElideMode.ElideMiddle)
    label.resize(80, 20)
    assert "\N{HORIZONTAL ELLIPSIS}" in label.shown_text()
    assert label.minimumSizeHint().width() < 60
    label.resize(600, 20)
    assert label.shown_text() == label.text()
    label.deleteLater()


def test_a_label_says_less_before_it_is_cut(page: Desk) -> None:
    label = ElidedLabel()
    label.tell("66 letters in 6 rows, 1 to check", "66 letters, 1 to check", "1 to check")
    shown = {}
    for width in (600, 150, 75, 40):
        label.resize(width, 20)
        shown[width] = label.shown_text()
    assert shown[600] == label.text()
    assert shown[150] == "66 letters, 1 to check"
    assert shown[75] == "1 to check"
    assert shown[40].endswith("\N{HORIZONTAL ELLIPSIS}")
    label.deleteLater()


def test_a_box_ends_what_it_has_no_room_for_in_an_ellipsis(page: Desk) -> None:
    box, plain = ElidedBox(4), ElidedBox(4)
    box.addItem("Half as dark as its stroke")
    box.resize(110, 30)
    room = box.fontMetrics().horizontalAdvance("Half as d\N{HORIZONTAL ELLIPSIS}")
    assert room < 110
    cut = [f"{box.currentText()[:length]}\N{HORIZONTAL ELLIPSIS}" for length in range(4, 20)]
    plain.addItems(cut)
    plain.resize(box.size())
    pictures = []
    for place in range(len(cut)):
        plain.setCurrentIndex(place)
        pictures.append(plain.grab().toImage())
    assert box.grab().toImage() in pictures
    for one in (box, plain):
        one.deleteLater()


def test_little_room_takes_words_not_halves_of_them(page: Desk) -> None:
    resize(page, 800, 560)
    page.do("find")
    (bar,) = page.window.findChildren(FindBar)
    strip = page.window.views.progress
    assert not bar._field.isClearButtonEnabled()
    strip.start("Reading a.png")
    page.settle()
    assert strip._cancel.text() == ""
    assert strip._cancel.accessibleName() == "Cancel: Reading a.png"
    assert strip._cancel.toolTip() == "Cancel"
    resize(page, 1400, 900)
    assert strip._cancel.text() == "Cancel"
    strip.finish()
    assert bar._field.isClearButtonEnabled()


def needed(button: QPushButton) -> int:
    """How wide a button has to be for its words, with its frame."""
    return button.fontMetrics().horizontalAdvance(button.text()) + 4


def test_the_buttons_of_the_review_say_less_rather_than_half_words(page: Desk) -> None:
    review = page.window.views.review
    resize(page, 800, 800)
    for action, word in (("check_random", "End"), ("next_doubtful", "Skip")):
        page.do(action)
        page.settle()
        seen = [button for button in review.findChildren(QPushButton) if button.isVisible()]
        assert word in [button.text() for button in seen]
        cut = [button.text() for button in seen if needed(button) > button.width()]
        assert not cut
    resize(page, 1400, 900)
    page.do("check_random")
    page.settle()
    buttons = review.findChildren(QPushButton)
    assert [b.text() for b in buttons if b.isVisible()][:3] == ["Right", "Wrong…", "End"]
    page.window.resizeDocks([page.window.docks["review"]], [400], Qt.Orientation.Horizontal)
    page.settle()
    assert [b.text() for b in buttons if b.isVisible()][:3] == [
        "Right (Enter)",
        "Wrong…",
        "End Check",
    ]
