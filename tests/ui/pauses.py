"""Lets the moments pass at once that the window waits before it does what is in no hurry.

A second after the last correction, half a second after the last edit: where nothing else is under
way nothing happens meanwhile, and a test that waits for what comes then would only look on.
"""

from collections.abc import Callable
from weakref import WeakSet

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, QTimerEvent
from shiboken6 import isValid

from ocrdesk.ui.controllers import pausing

_known: WeakSet["_Pause"] = WeakSet()


class _Pause(QTimer):
    """A pause of the program's, of which a part may have passed at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._start, self._passed = -1, 0
        _known.add(self)

    @property
    def left(self) -> int:
        """The milliseconds until it ends."""
        passed = self._passed if self._start == self.timerId() else 0
        return max(0, self.remainingTime() - passed)

    def pass_by(self, milliseconds: int) -> None:
        """Let time pass for this start of it, which Qt gives a number of its own."""
        if self._start != self.timerId():
            self._start, self._passed = self.timerId(), 0
        self._passed += milliseconds

    def end(self) -> None:
        """End it as the event loop does."""
        QCoreApplication.sendEvent(self, QTimerEvent(self.timerId()))


def watch(patch: pytest.MonkeyPatch) -> None:
    """Know every pause that is made from now on."""
    patch.setattr(pausing, "QTimer", _Pause)


def pass_nearest(note: Callable[[], None]) -> bool:
    """End the pause that ends next, and let as much time pass for the others; tell if there is one.

    For when nothing else is under way: what that does would come first. ``note`` is called before
    and after what the pause was for, to measure how long that took.
    """
    running = [pause for pause in _known if isValid(pause) and pause.isActive()]
    if not running:
        return False
    nearest = min(running, key=lambda pause: pause.left)
    passed = nearest.left
    for pause in running:
        pause.pass_by(passed)
    note()
    nearest.end()
    note()
    return True
