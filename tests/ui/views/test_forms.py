"""Panels and forms with little room: words stay whole, columns scroll no earlier than needed."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QLabel,
    QListWidget,
    QSizePolicy,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ocrdesk.ui.views.elided_box import ElidedBox
from ocrdesk.ui.views.field_form import add_field, off_its_frame
from ocrdesk.ui.views.lab_form import SideColumn, prose
from ocrdesk.ui.views.letter_tiles import CELL
from ocrdesk.ui.views.placeholder import Placeholder
from ocrdesk.ui.views.review_notes import ReviewNotes
from ocrdesk.ui.views.review_panel import Question, ReviewPanel


def test_a_low_panel_gives_up_its_icon_for_its_words(qtbot: QtBot) -> None:
    panel = Placeholder("ink", "No page to look at", "Ink can be adjusted once it was read. " * 2)
    qtbot.addWidget(panel)
    panel.show()
    for height, has_icon in ((400, True), (120, False), (400, True)):
        panel.resize(200, height)
        QApplication.processEvents()
        assert panel._icon.isVisible() == has_icon
        for label in panel._labels:
            assert label.height() >= label.heightForWidth(label.width())


def test_a_side_column_does_not_scroll_before_it_has_to(qtbot: QtBot) -> None:
    column = SideColumn("Settings")
    qtbot.addWidget(column)
    for _ in range(6):
        column.add(prose("Some words that stand on two lines of the column, but on more as narrow"))
    content = column.widget()
    assert content is not None
    needed = content.heightForWidth(column.width())
    column.resize(column.width(), needed)
    column.show()
    QApplication.processEvents()
    assert column.verticalScrollBar().maximum() == 0
    column.resize(column.width(), needed - 20)
    QApplication.processEvents()
    assert column.verticalScrollBar().maximum() > 0


def test_a_side_column_squeezes_nothing_where_it_is_low(qtbot: QtBot) -> None:
    column, number, runs = SideColumn("Settings"), QSpinBox(), QListWidget()
    qtbot.addWidget(column)
    off_its_frame(number)
    add_field(column.form(), "Times", number)
    column.add(prose("Some words that stand on two lines of the column, but on more as narrow"))
    runs.setMinimumHeight(84)
    runs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    column.add(runs, 1)
    column.resize(column.width(), 60)
    column.show()
    QApplication.processEvents()
    assert number.height() >= number.minimumHeight()
    assert runs.geometry().top() > number.geometry().bottom()
    content = column.widget()
    assert content is not None
    assert content.height() >= runs.geometry().bottom()
    assert column.verticalScrollBar().maximum() > 0


def test_a_name_is_level_with_its_field(qtbot: QtBot) -> None:
    page, number = QWidget(), QSpinBox()
    qtbot.addWidget(page)
    off_its_frame(number)
    form = QFormLayout(page)
    add_field(form, "&Times", number)
    page.show()
    name = form.labelForField(number)
    assert isinstance(name, QLabel)
    assert name.geometry().center().y() == pytest.approx(number.geometry().center().y(), abs=1)
    field = number.lineEdit()
    shown = field.cursorRect().center().x() + field.geometry().left()
    assert shown >= 6


def test_a_low_review_shows_letters_whole_and_scrolls_what_is_below(qtbot: QtBot) -> None:
    panel = ReviewPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.set_question(Question(1, "Is this “M”? (1 of 60)", "Press Enter, or type it. " * 5))
    (notes,) = panel.findChildren(ReviewNotes)
    for height, scrolls in ((600, False), (224, True), (600, False)):
        panel.resize(168, height)
        QApplication.processEvents()
        QApplication.processEvents()
        assert (notes.verticalScrollBar().maximum() > 0) == scrolls
        assert notes.horizontalScrollBar().maximum() == 0
        assert panel.grid.viewport().height() >= CELL.height()
        assert not panel._asking.geometry().intersects(notes.geometry())
        assert panel.rect().contains(notes.geometry())
        content = notes.widget()
        assert content is not None
        for label in content.findChildren(QLabel):
            if not label.isHidden() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_the_wheel_scrolls_past_a_box_and_chooses_nothing(qtbot: QtBot) -> None:
    box = ElidedBox(4)
    qtbot.addWidget(box)
    box.addItems(["one", "two"])
    box.show()
    down = QPoint(0, -120)
    middle = QPointF(box.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(),
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert not wheel.isAccepted()
    assert box.currentText() == "one"
