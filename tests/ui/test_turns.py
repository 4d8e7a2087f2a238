"""What is put off comes in its order, and in between others are heard."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ocrdesk.ui.turns import after_painting, in_next_turn


def test_each_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    done: list[str] = []
    context, gone = QObject(), QObject()
    other = QTimer(context)
    other.timeout.connect(lambda: done.append("other"))
    other.start(0)

    def put_off_more() -> None:
        done.append("first")
        in_next_turn(lambda: done.append("last"), context)

    in_next_turn(put_off_more, context)
    in_next_turn(lambda: done.append("never"), gone)
    in_next_turn(lambda: done.append("second"), context)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: "last" in done)
    other.stop()
    places = [done.index(word) for word in ("first", "second", "last")]
    assert places == sorted(places)
    for before, after in pairwise(places):
        assert "other" in done[before:after]
    assert "never" not in done


class _Painted(QWidget):
    """Notes when it is painted."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self._done = done

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._done.append("painted")


def test_what_comes_after_painting_leaves_that_a_turn_of_its_own(qtbot: QtBot) -> None:
    done: list[str] = []
    widget = _Painted(done)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    for _ in range(3):
        QApplication.processEvents()
    done.clear()
    widget.update()
    after_painting(lambda: done.append("after"), widget)
    QApplication.processEvents()
    assert done == ["painted"]
    qtbot.waitUntil(lambda: "after" in done)
