"""The first screen offers every way to get a page in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ocrdesk.ui.views.empty_state import EmptyState
from ocrdesk.ui.views.overlay import DropFrame
from ocrdesk.ui.views.start_cards import RecentButton

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def start(qtbot: QtBot) -> EmptyState:
    widget = EmptyState()
    qtbot.addWidget(widget)
    widget.resize(800, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def recent(start: EmptyState) -> list[RecentButton]:
    QApplication.processEvents()
    return [button for button in start.findChildren(RecentButton) if button.isVisible()]


def test_the_buttons_ask_for_what_they_say(qtbot: QtBot, start: EmptyState) -> None:
    for button, signal in (
        (start._area.open, start.open_requested),
        (start._area.folder, start.open_folder_requested),
        (start._sample, start.sample_requested),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Left)
        with qtbot.waitSignal(signal):
            QTest.keyClick(button, Qt.Key.Key_Space)


def test_recent_files_open_again(qtbot: QtBot, start: EmptyState) -> None:
    assert not start._heading.isVisible()
    paths = [str(Path("/scans") / f"page {n}.png") for n in range(9)]
    start.set_recent(paths)
    buttons = recent(start)
    assert [button.path for button in buttons] == paths[:6]
    assert buttons[2].accessibleName() == "Open page 2.png"
    with qtbot.waitSignal(start.recent_requested) as heard:
        QTest.mouseClick(buttons[2], Left)
    assert heard.args == [paths[2]]
    start.set_recent(paths[:1])
    assert [button.path for button in recent(start)] == paths[:1]


def test_folders_at_home_are_short(qtbot: QtBot) -> None:
    button = RecentButton(str(Path.home() / "scans" / "a.png"))
    qtbot.addWidget(button)
    assert button.accessibleDescription() == str(Path("~") / "scans")


def test_a_sample_without_a_picture_is_still_offered(start: EmptyState) -> None:
    start.set_sample_thumbnail(None)
    start.grab()
    start.set_sample_thumbnail(QImage(120, 90, QImage.Format.Format_RGB32))
    start.grab()
    assert start._sample.isVisible()


def test_files_and_folders_can_be_dropped(qtbot: QtBot, start: EmptyState) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/scans"), QUrl("https://example.org/a.png")])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, mime, Left, none)
    QApplication.sendEvent(start, enter)
    assert enter.isAccepted()
    start.grab()
    QApplication.sendEvent(start, QDragLeaveEvent())
    QApplication.sendEvent(start, enter)
    drop = QDropEvent(QPointF(50, 50), copy, mime, Left, none)
    with qtbot.waitSignal(start.files_dropped) as heard:
        QApplication.sendEvent(start, drop)
    assert heard.args == [["/scans"]]


@pytest.mark.parametrize("size", [(320, 480), (1600, 1000)])
def test_it_fits_narrow_and_wide_windows(start: EmptyState, size: tuple[int, int]) -> None:
    start.resize(*size)
    for _ in range(3):  # the buttons change places first, the column follows
        QApplication.processEvents()
    area = start._area
    assert area.width() <= 640
    assert area.mapTo(start, QPoint(0, 0)).x() >= 0
    assert area.mapTo(start, QPoint(area.width(), 0)).x() <= size[0]


def test_while_files_hover_over_it_only_what_dropping_does_is_seen(start: EmptyState) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("a.png")])
    copy, nothing = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(100, 100), copy, data, Left, nothing)
    QApplication.sendEvent(start, enter)
    frame = start.findChild(DropFrame)
    assert frame is not None
    for size in (QSize(800, 700), QSize(300, 260)):
        start.resize(size)
        frame.show_over()
        words, picture = frame.places()
        assert picture.bottom() < words.top()
        whole = words.united(picture)
        assert QRectF(frame.rect()).contains(whole)
        middle = QRectF(frame.rect()).center()
        assert abs(whole.center().y() - middle.y()) < 2
        assert abs(picture.center().x() - middle.x()) < 2
        image = start.grab().toImage()
        button = start._area.open.mapTo(start, start._area.open.rect().topLeft())
        ground = image.pixelColor(20, 20)
        for point in (button + QPoint(6, 6), QPoint(30, size.height() - 30)):
            assert image.pixelColor(point) == ground, "nothing shows through"
