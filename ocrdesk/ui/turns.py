"""Parts long work of the window's thread: between two turns of its event loop a person is heard."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

_waiting: deque[tuple[Callable[[], object], QObject]] = deque()


def in_next_turn(deed: Callable[[], object], context: QObject) -> None:
    """Do something in a turn of the event loop of its own, unless ``context`` is gone by then.

    What is asked for comes in its order, one a turn. ``QTimer.singleShot(0, …)`` only posts an
    event: Qt delivers all of those one after the other, those posted meanwhile too, before it looks
    at keys, the mouse or a timer; and of timers it lets all go off in one turn whose time has come.
    """
    _waiting.append((deed, context))
    if len(_waiting) == 1:
        _wait_for_turn()


def after_painting(deed: Callable[[], object], context: QObject) -> None:
    """Do something when what was just changed has been painted, unless ``context`` is gone by then.

    That comes in the next turn, which would take as long again with both.
    """
    in_next_turn(partial(in_next_turn, deed, context), context)


def _wait_for_turn() -> None:
    timer = QTimer(QCoreApplication.instance())
    timer.setSingleShot(True)
    timer.timeout.connect(timer.deleteLater)
    timer.timeout.connect(_take_turn)
    timer.start(0)


def _take_turn() -> None:
    deed, context = _waiting[0]
    try:
        if isValid(context):
            deed()
    finally:
        _waiting.popleft()
        if _waiting:  # only now: a timer whose time had come meanwhile would go off before others
            _wait_for_turn()
