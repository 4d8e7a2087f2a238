"""The list of open pages: what it says, and what clicks and keys ask for."""

import sys
from dataclasses import replace
from types import FrameType

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ocrdesk.ui.views.page_card import PageCard, short_status
from ocrdesk.ui.views.page_titles import shown_title, title_lines
from ocrdesk.ui.views.pages_panel import PageEntry, PagesPanel, PageState

Left = Qt.MouseButton.LeftButton
PAGES = (
    PageEntry("one.png", PageState.READ, letters=40, to_review=3, confirmed=2),
    PageEntry("two.png", PageState.READING, fraction=0.42),
    PageEntry("three.png", PageState.WAITING, QImage(60, 80, QImage.Format.Format_RGB32)),
)


@pytest.fixture
def panel(pages_panel: PagesPanel) -> PagesPanel:
    pages_panel.set_entries(PAGES)
    return pages_panel


def row(panel: PagesPanel, number: int) -> QModelIndex:
    return panel._list.model().index(number, 0)


def test_each_state_is_told_in_words(panel: PagesPanel) -> None:
    more = (
        PageEntry("a", PageState.FAILED),
        PageEntry("b", PageState.READ),
        PageEntry("c", PageState.READ, letters=9, confirmed=9),
        PageEntry("d", PageState.READ, letters=9),
    )
    panel.set_entries((*PAGES, *more))
    texts = [row(panel, i).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(7)]
    assert texts == [
        "one.png, 3 to check",
        "two.png, Reading, 42 %",
        "three.png, Waiting",
        "a, Could not be read",
        "b, No letters found",
        "c, All confirmed",
        "d, 9 letters",
    ]
    panel.grab()


def test_the_page_that_is_shown_stays_in_sight_where_the_list_shrinks(panel: PagesPanel) -> None:
    panel.set_entries([PageEntry(f"{i}.png", PageState.READ, letters=1) for i in range(6)])
    panel.set_current(4)
    for height in (420, 300, 220, 160):
        panel.resize(240, height)
        QApplication.processEvents()
        sight = panel._list.viewport().rect()
        assert sight.contains(panel._list.visualRect(row(panel, 4))), height
    panel._list.scrollToTop()
    panel.resize(240, 150)
    QApplication.processEvents()
    assert panel._list.verticalScrollBar().value() == 0, "a person looks at others"


@pytest.mark.parametrize("size", [(60, 80), (240, 60), (900, 4)])
def test_the_thumbnail_shows_all_of_the_page(panel: PagesPanel, size: tuple[int, int]) -> None:
    """Its left edge is red and its right one blue."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    for x in range(size[0] // 8):
        for y in range(size[1]):
            picture.setPixelColor(x, y, Qt.GlobalColor.red)
            picture.setPixelColor(size[0] - 1 - x, y, Qt.GlobalColor.blue)
    panel.set_entries((PageEntry("a.png", PageState.READ, picture, letters=1),))
    shown = panel._list.viewport().grab().toImage()
    colors = {QColor(Qt.GlobalColor.red).rgb(), QColor(Qt.GlobalColor.blue).rgb()}
    card = panel._list.visualRect(row(panel, 0))
    seen = {shown.pixel(x, card.center().y()) for x in range(card.left(), card.center().x())}
    assert colors <= seen


def test_a_narrow_card_says_it_in_a_number_beside_its_icon() -> None:
    checked = replace(PAGES[0], to_review=0)
    done = replace(PAGES[0], confirmed=40)
    told = [short_status(entry) for entry in (*PAGES, checked, done)]
    assert told == ["3", "42 %", "Waiting", "40", "All confirmed"]


def test_corrections_not_exported_are_told(panel: PagesPanel) -> None:
    plain = panel._list.grab().toImage()
    panel.set_entries((replace(PAGES[0], is_edited=True, detail="/a/one.png"), *PAGES[1:]))
    edited = row(panel, 0)
    text = edited.data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "one.png, 3 to check, changes not saved"
    tip = edited.data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "one.png\n/a/one.png\nChanges not saved"
    assert panel._list.grab().toImage() != plain
    panel.resize(170, 480)
    panel.grab()


def test_a_click_shows_the_page(qtbot: QtBot, panel: PagesPanel) -> None:
    place = panel._list.visualRect(row(panel, 1)).center()
    with qtbot.waitSignal(panel.page_selected) as heard:
        QTest.mouseClick(panel._list.viewport(), Left, pos=place)
    assert heard.args == [1]


def test_the_cross_closes_without_showing(qtbot: QtBot, panel: PagesPanel) -> None:
    selected: list[int] = []
    panel.page_selected.connect(selected.append)
    place = PageCard.cross_area(panel._list.visualRect(row(panel, 2))).center()
    with qtbot.waitSignal(panel.close_requested) as heard:
        QTest.mouseClick(panel._list.viewport(), Left, pos=place)
    assert heard.args == [2]
    assert selected == []


def _inked(panel: PagesPanel, area: QRect) -> set[tuple[int, int]]:
    """Return which pixels of the list are as dark as text, on whatever ground."""
    shown = panel._list.viewport().grab(area).toImage()
    places = [(x, y) for x in range(shown.width()) for y in range(shown.height())]
    light = {place: shown.pixelColor(*place).lightness() for place in places}
    return {place for place, value in light.items() if value < 0.4 * max(light.values())}


def test_a_title_has_all_of_its_row_and_stays_under_the_mouse(panel: PagesPanel) -> None:
    name = "IMG_20240501_123456.jpg"
    panel.set_entries([PageEntry(name, PageState.READ, letters=1), *PAGES[1:]])
    panel.set_current(1)
    card = panel._list.visualRect(row(panel, 0))
    cross = PageCard.cross_area(card)
    title = QRect(cross.left() - 60, cross.bottom() + 1, 60 + cross.width(), 16)
    viewport = panel._list.viewport()
    at_rest = _inked(panel, title)
    assert max(x for x, _ in at_rest) > 60, "below the cross, too"
    before = viewport.grab(cross).toImage()
    QTest.mouseMove(viewport, card.center())
    QApplication.processEvents()
    assert viewport.grab(cross).toImage() != before, "the cross is shown"
    few = len(at_rest) / 10  # edges of letters mix with the ground
    assert len(_inked(panel, title) ^ at_rest) < few
    panel.set_current(0)
    assert len(_inked(panel, title) ^ at_rest) < few


def test_a_click_on_the_end_of_a_title_closes_nothing(qtbot: QtBot, panel: PagesPanel) -> None:
    closed: list[int] = []
    panel.close_requested.connect(closed.append)
    card = panel._list.visualRect(row(panel, 1))
    title = QPoint(PageCard.cross_area(card).center().x(), card.center().y() - 10)
    with qtbot.waitSignal(panel.page_selected) as heard:
        QTest.mouseClick(panel._list.viewport(), Left, pos=title)
    assert heard.args == [1]
    assert closed == []


@pytest.mark.parametrize("characters", [11, 14, 17, 20])
def test_what_tells_titles_apart_survives_in_any_width(panel: PagesPanel, characters: int) -> None:
    metrics = QFontMetrics(panel.font())
    room = characters * metrics.averageCharWidth()
    names = (
        "scan of 2024-05-01 0017.png",
        "minutes of the meeting.pdf (12)",
        "a picture that was pasted, no 3",
    )
    for name, end in zip(names, ("7.png", " (12)", "3"), strict=True):
        shown = shown_title(name, metrics, room)
        assert metrics.horizontalAdvance(shown) <= room
        assert shown[:1] == name[:1]
        assert shown.endswith(end), shown
        assert "…" in shown
        assert shown_title(name, metrics, metrics.horizontalAdvance(name)) == name


def test_a_title_goes_on_in_a_second_line(panel: PagesPanel) -> None:
    metrics = QFontMetrics(panel.font())
    room = metrics.horizontalAdvance("welcome.j")
    assert title_lines("welcome", metrics, room) == ("welcome",)
    assert title_lines("welcome.jpg", metrics, room) == ("welcome", ".jpg")
    assert title_lines("my diary 5.png", metrics, room) == ("my diary", "5.png")
    first, second = title_lines("IMG_20240501_0017.png", metrics, room)
    assert first.startswith("IMG_")
    assert second.endswith(".png")
    for name in ("a very long name of a photo (12)", "x" * 40, "x", "W" * 40 + ".jpg"):
        lines = title_lines(name, metrics, room)
        assert all(metrics.horizontalAdvance(line) <= room for line in lines), lines
    assert title_lines("Wx", metrics, 1)[0], "no room is no reason to look for ever"


def test_a_row_in_a_narrow_list_has_room_for_two_lines_of_its_title(panel: PagesPanel) -> None:
    panel.set_entries((PageEntry("a.png"), PageEntry("a longer name of it.png", is_edited=True)))

    def heights() -> list[int]:
        QApplication.processEvents()
        return [panel._list.visualRect(row(panel, number)).height() for number in range(2)]

    panel.resize(300, 480)
    short, long = heights()
    assert long == short
    panel.resize(170, 480)
    short, long = heights()
    line = panel._list.fontMetrics().height()
    assert long >= 3 * line + PageCard.cross_area(QRect(0, 0, 160, 60)).height()
    assert long >= short
    image = panel.grab()
    assert not image.isNull()
    panel.resize(300, 480)
    assert heights()[0] == heights()[1]


def test_titles_are_measured_without_a_look_at_signatures(pages_panel: PagesPanel) -> None:
    """PySide looks a whole module's up where anything asks a function of it for its name.

    What Python wraps it asks: the list held the window up for 0.1 s when it first came.
    """
    called: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            called.append(frame.f_code.co_filename)

    sys.setprofile(note)
    try:
        pages_panel.set_entries(PAGES)
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    assert any("page_titles" in file for file in called)
    assert not any("shibokensupport" in file for file in called)


def test_what_was_left_out_of_a_title_is_marked(panel: PagesPanel) -> None:
    metrics = QFontMetrics(panel.font())
    room = metrics.horizontalAdvance("minutes.pdf (1)") - 1
    assert "…" in shown_title("minutes.pdf (1)", metrics, room)
    room = metrics.horizontalAdvance("abc.jpeg") - 1
    assert "…" in shown_title("abc.jpeg", metrics, room), "an ending that takes most goes first"


def test_the_tool_tip_begins_with_the_whole_title(panel: PagesPanel) -> None:
    name = "minutes of the meeting.pdf (2)"
    panel.set_entries((PageEntry(name, detail="/home/minutes of the meeting.pdf"), *PAGES[1:]))
    viewport = panel._list.viewport()
    place = panel._list.visualRect(row(panel, 0)).center()
    kind = QHelpEvent.Type.ToolTip
    QApplication.sendEvent(viewport, QHelpEvent(kind, place, viewport.mapToGlobal(place)))
    assert QToolTip.text() == f"{name}\n/home/minutes of the meeting.pdf"
    QToolTip.hideText()
    assert row(panel, 2).data(Qt.ItemDataRole.ToolTipRole) == "three.png"


def test_keys_walk_and_close(qtbot: QtBot, panel: PagesPanel) -> None:
    panel.set_current(0)
    with qtbot.waitSignal(panel.page_selected) as heard:
        QTest.keyClick(panel._list, Qt.Key.Key_Down)
    assert heard.args == [1]
    with qtbot.waitSignal(panel.close_requested) as heard:
        QTest.keyClick(panel._list, Qt.Key.Key_Delete)
    assert heard.args == [1]


def test_the_program_selects_silently(panel: PagesPanel) -> None:
    heard: list[int] = []
    panel.page_selected.connect(heard.append)
    panel.set_current(2)
    assert panel._list.currentIndex().row() == 2
    panel.set_current(-1)
    assert not panel._list.currentIndex().isValid()
    assert heard == []


def test_progress_keeps_the_current_page(panel: PagesPanel) -> None:
    heard: list[int] = []
    panel.page_selected.connect(heard.append)
    panel.set_current(1)
    panel.set_entries((PAGES[0], PageEntry("two.png", PageState.READ, letters=5), PAGES[2]))
    assert panel._list.currentIndex().row() == 1
    panel.set_entries(PAGES[:1])
    assert panel._list.currentIndex().row() == 0
    assert heard == []


def test_no_pages_say_how_to_get_some(panel: PagesPanel) -> None:
    panel.set_entries(())
    assert panel._stack.currentIndex() == 0


def test_the_menu_of_a_page_closes_it(qtbot: QtBot, panel: PagesPanel) -> None:
    menu = panel.page_menu(1)
    with qtbot.waitSignal(panel.close_requested) as heard:
        menu.actions()[0].trigger()
    assert heard.args == [1]
