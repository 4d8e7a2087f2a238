"""Collects Python's cyclic garbage in the window's thread, and in no other.

Python collects in whichever thread happens to create an object too many, and destroys there what
it finds. An object of Qt's must not be destroyed beside its own thread (Qt documentation, "Threads
and QObjects"): a worker that collected one while the window took leave of what it was connected to
crashed the program.
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
"""The youngest garbage is collected as often; a glance at three counters when there is none."""


class GarbageCollector(QObject):
    """Does what Python's own collector did, by its thresholds, whenever the window has time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._modules = 0

    def start(self) -> None:
        """Take over from Python's collector, for the rest of the program."""
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        due = [
            count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        ]
        if due[-1]:
            self.collect_all()
        elif any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def collect_all(self) -> None:
        """Collect every generation, and pass over from then on what modules brought along.

        Most of them come when something is used first, with tens of thousands of objects that never
        go; a first page read made each such collection 18 milliseconds long instead of 4. What
        else is there at that moment goes as before unless it is a cycle, and modules come but a
        few times.
        """
        gc.collect()
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            gc.freeze()
