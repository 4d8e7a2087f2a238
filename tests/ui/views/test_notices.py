"""Notices, progress and the list of shortcuts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ocrdesk.ui.views.key_caps import KeyCaps
from ocrdesk.ui.views.notice_bar import NoticeBar, NoticeKind
from ocrdesk.ui.views.notice_card import NoticeCard
from ocrdesk.ui.views.progress_strip import ProgressStrip
from ocrdesk.ui.views.shortcuts_dialog import ShortcutsDialog

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    widget = NoticeBar()
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    return widget


def cards(bar: NoticeBar) -> list[NoticeCard]:
    QApplication.processEvents()
    return [card for card in bar.findChildren(NoticeCard) if card.isVisible()]


def texts(bar: NoticeBar) -> list[str]:
    return [card.findChildren(QLabel)[0].text() for card in cards(bar)]


def test_a_notice_shows_and_closes(qtbot: QtBot, bar: NoticeBar) -> None:
    assert not bar.isVisible()
    number = bar.show_notice("Broken.", "Try another.", NoticeKind.ERROR)
    assert texts(bar) == ["Broken."]
    assert cards(bar)[0].accessibleDescription() == "Try another."
    bar.grab()
    with qtbot.waitSignal(bar.notice_closed) as heard:
        QTest.mouseClick(cards(bar)[0].findChildren(QToolButton)[0], Left)
    assert heard.args == [number]
    assert not bar.isVisible()
    bar.close_notice(number)


def test_the_fourth_waits_its_turn(bar: NoticeBar) -> None:
    numbers = [bar.show_notice(f"Notice {n}", kind=NoticeKind.WARNING) for n in range(4)]
    assert texts(bar) == ["Notice 0", "Notice 1", "Notice 2"]
    bar.close_notice(numbers[1])
    assert texts(bar) == ["Notice 0", "Notice 2", "Notice 3"]
    bar.clear()
    assert not bar.isVisible()


def test_the_same_notice_counts_up(bar: NoticeBar) -> None:
    first = bar.show_notice("Broken.", kind=NoticeKind.ERROR)
    assert bar.show_notice("Broken.", kind=NoticeKind.ERROR) == first
    assert texts(bar) == ["Broken. (2 times)"]


def test_an_action_can_be_asked_for(qtbot: QtBot, bar: NoticeBar) -> None:
    number = bar.show_notice("Broken.", kind=NoticeKind.ERROR, action="Show details")
    button = cards(bar)[0].findChildren(QPushButton)[0]
    assert button.text() == "Show details"
    with qtbot.waitSignal(bar.action_requested) as heard:
        QTest.mouseClick(button, Left)
    assert heard.args == [number]


def test_good_news_goes_by_itself_and_trouble_stays(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice("Trouble", kind=NoticeKind.ERROR)
    good = bar.show_notice("Done", kind=NoticeKind.SUCCESS)
    for card in cards(bar):
        card._timer.setInterval(1)
        card.start()
    with qtbot.waitSignal(bar.notice_closed) as heard:
        pass
    assert heard.args == [good]
    QTest.qWait(20)
    assert texts(bar) == ["Trouble"]


def test_what_offers_something_stays_until_others_wait(qtbot: QtBot, bar: NoticeBar) -> None:
    bar.show_notice("Read with another.", action="Back")
    (card,) = cards(bar)
    card._timer.setInterval(1)
    card.start()
    qtbot.waitUntil(lambda: card.is_outdated)
    assert texts(bar) == ["Read with another."]
    bar.show_notice("One", kind=NoticeKind.ERROR)
    bar.show_notice("Two", kind=NoticeKind.ERROR)
    assert texts(bar) == ["Read with another.", "One", "Two"]
    bar.show_notice("Three", kind=NoticeKind.ERROR)
    assert texts(bar) == ["One", "Two", "Three"]


def test_the_cross_tells_that_a_person_wants_none_of_it(qtbot: QtBot, bar: NoticeBar) -> None:
    number = bar.show_notice("Read with another.", action="Back")
    with qtbot.waitSignals([bar.notice_dismissed, bar.notice_closed]):
        QTest.mouseClick(cards(bar)[0]._close, Left)
    other = bar.show_notice("Read with another.", action="Back")
    assert other != number
    with qtbot.assertNotEmitted(bar.notice_dismissed):
        bar.close_notice(other)


def test_the_strip_tells_progress_and_can_be_cancelled(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 40)
    assert not strip.isVisible()
    strip.start("Reading a.png")
    assert strip.isVisible()
    assert strip._bar.maximum() == 0
    strip.set_progress("Finding letters", 0.37)
    assert strip._bar.value() == 370
    assert strip._share.text() == "37 %"
    strip.set_progress("Done", 1.7)
    assert strip._bar.value() == 1000
    with qtbot.waitSignal(strip.cancel_requested):
        QTest.mouseClick(strip._cancel, Left)
    assert not strip._cancel.isEnabled()
    strip.finish()
    assert not strip.isVisible()
    strip.start("Reading b.png")
    assert strip._cancel.isEnabled()
    strip.finish()


GROUPS = [
    ("File", [("Open image", "Ctrl+O"), ("Quit", "Ctrl+Q")]),
    ("View", [("Zoom in", "Ctrl++, Ctrl+=")]),
]


def test_shortcuts_are_listed_and_found(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(GROUPS)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    field = dialog.findChildren(QLineEdit)[0]

    def shown() -> list[str]:
        QApplication.processEvents()
        labels = [row[1] for group in dialog._groups for row in group._rows]
        return [label.text() for label in labels if label.isVisible()]

    assert shown() == ["Open image", "Quit", "Zoom in"]
    QTest.keyClicks(field, "zoom")
    assert shown() == ["Zoom in"]
    field.setText("ctrl+q")
    assert shown() == ["Quit"]
    field.setText("no such thing")
    assert shown() == []
    assert dialog._column.nothing.isVisible()
    dialog.grab()


def test_keys_are_split_into_caps(qtbot: QtBot) -> None:
    caps = KeyCaps("Ctrl++, Ctrl+Shift+Z, Tab")
    qtbot.addWidget(caps)
    assert caps._choices == [["Ctrl", "+"], ["Ctrl", "Shift", "Z"], ["Tab"]]
    caps.resize(caps.sizeHint())
    caps.grab()


def test_a_narrow_notice_has_its_buttons_below_its_words(bar: NoticeBar) -> None:
    bar.show_notice("Broken.", "Words " * 20, NoticeKind.ERROR, action="Mend It")
    (card,) = cards(bar)
    (button,) = card.findChildren(QPushButton)
    advice = card.findChildren(QLabel)[1]
    for width, is_below in ((420, True), (640, False), (420, True)):
        bar.resize(width, 400)
        QApplication.processEvents()
        assert (button.geometry().top() > advice.geometry().bottom()) == is_below
        assert advice.width() > 250
        assert advice.height() >= advice.heightForWidth(advice.width())


def test_no_name_is_too_long_for_a_notice(bar: NoticeBar) -> None:
    name = "a_rather_long_name_of_a_photo_" * 2 + "W" * 50 + ".jpg"
    bar.show_notice(f"“{name}” is broken.", "Words.", NoticeKind.ERROR)
    bar.show_notice(f"“{name}” is broken.", "Words.", NoticeKind.ERROR)
    (card,) = cards(bar)
    assert card.accessibleName() == f"“{name}” is broken."
    assert texts(bar)[0].replace("\N{ZERO WIDTH SPACE}", "") == f"“{name}” is broken. (2 times)"
    assert card.minimumSizeHint().width() < 330
