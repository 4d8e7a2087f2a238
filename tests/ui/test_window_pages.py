"""The order of pages: moved by keys and by dragging, taken out and put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QListView

from ocrdesk.formats.document_file import open_document
from tests.ui.answering import choose_file
from tests.ui.desk import Desk

pytestmark = pytest.mark.window


def order(desk: Desk) -> str:
    return "".join(opened.title[0] for opened in desk.window.session.documents)


def listed(desk: Desk) -> str:
    """The order that the panel shows."""
    desk.settle()
    model = desk.window.views.pages.findChild(QListView).model()  # type: ignore[union-attr]
    return "".join(model.index(row, 0).data()[0] for row in range(model.rowCount()))


def test_keys_move_the_page_that_is_shown(three: Desk) -> None:
    three.do("move_page_down")
    assert order(three) == listed(three) == "bac"
    three.do("move_page_down")
    assert order(three) == listed(three) == "bca"
    assert not three.action("move_page_down").isEnabled()
    assert three.current.title == "a.png"
    three.do("move_page_up")
    assert order(three) == "bac"


class _OwnMove(QDragMoveEvent):
    """A row that is dragged over a list; only where a screen is does Qt know where it is from."""

    origin: QObject | None = None

    def source(self) -> QObject:
        assert self.origin is not None
        return self.origin


class _OwnDrop(QDropEvent):
    """A row that is dropped on a list."""

    origin: QObject | None = None

    def source(self) -> QObject:
        assert self.origin is not None
        return self.origin


def drag(pages: QListView, row: int, end: QPoint) -> None:
    """Drag a row to a place, by the events that the list gets of a drag that it began itself."""
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move, data = Qt.DropAction.MoveAction, pages.model().mimeData([pages.model().index(row, 0)])
    over = _OwnMove(end, move, data, button, keys)
    drop = _OwnDrop(QPointF(end), move, data, button, keys)
    over.origin = drop.origin = pages
    # Not through the application: that hands on copies of such events, which have no origin.
    over.ignore()
    pages.dragMoveEvent(over)
    assert over.isAccepted()
    drop.ignore()
    pages.dropEvent(drop)
    assert drop.isAccepted()


@pytest.mark.parametrize(
    ("row", "over", "is_below", "expected"),
    [(0, 2, True, "bca"), (2, 0, False, "cab"), (1, 1, True, "abc"), (0, 1, True, "bac")],
)
def test_a_page_goes_where_it_is_dropped(
    three: Desk,
    row: int,
    over: int,
    is_below: bool,  # noqa: FBT001
    expected: str,
) -> None:
    pages = three.window.views.pages.findChild(QListView)
    assert isinstance(pages, QListView)
    place = pages.visualRect(pages.model().index(row, 0)).center()
    three.click_in(pages.viewport(), place)
    three.settle()
    area = pages.visualRect(pages.model().index(over, 0))
    at = QPoint(area.center().x(), area.bottom() - 3 if is_below else area.top() + 3)
    drag(pages, row, at)
    assert order(three) == listed(three) == expected


def test_what_comes_from_elsewhere_moves_nothing(three: Desk) -> None:
    pages = three.window.views.pages.findChild(QListView)
    assert isinstance(pages, QListView)
    data = QMimeData()
    data.setText("nothing of ours")
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    drop = QDropEvent(QPointF(10, 10), copy, data, left, none)
    pages.dropEvent(drop)
    assert order(three) == "abc"


def test_a_page_that_was_taken_out_comes_back_as_it_was(three: Desk) -> None:
    three.do("next_page")
    before = three.page
    assert not three.action("put_back").isVisible()
    three.do("close_page")
    assert order(three) == "ac"
    (notice,) = three.told
    assert notice.action == "Put Back"
    three.window.notice_bar.action_requested.emit(three.number_of(notice))
    assert order(three) == listed(three) == "abc"
    assert three.page == before
    three.click(1)
    three.type("Q")
    three.do("undo")
    assert three.page == before
    assert three.told == []


def test_the_last_page_comes_back_too(three: Desk) -> None:
    before = three.page
    for _ in "abc":
        three.do("close_page")
    assert three.window.views.empty.isVisible()
    assert three.window.windowTitle() == "ocrdesk"
    three.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    three.settle()
    assert order(three) == "c"
    assert three.window.views.page.isVisible()
    three.do("put_back")
    three.do("put_back")
    assert order(three) == listed(three) == "abc"
    assert three.page == before
    assert three.told == []


def test_the_order_of_pages_is_saved(three: Desk, tmp_path: Path) -> None:
    three.do("save")
    choose_file(three, tmp_path / "work")
    three.wait_until(lambda: three.window.saving.file is not None)
    three.do("move_page_down")
    assert three.window.isWindowModified()
    three.do("save")
    three.wait_until(lambda: not three.window.isWindowModified())
    titles = [stored.title for stored in open_document(tmp_path / "work.ocrdesk").pages]
    assert titles == ["b.png", "a.png", "c.png"]
    three.do("move_page_down")
    three.do("move_page_up")
    assert not three.window.isWindowModified()
