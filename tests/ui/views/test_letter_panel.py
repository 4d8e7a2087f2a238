"""The letter panel tells what was read, and every character can be chosen there."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ocrdesk.page.elements import UNREADABLE, Reader
from ocrdesk.ui.views.certainty import percent
from ocrdesk.ui.views.letter_panel import LetterPanel
from ocrdesk.ui.views.probability_list import ProbabilityList
from tests.ui.views.conftest import glyph, unreadable


@pytest.fixture
def panel(qtbot: QtBot) -> LetterPanel:
    widget = LetterPanel()
    qtbot.addWidget(widget)
    widget.resize(320, 520)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def said(panel: LetterPanel) -> str:
    """All text a person can see."""
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_nothing_selected_says_what_to_do(panel: LetterPanel) -> None:
    assert "No letter selected" in said(panel)
    panel.set_glyph(glyph(1, 0, 0, "K", 0.87))
    assert "No letter selected" not in said(panel)
    panel.set_glyph(None)
    assert "No letter selected" in said(panel)


def test_it_tells_what_the_ink_alone_said(panel: LetterPanel) -> None:
    read = glyph(1, 0, 0, "0", 0.97)
    panel.set_glyph(replace(read, ink=glyph(1, 0, 0, "O", 0.55).predictions))
    assert f"By its ink alone: O {percent(0.55)}.".replace("O ", "O\xa0").replace(
        " %", "\xa0%"
    ) in (said(panel))
    panel.set_glyph(replace(read, ink=glyph(1, 0, 0, "0", 0.61).predictions))
    assert "ink alone" not in said(panel)
    panel.set_glyph(read)
    assert "ink alone" not in said(panel)


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.999, "> 99 %\nAlmost certain"),
        (0.75, "75 %\nLikely"),
        (0.4, "40 %\nDoubtful"),
    ],
)
def test_the_reading_is_told_in_words_and_percent(
    panel: LetterPanel, probability: float, words: str
) -> None:
    panel.set_glyph(glyph(1, 0, 0, "K", probability))
    assert said(panel) == f"K\n{words}"


def test_what_cannot_be_read_says_so_and_offers_characters(
    panel: LetterPanel, qtbot: QtBot
) -> None:
    box = unreadable(1, 0, 0, 0.97)
    panel.set_glyph(box)
    assert said(panel).startswith(f"{UNREADABLE}\nUnreadable\n97\N{NO-BREAK SPACE}% no character.")
    bars = panel.findChild(ProbabilityList)
    assert bars is not None
    assert bars.model().index(0, 0).data() == "K"
    with qtbot.waitSignal(panel.character_chosen) as chosen:
        QTest.keyClick(bars, Qt.Key.Key_Return)
    assert chosen.args == ["K"]
    panel.set_glyph(replace(box, correction="K"))
    assert "You confirmed K; the network could not read it." in said(panel)
    panel.set_glyph(replace(box, correction=UNREADABLE))
    assert "You confirmed that it is no character." in said(panel)


def test_a_correction_is_told_beside_what_the_network_read(panel: LetterPanel) -> None:
    panel.set_glyph(glyph(1, 0, 0, "X", 0.61, correction="K"))
    assert said(panel) == "K\nConfirmed\nYou confirmed K; the network read X 61\N{NO-BREAK SPACE}%."
    panel.set_glyph(glyph(1, 0, 0, "K", 0.61, correction="K"))
    assert "The network read it too, with 61\N{NO-BREAK SPACE}%." in said(panel)


def test_a_box_that_was_not_read_says_so(panel: LetterPanel) -> None:
    unread = replace(glyph(1, 0, 0, "K"), predictions=())
    panel.set_glyph(unread)
    assert said(panel).startswith("?\nNot read yet")
    panel.set_glyph(replace(unread, correction="Q"))
    assert said(panel) == "Q\nConfirmed\nYou confirmed Q."


def test_the_best_five_are_shown_and_all_can_be(panel: LetterPanel) -> None:
    panel.set_glyph(glyph(1, 0, 0, "K", 0.5))
    model = panel._bars.model()
    assert model.rowCount() == 5
    assert panel._expander.text() == "All 36 characters"
    QTest.mouseClick(panel._expander, Qt.MouseButton.LeftButton)
    assert model.rowCount() == 36
    panel.set_glyph(glyph(2, 0, 0, "X", 0.5))
    assert model.rowCount() == 36
    QTest.mouseClick(panel._expander, Qt.MouseButton.LeftButton)
    assert model.rowCount() == 5


def test_a_click_on_a_bar_chooses_its_character(qtbot: QtBot, panel: LetterPanel) -> None:
    panel.set_glyph(glyph(1, 0, 0, "K", 0.5))
    row = panel._bars.visualRect(panel._bars.model().index(1, 0))
    with qtbot.waitSignal(panel.character_chosen) as chosen:
        QTest.mouseClick(panel._bars.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert chosen.args == ["A"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_chooses_too(qtbot: QtBot, panel: LetterPanel, key: Qt.Key) -> None:
    panel.set_glyph(glyph(1, 0, 0, "K", 0.5))
    QTest.keyClick(panel._bars, Qt.Key.Key_Down)
    QTest.keyClick(panel._bars, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.character_chosen) as chosen:
        QTest.keyClick(panel._bars, key)
    assert chosen.args == ["B"]


def test_bars_speak_to_a_screen_reader(panel: LetterPanel) -> None:
    panel.set_glyph(glyph(1, 0, 0, "X", 0.61, correction="X"))
    index = panel._bars.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "X, 61 %, your choice"


def test_the_patch_is_shown_pixel_by_pixel(panel: LetterPanel) -> None:
    patch = np.zeros((32, 32), np.float32)
    patch[:, 16:] = 1.0
    panel.set_glyph(glyph(1, 0, 0, "K"), patch)
    shown = panel._patch.grab().toImage()
    width, middle = shown.width(), shown.height() // 2
    palette = panel._patch.palette()
    assert shown.pixelColor(width // 4, middle) == palette.base().color()
    assert shown.pixelColor(width * 3 // 4, middle) == palette.text().color()
    edge = {shown.pixelColor(x, middle).name() for x in range(8, width - 8)}
    assert edge == {QColor(palette.base().color()).name(), QColor(palette.text().color()).name()}


def test_it_tells_who_read_a_letter_in_text_or_where_room_is_short_in_a_tip(
    panel: LetterPanel,
) -> None:
    read = glyph(1, 0, 0, "K", 0.87)
    panel.set_glyph(read, None, None, Reader("print36"))
    assert "Read by print36." in said(panel)
    panel.set_glyph(read, None, None, Reader("Ann", "print36", 1))
    assert "Read by “Ann” after 1 letter." in said(panel)
    panel.set_glyph(read, None, None, Reader("Ann", "print36", 0))
    assert "Read by “Ann”, before it learnt." in said(panel)
    panel.resize(240, 260)
    assert "Read by" not in said(panel)
    tips = [label.toolTip() for label in panel.findChildren(QLabel)]
    assert "Read by “Ann”, before it learnt." in tips
    panel.resize(320, 520)
    assert "Read by" in said(panel)
    panel.set_several([read, glyph(2, 9, 0, "L", 0.5)])
    assert "Read by" not in said(panel)
    panel.set_glyph(read)
    assert "Read by" not in said(panel)


@pytest.mark.parametrize("height", [376, 430])
def test_the_picture_stays_in_sight_when_it_is_explained(panel: LetterPanel, height: int) -> None:
    panel.resize(330, height)
    panel.set_glyph(glyph(1, 0, 0, "K", 0.87), np.zeros((28, 28), np.float32))
    panel.why.set_trouble("Nobody knows what it looks like, and that in many words. " * 4)
    panel.why.toggle.click()
    for _ in range(3):
        QApplication.processEvents()
    sight = panel._scroll.viewport()
    lies = QRect(panel._patch.mapTo(sight, QPoint()), panel._patch.size())
    assert sight.rect().contains(lies)
    told = panel.why.mapTo(sight, QPoint()).y()
    assert told + 20 < sight.height(), "and the explanation begins"


def test_where_both_have_no_room_the_explanation_is_seen(panel: LetterPanel) -> None:
    panel.resize(330, 190)
    panel.set_glyph(glyph(1, 0, 0, "K", 0.87), np.zeros((28, 28), np.float32))
    panel.why.toggle.click()
    for _ in range(3):
        QApplication.processEvents()
    sight = panel._scroll.viewport()
    assert 0 <= panel.why.mapTo(sight, QPoint()).y() < sight.height() - 20


def test_words_of_several_letters_begin_where_the_picture_would(panel: LetterPanel) -> None:
    both = [glyph(1, 0, 0, "K", 0.87), glyph(2, 9, 0, "L", 0.5)]
    panel.set_glyph(both[0], np.zeros((28, 28), np.float32))
    QApplication.processEvents()
    left = panel._patch.mapTo(panel, QPoint()).x()
    character = panel._head.character
    assert character.mapTo(panel, QPoint()).x() > left + 100
    panel.set_several(both)
    QApplication.processEvents()
    assert character.mapTo(panel, QPoint()).x() == left
    panel.set_glyph(both[0], np.zeros((28, 28), np.float32))
    QApplication.processEvents()
    assert character.mapTo(panel, QPoint()).x() > left + 100
