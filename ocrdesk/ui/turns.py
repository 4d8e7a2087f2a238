"""Parts long work of the window's thread: between two turns of its event loop a person is heard."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def in_next_turn(deed: Callable[[], object], context: QObject) -> None:
    """Do something in a turn of the event loop of its own, unless ``context`` is gone by then.

    ``QTimer.singleShot(0, …)`` only posts an event: Qt delivers all of those one after the other,
    those posted meanwhile too, before it looks at keys, the mouse or a timer.
    """
    timer = QTimer(context)
    timer.setSingleShot(True)
    timer.timeout.connect(timer.deleteLater)
    timer.timeout.connect(deed)
    timer.start(0)
