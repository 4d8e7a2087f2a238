"""Waiting for a moment before something is done, so that it is done once for many events."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def pause_before(deed: Callable[[], object], parent: QObject, milliseconds: int = 0) -> QTimer:
    """Return a timer that does something once, so long after it was started last."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(deed)
    return timer
