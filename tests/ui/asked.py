"""What a review asks, what it says, and keys pressed where it has the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ocrdesk.ui.views.review_panel import Question, ReviewPanel
from tests.ui.desk import Desk


def panel(desk: Desk) -> ReviewPanel:
    return desk.window.views.review


def question(desk: Desk) -> Question:
    """The question that is shown; there has to be one."""
    found = panel(desk).question
    assert found is not None
    return found


def said(desk: Desk) -> str:
    """All that the panel says, with plain spaces."""
    labels = panel(desk).findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible()).replace("\xa0", " ")


def press(desk: Desk, key: Qt.Key) -> None:
    """Press a key where the keyboard is, which has to be in the panel."""
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus is panel(desk) or panel(desk).isAncestorOf(focus)
    desk.key(key, to=focus)
    desk.settle()
